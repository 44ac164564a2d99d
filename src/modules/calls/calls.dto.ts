import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../../platform/http';
import type { Call } from './call.entity';
import type { CallItem } from './call-item.entity';
import type { CallStatus, Ending, LineName, Purpose } from './domain/call';
import type { RefusalCode } from './domain/gate';
import type { Meaning } from './domain/understanding/meaning';
import type { Turn } from './turn.entity';

export class ListCallsQuery extends PageQuery {
  /** Only calls about this occurrence. */
  @IsOptional()
  @IsUUID()
  occurrenceId?: string;
}

/** Why a call was not made. */
export class RefusalResponse {
  /** What programs go by. */
  code: RefusalCode;
  /** A sentence for the person. */
  reason: string;
}

/** Something that was said. */
export class TurnResponse {
  /** Who spoke. */
  speaker: 'callivate' | 'person';
  /** What was said. */
  text: string;
  /** When it happened. */
  at: Date;
}

/** What was understood about one occurrence. */
export class ResultResponse {
  /** The occurrence it is about; null for none. */
  occurrenceId: string | null;
  /** What was understood. */
  meaning: Meaning;
  /** The words it was understood from. */
  quote: string | null;
  /** How much it was, for a numeric habit; null when none was said. */
  quantity: number | null;
  /** When the person asked to be called again. */
  callBackAt: Date | null;
  /** When it happened. */
  at: Date;
}

/** One attempt to reach a person. */
export class CallResponse {
  /** Names it, for ever. */
  id: string;
  /** The habits it is about. */
  habitIds: string[];
  /** The occurrences it is about. */
  occurrenceIds: string[];
  /** Why it rings. */
  purpose: Purpose;
  /** Which attempt it is, from 1. */
  attempt: number;
  /** Where it rings. */
  line: LineName;
  /** How it stands. */
  status: CallStatus;
  /** How it ended; null while it has not. */
  ending: Ending | null;
  /** Why it was not made; null when it was. */
  refusal: RefusalResponse | null;
  /** When it was planned. */
  queuedAt: Date;
  /** When it was dialed; null before. */
  dialedAt: Date | null;
  /** When it began to ring; null before. */
  ringingAt: Date | null;
  /** When it was picked up; null before. */
  answeredAt: Date | null;
  /** When it was over; null before. */
  endedAt: Date | null;
  /** From the answer to the end. */
  durationSeconds: number | null;
  /** What was said, in order. */
  turns: TurnResponse[];
  /** What was understood, in order. */
  results: ResultResponse[];
  /** What the call cost; null for a call in the app. */
  cost: number | null;

  static of(call: Call, items: CallItem[], turns: Turn[]): CallResponse {
    const { id, purpose, attempt, line, status, ending, queuedAt, dialedAt, ringingAt, answeredAt, endedAt } = call;
    return {
      id,
      habitIds: items.map(({ habitId }) => habitId),
      occurrenceIds: items.flatMap(({ occurrenceId }) => occurrenceId ?? []),
      purpose,
      attempt,
      line,
      status,
      ending,
      refusal: call.refusalCode ? { code: call.refusalCode, reason: call.refusalReason! } : null,
      queuedAt,
      dialedAt,
      ringingAt,
      answeredAt,
      endedAt,
      durationSeconds: answeredAt && endedAt ? Math.round((endedAt.getTime() - answeredAt.getTime()) / 1000) : null,
      turns: turns.map(({ speaker, text, at }) => ({ speaker, text, at })),
      results: items.flatMap(resultOf),
      cost: null,
    };
  }
}

export class CallPage {
  /** What was asked for, in order. */
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
  /** What sort it is. */
  kind: string;
  /** A sentence a person can read. */
  text: string;
  /** The call it belongs to; null for none. */
  callId: string | null;
}

/** Why an occurrence is as it is, step by step, the first first. */
export class TimelineResponse {
  /** The occurrence it is about; null for none. */
  occurrenceId: string;
  /** What was asked for, in order. */
  items: TimelineItem[];
}

function resultOf({ occurrenceId, meaning, quote, quantity, callBackAt, at }: CallItem): ResultResponse[] {
  return meaning ? [{ occurrenceId, meaning, quote, quantity, callBackAt, at: at! }] : [];
}
