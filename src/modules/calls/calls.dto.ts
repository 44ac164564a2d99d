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
  code: RefusalCode;
  /** A sentence for the person. */
  reason: string;
}

/** Something that was said. */
export class TurnResponse {
  speaker: 'callivate' | 'person';
  text: string;
  at: Date;
}

/** What was understood about one occurrence. */
export class ResultResponse {
  occurrenceId: string | null;
  meaning: Meaning;
  /** The words it was understood from. */
  quote: string | null;
  quantity: number | null;
  /** When the person asked to be called again. */
  callBackAt: Date | null;
  at: Date;
}

/** One attempt to reach a person. */
export class CallResponse {
  id: string;
  habitIds: string[];
  occurrenceIds: string[];
  purpose: Purpose;
  attempt: number;
  line: LineName;
  status: CallStatus;
  /** How it ended; null while it has not. */
  ending: Ending | null;
  refusal: RefusalResponse | null;
  queuedAt: Date;
  dialedAt: Date | null;
  ringingAt: Date | null;
  answeredAt: Date | null;
  endedAt: Date | null;
  /** From the answer to the end. */
  durationSeconds: number | null;
  turns: TurnResponse[];
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
  items: CallResponse[];
  nextCursor: string | null;
}

/** How to be connected to the call. */
export class AnswerResponse {
  /** WebSocket address that speaks ConversationRelay. It opens once, within 15 seconds. */
  relayUrl: string;
}

/** One step in the life of an occurrence. */
export class TimelineItem {
  at: Date;
  kind: string;
  /** A sentence a person can read. */
  text: string;
  callId: string | null;
}

/** Why an occurrence is as it is, step by step, the first first. */
export class TimelineResponse {
  occurrenceId: string;
  items: TimelineItem[];
}

function resultOf({ occurrenceId, meaning, quote, quantity, callBackAt, at }: CallItem): ResultResponse[] {
  return meaning ? [{ occurrenceId, meaning, quote, quantity, callBackAt, at: at! }] : [];
}
