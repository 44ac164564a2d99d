import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { type Persona, VOICE_IDS, type VoiceId } from '../../kernel/voices';
import { PageQuery } from '../../platform/http';
import type { Call } from './call.entity';
import type { CallItem } from './call-item.entity';
import type { CallStatus, Ending, LineName, Purpose } from './domain/call';
import type { RefusalCode } from './domain/gate';
import { CALL_SITUATIONS, type CallSituation } from './domain/script/situation';
import type { Meaning } from './domain/understanding/meaning';
import type { Turn } from './turn.entity';

export class ListCallsQuery extends PageQuery {
  /** Only calls about this occurrence. */
  @IsOptional()
  @IsUUID()
  occurrenceId?: string;
}

export class ScriptQuery {
  /** As another voice would say it. */
  @IsOptional()
  @IsIn(VOICE_IDS)
  voiceId?: VoiceId;

  /** As it would be said in another situation, with numbers that could be. */
  @IsOptional()
  @IsIn(CALL_SITUATIONS)
  situation?: CallSituation;
}

/** What a call will say, sentence by sentence. */
export class ScriptResponse {
  /** Id of the habit. */
  habitId: string;
  /** The voice that will say it; null when neither the habit nor the person has chosen one, and then it is Sarah. */
  voiceId: string | null;
  /** How that voice speaks. */
  persona: Persona;
  /** The language it is said in, such as `en`. */
  language: string;
  /** Why the call is as it is: the first of these that holds. */
  situation: CallSituation;
  /** When the habit is due next; null when it is not. */
  nextDueAt: Date | null;
  /** Who calls, that it is an AI, and why; then that the answers are written down. */
  greeting: string[];
  /** The question that waits for an answer; null in a test call, which asks nothing. */
  question: string | null;
  /** After a yes. */
  onDone: string[];
  /** When a part of it is done. */
  onPartly: string[];
  /** After a no. */
  onNotDone: string[];
  /** When it is to be skipped. */
  onSkip: string[];
  /** The last word. */
  goodbye: string;
  /** How long all of it takes to be spoken when the answer is a plain yes, in seconds. */
  seconds: number;
}

/** Why a call was not made. */
export class RefusalResponse {
  /** What programs go by; it tells which rule kept the phone silent. */
  code: RefusalCode;
  /** The same as a sentence to show, such as `It was outside your calling hours.` */
  reason: string;
}

/** Something that was said. */
export class TurnResponse {
  /** Who spoke. */
  speaker: 'callivate' | 'person';
  /** The words, as they were spoken or heard. */
  text: string;
  /** When it was said. */
  at: Date;
}

/** What was understood about one occurrence. */
export class ResultResponse {
  /** The occurrence the answer is for; null in a call that marks nothing. */
  occurrenceId: string | null;
  /** What the person meant. `done` and `skip` check in, `later` calls again at `callBackAt`; the others mark nothing. */
  meaning: Meaning;
  /** The words it was understood from, as heard, or such as `[key 1]` for a key; null when none were kept. */
  quote: string | null;
  /** How much they said it was, in the unit of the habit's target; null when they named no number. */
  quantity: number | null;
  /** When they asked to be called again; null unless they meant `later`. */
  callBackAt: Date | null;
  /** When it was understood. */
  at: Date;
}

/** How long a person waited in a call, from the end of their words until the first of ours was sent. */
export class LatencyResponse {
  /** How many times somebody spoke and was answered. */
  @ApiProperty({ type: 'integer' })
  turns: number;
  /** Half of the waits were no longer, in milliseconds. Speaking and writing down are not in it: they are the line's. */
  @ApiProperty({ type: 'integer' })
  p50Ms: number;
  /** 95 of 100 waits were no longer. */
  @ApiProperty({ type: 'integer' })
  p95Ms: number;
  /** What the line itself took of a turn, at the median; null where it tells nothing of it, as the app does. */
  @ApiProperty({ type: 'integer' })
  lineP50Ms: number | null;
  /** The same for 95 of 100 turns. */
  @ApiProperty({ type: 'integer' })
  lineP95Ms: number | null;
}

/** What a call cost. */
export class CostResponse {
  /** In `currency`. */
  amount: number;
  /** Of the account with the telephone company, such as `USD`; null while it is our estimate. */
  currency: string | null;
  /** False while it is our estimate, by minutes begun. */
  isFinal: boolean;
}

/** By what right a call over the telephone was made, and what was said of itself. */
export class EvidenceResponse {
  /** The consent under which it was made; null when somebody called us without one. */
  consentId: string | null;
  /** The time zone by whose clock it was allowed to ring. */
  timeZone: string | null;
  /** How we knew that zone: from the profile, never from the number. */
  timeZoneKnownBy: 'profile' | null;
  /** When it was said who calls and that it is an AI; null when nobody was there to hear it. */
  disclosedAt: Date | null;
  /** Version of the words it was said in. */
  scriptVersion: string | null;
}

/** One attempt to reach a person. */
export class CallResponse {
  /** Id of the call. */
  id: string;
  /** The habits it asks about, in the order it asks; empty for a test call. */
  habitIds: string[];
  /** The occurrences it asks about; empty when it marks nothing. */
  occurrenceIds: string[];
  /** Those of them that were due soon after and joined when it was answered; none if nobody picked up. */
  joinedOccurrenceIds: string[];
  /** Why it is made: it is due, follows a call that settled nothing, was put off to this time, was asked for, or you called us. */
  purpose: Purpose;
  /** 1 for the first call, and one more for each that follows from it. */
  @ApiProperty({ type: 'integer' })
  attempt: number;
  /** Where it rings: in the app, or on the telephone. */
  line: LineName;
  /** Where it is. `unknown` is a dial whose outcome nobody has told us yet. */
  status: CallStatus;
  /** How it ended; null until it has. `refused` is our own no, told in `refusal`. */
  ending: Ending | null;
  /** Code by which the telephone company said why it could not make the call; null when it gave none. */
  failureCode: string | null;
  /** Which rule kept the phone silent; null when none did. */
  refusal: RefusalResponse | null;
  /** When it was put in the queue. */
  queuedAt: Date;
  /** When we dialed; null until then, and for good when it was never made. */
  dialedAt: Date | null;
  /** When it began to ring; null if it has not. */
  ringingAt: Date | null;
  /** When it was picked up; null if nobody has. */
  answeredAt: Date | null;
  /** When it was over; null until it is. */
  endedAt: Date | null;
  /** Whole seconds from picking up to the end; null until it has ended, and when nobody picked up. */
  @ApiProperty({ type: 'integer' })
  durationSeconds: number | null;
  /** What was said, from the greeting to the goodbye; empty when nobody picked up. */
  turns: TurnResponse[];
  /** What was understood of each thing it asked about, in the order of asking. */
  results: ResultResponse[];
  /** How long answers were waited for; null until the end, and when nothing was said. */
  latency: LatencyResponse | null;
  /** What it cost over the telephone; null in the app, which costs nothing, and when it was not made. */
  cost: CostResponse | null;
  /** Null for a call in the app, and for one that was not made. */
  evidence: EvidenceResponse | null;

  static of(call: Call, items: CallItem[], turns: Turn[]): CallResponse {
    const { id, purpose, attempt, line, status, ending, queuedAt, dialedAt, ringingAt, answeredAt, endedAt } = call;
    return {
      id,
      habitIds: items.map(({ habitId }) => habitId),
      occurrenceIds: items.flatMap(({ occurrenceId }) => occurrenceId ?? []),
      joinedOccurrenceIds: items.flatMap(({ occurrenceId, joined }) => (joined && occurrenceId ? occurrenceId : [])),
      purpose,
      attempt,
      line,
      status,
      ending,
      failureCode: call.failureCode,
      refusal: call.refusalCode ? { code: call.refusalCode, reason: call.refusalReason! } : null,
      queuedAt,
      dialedAt,
      ringingAt,
      answeredAt,
      endedAt,
      durationSeconds: answeredAt && endedAt ? Math.round((endedAt.getTime() - answeredAt.getTime()) / 1000) : null,
      turns: turns.map(({ speaker, text, at }) => ({ speaker, text, at })),
      results: items.flatMap(resultOf),
      latency: latencyIn(call),
      cost: costOf(call),
      evidence: evidenceOf(call),
    };
  }
}

/** One page of calls. */
export class CallPage {
  /** The newest first. */
  items: CallResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

/** How to be connected to the call. */
export class AnswerResponse {
  /** WebSocket address that speaks ConversationRelay. It opens once, within 15 seconds. */
  relayUrl: string;
}

/** One step in the life of an occurrence. */
export class TimelineItem {
  /** When it happened. */
  at: Date;
  /** What happened, for programs, such as `planned`, `due`, `call-ringing`, `heard`, `understood` or `checked-in`. */
  kind: string;
  /** The same as a sentence to show. */
  text: string;
  /** The call it happened in; null when it happened outside a call. */
  callId: string | null;
}

/** Why an occurrence is as it is, step by step, the first first. */
export class TimelineResponse {
  /** The occurrence whose life this is. */
  occurrenceId: string;
  /** The first step first. */
  items: TimelineItem[];
}

function resultOf({ occurrenceId, meaning, quote, quantity, callBackAt, at }: CallItem): ResultResponse[] {
  return meaning ? [{ occurrenceId, meaning, quote, quantity, callBackAt, at: at! }] : [];
}

function costOf({ cost, costCurrency: currency, costIsFinal: isFinal }: Call): CostResponse | null {
  return cost === null ? null : { amount: cost, currency, isFinal };
}

function evidenceOf({ line, dialedAt, answeredAt, ...call }: Call): EvidenceResponse | null {
  if (line !== 'telephone' || (dialedAt ?? answeredAt) === null) return null;
  const { consentId, timeZone, timeZoneKnownBy, disclosedAt, scriptVersion } = call;
  return { consentId, timeZone, timeZoneKnownBy, disclosedAt, scriptVersion };
}

/** No line there is reports its part: the app has none, and no message of ConversationRelay brings it. */
function latencyIn({ latencyTurns: turns, latencyP50Ms: p50Ms, latencyP95Ms: p95Ms }: Call): LatencyResponse | null {
  return turns === null ? null : { turns, p50Ms: p50Ms!, p95Ms: p95Ms!, lineP50Ms: null, lineP95Ms: null };
}
