const ENDINGS = {
  answered: 'It was answered.',
  'no-answer': 'Nobody answered.',
  busy: 'The line was busy, or it was declined.',
  declined: 'It was declined.',
  voicemail: 'A voicemail answered.',
  failed: 'The call could not be made.',
  lost: 'The line broke.',
  canceled: 'It was not needed any more.',
};

const STANDS = {
  queued: 'It waits for its turn.',
  dialing: 'It is being dialed.',
  unknown: 'The telephone network has not said yet whether it rings.',
  ringing: 'It rings.',
  talking: 'You are talking.',
};

/** How a call went, or how it stands, as a sentence. */
export function callOutcome({ status, ending, refusal, failureCode }) {
  if (status !== 'ended') return STANDS[status];
  if (ending === 'refused') return `Not called: ${refusal.reason}`;
  return failureCode ? `${ENDINGS[ending]} (${failureCode})` : ENDINGS[ending];
}
