import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { newId, UnitOfWork } from '../../platform/database';
import { HabitsService, OccurrencesService } from '../habits';
import { People } from '../users';
import type { Call } from './call.entity';
import { callInProgress, habitDoesNotRing } from './calls.problems';
import { CallsRepository } from './calls.repository';
import type { Purpose } from './domain/call';
import { ASKED_FOR_WAITS, lateAfter } from './domain/lateness';
import { Dialer } from './engine/dialer';
import { lineOf } from './engine/standing';
import { type NewItem, QueueRepository } from './queue.repository';

type About = Pick<NewItem, 'habitId' | 'occurrenceId' | 'lateAfter'>;

/** Calls a person asks for, wherever their calls ring: now, about a habit, or just to hear how it sounds. */
@Injectable()
export class AskedForService {
  constructor(
    private readonly habits: HabitsService,
    private readonly occurrences: OccurrencesService,
    private readonly queue: QueueRepository,
    private readonly calls: CallsRepository,
    private readonly dialer: Dialer,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** About today's open occurrence, else the next; when there is none it asks all the same and marks nothing. Returns the call's id. */
  async callNow(userId: string, habitId: string): Promise<string> {
    const { status, lateMinutes } = await this.habits.get(userId, habitId);
    if (status !== 'active') throw habitDoesNotRing(status);
    const ask = await this.occurrences.nextAsk(userId, habitId);
    const about = { habitId, occurrenceId: ask?.id ?? null, lateAfter: lateAfter(this.clock.now(), lateMinutes) };
    return this.place(userId, 'now', [about]);
  }

  /** A call that only shows how a call sounds. Returns its id. */
  testCall(userId: string): Promise<string> {
    return this.place(userId, 'test', []);
  }

  private async place(userId: string, purpose: Purpose, about: About[]): Promise<string> {
    const id = newId();
    await this.work.run(async () => {
      await this.people.hold(userId);
      if ((await this.calls.unendedOf(userId)).some(isInTheWay)) throw callInProgress();
      const line = lineOf(await this.people.profile(userId));
      const now = this.clock.now();
      const times = { notBefore: now, lateAfter: about[0]?.lateAfter ?? lateAfter(now, ASKED_FOR_WAITS) };
      const call = { id, userId, line, purpose, attempt: 1, follows: null, ...times };
      const items = about.map((item, position) => ({ ...item, callId: id, position }));
      await this.queue.insert([call], items, this.clock.now());
    });
    await this.dialer.dialFor([userId]);
    return id;
  }
}

/** A call that is live, or that was asked for a moment ago and has not been dialed yet. */
function isInTheWay({ status, purpose }: Call): boolean {
  return status !== 'queued' || purpose === 'now' || purpose === 'test';
}
