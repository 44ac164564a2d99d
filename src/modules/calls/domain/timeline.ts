import type { Ending, Purpose } from './call';
import type { RefusalCode } from './gate';
import type { Meaning } from './understanding/meaning';

/** One step in the life of an occurrence, as a sentence. */
export interface Step {
  at: Date;
  kind: string;
  text: string;
  callId: string | null;
}

interface OccurrenceFacts {
  localDate: string;
  localTime: string;
  timeZone: string;
  status: string;
  plannedAt: Date;
  dispatchedAt: Date | null;
  closedAt: Date | null;
}

interface WordFacts {
  at: Date;
  status: string;
  via: string;
  quote: string | null;
  reason: string | null;
  supersededAt: Date | null;
}

interface MessageFacts {
  body: string;
  createdAt: Date;
  sentAt: Date | null;
  canceledAt: Date | null;
}

interface CallFacts {
  id: string;
  purpose: Purpose;
  attempt: number;
  ending: Ending | null;
  refusalReason: string | null;
  notBefore: Date;
  queuedAt: Date;
  dialedAt: Date | null;
  ringingAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  settledAt: Date | null;
}

interface ItemFacts {
  callId: string;
  leftOut: RefusalCode | null;
  meaning: Meaning | null;
  quote: string | null;
  at: Date | null;
}

interface TurnFacts {
  callId: string;
  speaker: 'callivate' | 'person';
  text: string;
  at: Date;
}

const PURPOSES: Record<Purpose, string> = {
  due: 'A call was queued: it was due',
  'follow-up': 'A follow-up call was queued',
  callback: 'A call was queued for the time you named',
  now: 'You asked to be called now',
  test: 'You asked for a test call',
};

const ENDINGS: Record<Ending, string> = {
  answered: 'The call ended',
  'no-answer': 'Nobody answered',
  busy: 'The line was busy',
  declined: 'The call was declined',
  voicemail: 'A voicemail answered',
  failed: 'The call could not be made',
  lost: 'The line broke',
  refused: 'The call was not made',
  canceled: 'The call was canceled: it was not needed any more',
};

const MEANINGS: Record<Meaning, string> = {
  done: 'done',
  partly: 'partly done',
  'not-done': 'not done yet',
  skip: 'skip it this time',
  later: 'call again later',
  'stop-calling': 'stop calling',
  'wrong-person': 'the wrong person',
  repeat: 'say it again',
  'who-is-this': 'who is calling',
  help: 'help',
  unclear: 'nothing clear',
};

const VIA: Record<string, string> = {
  app: 'in the app',
  call: 'in a call',
  push: 'by a message',
  sync: 'offline',
  import: 'by import',
};

export function occurrenceSteps(facts: OccurrenceFacts, spoken: boolean): Step[] {
  const { localDate, localTime, timeZone, plannedAt, dispatchedAt, closedAt, status } = facts;
  return present([
    [plannedAt, 'planned', `Planned for ${localDate} at ${localTime} (${timeZone}).`],
    [dispatchedAt, 'due', 'It fell due and was taken up.'],
    [
      spoken ? null : closedAt,
      status,
      status === 'missed' ? 'Nobody answered in time: missed.' : 'The habit rests: it does not count.',
    ],
  ]);
}

export function checkInSteps({ at, status, via, quote, reason, supersededAt }: WordFacts): Step[] {
  const why = quote ? `: “${quote}”` : reason ? `: ${reason}` : '';
  return present([
    [at, 'checked-in', `Checked in as ${status}, ${VIA[via]}${why}.`],
    [supersededAt, 'check-in-replaced', 'That check-in was taken back or replaced.'],
  ]);
}

export function messageSteps({ body, createdAt, sentAt, canceledAt }: MessageFacts): Step[] {
  return present([
    [createdAt, 'message-written', `A message was written: “${body}”`],
    [sentAt, 'message-sent', 'The message went out.'],
    [canceledAt, 'message-canceled', 'The message was not needed any more.'],
  ]);
}

export function callSteps(call: CallFacts, items: ItemFacts[], turns: TurnFacts[]): Step[] {
  const item = items.find(({ callId }) => callId === call.id);
  const ending =
    call.ending === 'refused' && call.refusalReason
      ? `Not called: ${call.refusalReason}`
      : `${ENDINGS[call.ending ?? 'lost']}.`;
  const own = present(
    [
      [call.queuedAt, 'call-queued', `${PURPOSES[call.purpose]} (call ${call.attempt}).`],
      [item?.leftOut ? (call.dialedAt ?? call.endedAt) : null, 'left-out', 'The call went without it.'],
      [call.dialedAt, 'call-dialed', 'The gate let it through; the call was dialed.'],
      [call.ringingAt, 'call-ringing', 'The phone rang.'],
      [call.answeredAt, 'call-answered', 'You picked up.'],
      [
        item?.at ?? null,
        'understood',
        `Understood: ${MEANINGS[item?.meaning ?? 'unclear']}, from “${item?.quote ?? ''}”.`,
      ],
      [call.endedAt, 'call-ended', ending],
      [call.settledAt, 'call-settled', 'What follows was settled.'],
    ],
    call.id,
  );
  return [...own, ...turns.filter(({ callId }) => callId === call.id).map(turnStep)];
}

function turnStep({ at, callId, speaker, text }: TurnFacts): Step {
  return {
    at,
    kind: speaker === 'person' ? 'heard' : 'said',
    text: `${speaker === 'person' ? 'You' : 'Callivate'}: “${text}”`,
    callId,
  };
}

function present(steps: [Date | null, string, string][], callId: string | null = null): Step[] {
  return steps.flatMap(([at, kind, text]) => (at ? [{ at, kind, text, callId }] : []));
}
