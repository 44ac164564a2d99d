import { wallTimeAt } from '../../../kernel/local-time';
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
  closedBecause: 'resting' | 'goal-open' | 'not-asked' | null;
  /** What the person said of it, or what the number of its day makes of it. */
  checkInStatus: string | null;
  verdict: string | null;
  dueAt: Date;
  plannedAt: Date;
  dispatchedAt: Date | null;
  closedAt: Date | null;
}

interface SaidFacts {
  kind: 'check-in' | 'progress' | 'taken-back';
  at: Date;
  status: string | null;
  via: string;
  quantity: number | null;
  total: number | null;
  quote: string | null;
  reason: string | null;
  backfill: boolean;
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
  failureCode: string | null;
  unknownSince: Date | null;
  disclosedAt: Date | null;
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
  joined: boolean;
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

/** When, what, and in words; nothing that has not happened. */
type Told = [at: Date | null, kind: string, text: string];

const SOON = 'It was due soon and was taken up with the call before it.';

const PURPOSES: Record<Purpose, string> = {
  due: 'A call was queued: it was due',
  'follow-up': 'A follow-up call was queued',
  callback: 'A call was queued for the time you named',
  now: 'You asked to be called now',
  test: 'You asked for a test call',
  inbound: 'You called us',
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

const REASONS: Record<string, string> = {
  sick: 'sick',
  travelling: 'travelling',
  'rest-day': 'a day of rest',
  other: 'for a reason of your own',
};

export function occurrenceSteps(facts: OccurrenceFacts): Step[] {
  const { localDate, localTime, timeZone, dueAt, plannedAt, dispatchedAt, closedAt, status, checkInStatus, verdict } =
    facts;
  const endedByItself = checkInStatus === null && verdict !== status;
  return present([
    [plannedAt, 'planned', `Planned for ${localDate} at ${localTime} (${timeZone}).`],
    [dispatchedAt, 'due', dispatchedAt && dispatchedAt < dueAt ? SOON : 'It fell due and was taken up.'],
    [endedByItself ? closedAt : null, status, endOf(facts)],
  ]);
}

function endOf({ status, closedBecause }: OccurrenceFacts): string {
  if (status === 'missed') return 'Nobody answered in time: missed.';
  if (status === 'completed') return 'The day was over, and it was not too much: completed.';
  if (closedBecause === 'goal-open') return 'Nobody answered in time, but its goal leaves other days: skipped.';
  if (closedBecause === 'not-asked')
    return 'It was never asked for, and what was told of it is taken back: it does not count.';
  return 'The habit rests: it does not count.';
}

/** All that was said, in order; a check-in that stands in place of one before says so. */
export function saidSteps(entries: SaidFacts[]): Step[] {
  return entries.flatMap((entry, place) => {
    const before = entries.slice(0, place).findLast(({ kind }) => kind !== 'progress');
    const replaces = entry.kind === 'check-in' && before?.kind === 'check-in';
    return present([
      [replaces ? entry.at : null, 'check-in-replaced', 'The check-in before was replaced.'],
      [entry.at, STEPS[entry.kind], sentenceOf(entry)],
    ]);
  });
}

const STEPS = { 'check-in': 'checked-in', progress: 'progress', 'taken-back': 'check-in-taken-back' } as const;

function sentenceOf({ kind, status, via, quantity, total, quote, reason, backfill }: SaidFacts): string {
  const why = quote ? `: “${quote}”` : reason ? `: ${REASONS[reason] ?? reason}` : '';
  if (kind === 'taken-back') return `The check-in was taken back, ${VIA[via]}.`;
  if (kind === 'progress') return `${quantity} more, ${VIA[via]}: ${total} that day.`;
  const said = status ? `Checked in as ${status}` : `Said to be ${quantity} that day`;
  return `${said}, ${VIA[via]}${backfill ? ', long after the fact' : ''}${why}.`;
}

export function messageSteps({ body, createdAt, sentAt, canceledAt }: MessageFacts): Step[] {
  return present([
    [createdAt, 'message-written', `A message was written: “${body}”`],
    [sentAt, 'message-sent', 'The message went out.'],
    [canceledAt, 'message-canceled', 'The message was not needed any more.'],
  ]);
}

/** `timeZone` is that of the occurrence whose items these are. What joined a call has no part in how it came to ring. */
export function callSteps(call: CallFacts, items: ItemFacts[], turns: TurnFacts[], timeZone: string): Step[] {
  const item = items.find(({ callId }) => callId === call.id);
  const own = present(
    [
      ...(item?.joined ? [joinedStep(call, timeZone)] : ringSteps(call, item)),
      [
        item?.at ?? null,
        'understood',
        `Understood: ${MEANINGS[item?.meaning ?? 'unclear']}, from “${item?.quote ?? ''}”.`,
      ],
      [call.disclosedAt, 'disclosed', 'It was said who calls, and that it is an AI.'],
      [call.endedAt, 'call-ended', endingOf(call)],
      [call.settledAt, 'call-settled', 'What follows was settled.'],
    ],
    call.id,
  );
  return [...own, ...turns.filter(({ callId }) => callId === call.id).map(turnStep)];
}

function endingOf({ ending, refusalReason, failureCode }: CallFacts): string {
  if (ending === 'refused' && refusalReason) return `Not called: ${refusalReason}`;
  const why = failureCode ? ` (${failureCode})` : '';
  return `${ENDINGS[ending ?? 'lost']}${why}.`;
}

function joinedStep({ answeredAt }: CallFacts, timeZone: string): Told {
  const time = answeredAt && wallTimeAt(answeredAt, timeZone).time;
  return [answeredAt, 'joined', `It was asked about in the call that was answered at ${time}.`];
}

function ringSteps(call: CallFacts, item: ItemFacts | undefined): Told[] {
  return [
    [call.queuedAt, 'call-queued', `${PURPOSES[call.purpose]} (call ${call.attempt}).`],
    [item?.leftOut ? (call.dialedAt ?? call.endedAt) : null, 'left-out', 'The call went without it.'],
    [call.dialedAt, 'call-dialed', 'The gate let it through; the call was dialed.'],
    [call.unknownSince, 'call-unknown', 'The telephone network did not say whether the call was made.'],
    [call.ringingAt, 'call-ringing', 'The phone rang.'],
    [call.answeredAt, 'call-answered', 'You picked up.'],
  ];
}

function turnStep({ at, callId, speaker, text }: TurnFacts): Step {
  return {
    at,
    kind: speaker === 'person' ? 'heard' : 'said',
    text: `${speaker === 'person' ? 'You' : 'Callivate'}: “${text}”`,
    callId,
  };
}

function present(steps: Told[], callId: string | null = null): Step[] {
  return steps.flatMap(([at, kind, text]) => (at ? [{ at, kind, text, callId }] : []));
}
