import type { StandsAs } from '../domain/provider-call';

/** Fields of a form as Twilio posts it. Which there are depends on what it tells. */
export type ProviderForm = Record<string, string | undefined>;

/** What the provider tells of a call. */
export interface TelephoneEvent {
  providerCallId: string;
  stands: StandsAs;
  /** Once it is over. */
  durationSeconds: number | null;
  failureCode: string | null;
}

/** What was heard in one turn; nothing, when the person was silent. */
export type HeardInTurn = { kind: 'said'; text: string } | { kind: 'key'; digit: string } | { kind: 'silence' };

const STANDS: Record<string, StandsAs> = {
  queued: 'queued',
  initiated: 'queued',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  answered: 'in-progress',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'canceled',
};

/** A status we do not know is taken for one that changes nothing. */
export function readEvent(form: ProviderForm): TelephoneEvent {
  const { CallSid = '', CallStatus = '', CallDuration, ErrorCode, SipResponseCode } = form;
  const stands = STANDS[CallStatus] ?? 'queued';
  const hasFailed = stands === 'failed';
  return {
    providerCallId: CallSid,
    stands,
    durationSeconds: CallDuration && /^\d+$/.test(CallDuration) ? Number(CallDuration) : null,
    failureCode: hasFailed ? (ErrorCode ?? SipResponseCode ?? null) : null,
  };
}

/** A key goes before words: who pressed one meant it. */
export function readHeard({ Digits, SpeechResult }: ProviderForm): HeardInTurn {
  if (Digits) return { kind: 'key', digit: Digits.slice(0, 1) };
  return SpeechResult?.trim() ? { kind: 'said', text: SpeechResult } : { kind: 'silence' };
}

export function readTurn(text: string | undefined): number {
  return text && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
