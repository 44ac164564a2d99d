import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { newId, UnitOfWork } from '../../../platform/database';
import type { Claims } from '../../../platform/jobs';
import { type Ask, isOpen, OccurrencesService } from '../../habits';
import { MessagesService } from '../../notifications';
import { People } from '../../users';
import type { Call } from '../call.entity';
import type { CallItem } from '../call-item.entity';
import type { LineName } from '../domain/call';
import { itemRefusal, personRefusal, type Refusal, refusal } from '../domain/gate';
import { ASKED_FOR_WAITS, isLate, lateAfter } from '../domain/lateness';
import { QueueRepository } from '../queue.repository';
import { type Standing, Standings } from './standing';
import { DIAL_LEASE, PEOPLE_AT_ONCE } from './timing';

/** Calls that may be dialed, under one lease, and those that ended at the gate. */
export interface Cleared {
  calls: Call[];
  token: string;
  refused: string[];
}

/** Of those that may be dialed, those that are. */
export type Admit = (calls: Call[], standings: Map<string, Standing>) => Promise<Call[]>;

const everybody: Admit = async (calls) => calls;

interface Verdict {
  call: Call;
  refusal: Refusal | null;
}

/** Decides, for a batch of queued calls, which may be dialed; commits `dialing` for those, and a reason for each of the others. */
@Injectable()
export class Gatekeeper {
  constructor(
    private readonly queue: QueueRepository,
    private readonly standings: Standings,
    private readonly occurrences: OccurrencesService,
    private readonly messages: MessagesService,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** How people whose call in the app is next are held. */
  readonly claims: Claims<string> = {
    next: () => this.queue.holdWaiting('browser', this.clock.now(), PEOPLE_AT_ONCE),
    only: (userId) => this.people.holdFree([userId]),
  };

  /**
   * The next call on the line of each of those whom `hold` gets. `admit` says in the same transaction which of those that may be
   * dialed are: the others wait on.
   */
  letThrough(line: LineName, hold: () => Promise<string[]>, admit: Admit = everybody): Promise<Cleared> {
    return this.work.run(async () => {
      const calls = await this.queue.nextOf(await hold(), line, this.clock.now());
      return this.judge(calls, admit);
    });
  }

  private async judge(calls: Call[], admit: Admit): Promise<Cleared> {
    const now = this.clock.now();
    const standings = await this.standings.of(calls.map(({ userId }) => userId));
    const verdicts = await this.verdicts(calls, standings);
    const refused = verdicts.flatMap(({ call, refusal }) => (refusal ? [{ callId: call.id, refusal }] : []));
    const cleared = await admit(
      verdicts.filter(({ refusal }) => !refusal).map(({ call }) => call),
      standings,
    );
    const token = newId();
    await this.queue.markRefused(refused, now);
    await this.queue.markDialing(
      cleared.map(({ id }) => id),
      token,
      now,
      plus(now, DIAL_LEASE),
    );
    return { calls: cleared, token, refused: refused.map(({ callId }) => callId) };
  }

  private async verdicts(calls: Call[], standings: Map<string, Standing>): Promise<Verdict[]> {
    const items = await this.queue.itemsOf(calls.map(({ id }) => id));
    const left = await this.leaveOut(items);
    const byCall = Map.groupBy(items, ({ callId }) => callId);
    return calls.map((call) => {
      const person = personRefusal(standings.get(call.userId)?.atGate, call.line, call.purpose, this.clock.now());
      return { call, refusal: person ?? this.nothingLeft(call, byCall.get(call.id) ?? [], left) };
    });
  }

  /** Takes out of the calls what does not belong into them any more; what came too late is told instead. */
  private async leaveOut(items: CallItem[]): Promise<Map<CallItem, Refusal>> {
    const ids = items.flatMap(({ occurrenceId }) => occurrenceId ?? []);
    const asks = new Map((await this.occurrences.asks(ids)).map((ask) => [ask.id, ask]));
    const left = new Map(
      items.flatMap((item) => {
        const refusal = this.refusalOf(item, item.occurrenceId ? asks.get(item.occurrenceId) : undefined);
        return refusal ? [[item, refusal] as const] : [];
      }),
    );
    await this.queue.leaveOut([...left].map(([item, { code }]) => ({ ...item, leftOut: code })));
    await this.messages.write(
      [...left].flatMap(([{ occurrenceId }, { code }]) => {
        const ask = asks.get(occurrenceId ?? '');
        return code === 'late' && ask
          ? [{ userId: ask.userId, kind: 'late-call' as const, asks: [ask], cause: ask.id }]
          : [];
      }),
    );
    return left;
  }

  private refusalOf(item: CallItem, ask: Ask | undefined): Refusal | null {
    if (item.leftOut) return refusal(item.leftOut);
    if (!item.occurrenceId) return null;
    const open = ask !== undefined && isOpen(ask.status);
    return itemRefusal(
      { open, gone: !ask, resting: ask?.resting ?? true, lateAfter: item.lateAfter },
      this.clock.now(),
    );
  }

  /** A call about things none of which is left is not made; one about nothing only ever waits for its line. */
  private nothingLeft(call: Call, items: CallItem[], left: Map<CallItem, Refusal>): Refusal | null {
    if (items.length === 0) {
      return isLate(lateAfter(call.notBefore, ASKED_FOR_WAITS), this.clock.now()) ? refusal('late') : null;
    }
    return items.every((item) => left.has(item)) ? left.get(items[0]!)! : null;
  }
}
