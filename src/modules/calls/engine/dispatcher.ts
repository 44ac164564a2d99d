import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { newId, UnitOfWork } from '../../../platform/database';
import { claimByClaim } from '../../../platform/jobs';
import { type Ask, OccurrencesService } from '../../habits';
import { type Draft, MessagesService } from '../../notifications';
import { People } from '../../users';
import { dispatch } from '../domain/dispatch';
import { personRefusal, type Refusal, refusal as refused } from '../domain/gate';
import { lateAfter, latestOf } from '../domain/lateness';
import { type NewCall, type NewItem, QueueRepository } from '../queue.repository';
import { type Standing, Standings } from './standing';
import { LANES, PEOPLE_AT_ONCE } from './timing';

/** What a batch of people becomes: rows to be written in bulk. */
interface Outbox {
  calls: NewCall[];
  items: NewItem[];
  messages: Draft[];
}

/**
 * Takes up what is due: claims people with something due, never single occurrences, so that all that is due to one person
 * in one minute shares one call and two replicas never meet at one door.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly occurrences: OccurrencesService,
    private readonly queue: QueueRepository,
    private readonly messages: MessagesService,
    private readonly people: People,
    private readonly standings: Standings,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Until nobody is left who has something due and is free. `afterBatch` follows each batch at once, with its people, so that
   * the first need not wait for the last.
   */
  async dispatchDue(afterBatch: (userIds: string[]) => Promise<unknown> = async () => {}): Promise<void> {
    const claims = {
      next: () => this.occurrences.holdDue(PEOPLE_AT_ONCE),
      only: (userId: string) => this.people.holdFree([userId]),
    };
    await claimByClaim(LANES, claims, async (claim) => {
      const userIds = await this.dispatchSome(claim);
      if (userIds.length > 0) await afterBatch(userIds);
    });
  }

  private dispatchSome(claim: () => Promise<string[]>): Promise<string[]> {
    return this.work.run(async () => {
      const held = await claim();
      if (held.length > 0) await this.takeUp(held);
      return held;
    });
  }

  private async takeUp(userIds: string[]): Promise<void> {
    const [asks, resting] = parted(await this.occurrences.dueOf(userIds));
    await this.occurrences.letRest(resting.map(({ id }) => id));
    const standings = await this.standings.of(userIds);
    const outbox: Outbox = { calls: [], items: [], messages: [] };
    for (const [userId, due] of Map.groupBy(asks, ({ userId }) => userId)) {
      this.decide(due, standings.get(userId)!, outbox);
    }
    await this.occurrences.markDue(asks);
    await this.queue.insert(outbox.calls, outbox.items, this.clock.now());
    await this.messages.write(outbox.messages);
  }

  private decide(due: Ask[], { profile, line, atGate }: Standing, outbox: Outbox): void {
    const now = this.clock.now();
    const refusal = personRefusal(atGate, line, 'due', now);
    const { call, tell, late, instead } = dispatch(due, refusal, now);
    const write = (kind: Draft['kind'], asks: Ask[], reason?: string) => {
      if (asks.length > 0) outbox.messages.push({ userId: profile.userId, kind, asks, cause: asks[0]!.id, reason });
    };
    write('habit-due', tell);
    write('late-call', late);
    write('not-called', instead, refusal?.reason);
    const queue = (asks: Ask[], refusal?: Refusal) => this.queueCall(asks, profile.userId, line, outbox, refusal);
    queue(call);
    queue(late.filter(isToRing), refused('late'));
    queue(instead, refusal ?? undefined);
  }

  /** What is not to ring is written down as a call all the same, with the reason: the person can look it up. */
  private queueCall(asks: Ask[], userId: string, line: Standing['line'], outbox: Outbox, refusal?: Refusal): void {
    if (asks.length === 0) return;
    const callId = newId();
    const items = asks.map(({ id, habitId, dueAt, lateMinutes }, position) => ({
      callId,
      position,
      habitId,
      occurrenceId: id,
      lateAfter: lateAfter(dueAt, lateMinutes),
    }));
    const times = { notBefore: asks[0]!.dueAt, lateAfter: latestOf(items) };
    outbox.calls.push({ id: callId, userId, line, purpose: 'due', attempt: 1, follows: null, ...times, refusal });
    outbox.items.push(...items);
  }
}

function isToRing({ channel }: Ask): boolean {
  return channel === 'call';
}

/** A habit may have been paused or archived while its occurrence was checked in, and the word taken back since. */
function parted(due: Ask[]): [awake: Ask[], resting: Ask[]] {
  return [due.filter(({ resting }) => !resting), due.filter(({ resting }) => resting)];
}
