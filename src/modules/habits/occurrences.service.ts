import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { dayAt } from '../../kernel/local-time';
import { ChangeLog } from '../../platform/changes';
import { News } from '../../platform/news';
import { People } from '../users';
import { standingAtEnd } from './domain/standing';
import { type Ask, EngineRepository, type Named } from './engine.repository';
import { FreezesService } from './freezes.service';
import { occurrenceUpdated, streakUpdated } from './habits.announcements';
import { occurrencesClosed } from './habits.news';
import type { Occurrence } from './occurrence.entity';
import { type NewStanding, OccurrencesRepository } from './occurrences.repository';

/** Occurrences as the engine moves them. Each verb expects its people to be held. */
@Injectable()
export class OccurrencesService {
  constructor(
    private readonly engine: EngineRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly freezes: FreezesService,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Holds people with something due, but for those whom somebody else holds. */
  holdDue(limit: number): Promise<string[]> {
    return this.engine.holdDue(this.clock.now(), limit);
  }

  peopleToClose(limit: number): Promise<string[]> {
    return this.engine.peopleToClose(this.clock.now(), limit);
  }

  dueOf(userIds: string[]): Promise<Ask[]> {
    return this.engine.dueOf(userIds, this.clock.now());
  }

  /** What is still planned for the person up to a moment to come, the next first. */
  plannedUntil(userId: string, until: Date): Promise<Ask[]> {
    return this.engine.plannedUntil(userId, until, this.clock.now());
  }

  asks(ids: string[]): Promise<Ask[]> {
    return this.engine.asks(ids, this.clock.now());
  }

  /** The occurrence a call right now would be about: today's open one, else the next; nothing when none is planned. */
  async nextAsk(userId: string, habitId: string): Promise<Ask | undefined> {
    const { timeZone, dayEndsAt } = await this.people.profile(userId);
    const now = this.clock.now();
    return this.engine.nextAsk(habitId, dayAt(now, timeZone ?? 'UTC', dayEndsAt), now);
  }

  /** What somebody who calls us would speak of: all that is due and open, else what is still to come today. */
  async openToday(userId: string): Promise<Ask[]> {
    const { timeZone, dayEndsAt } = await this.people.profile(userId);
    const now = this.clock.now();
    const open = await this.engine.openOn(userId, dayAt(now, timeZone ?? 'UTC', dayEndsAt), now);
    const awake = open.filter(({ resting }) => !resting);
    const due = awake.filter(({ status }) => status === 'due');
    return due.length > 0 ? due : awake;
  }

  /** The occurrence of a habit that rings next; nothing when none is planned yet. */
  nextPlanned(habitId: string): Promise<Ask | undefined> {
    return this.engine.nextPlanned(habitId, this.clock.now());
  }

  names(habitIds: string[]): Promise<Named[]> {
    return this.engine.names(habitIds);
  }

  overdueOf(userIds: string[]): Promise<string[]> {
    return this.engine.overdueOf(userIds, this.clock.now());
  }

  /** planned → due: from now on it is being asked about. */
  async markDue(asks: Ask[]): Promise<void> {
    await this.engine.markDue(idsOf(asks), this.clock.now());
    await this.changes.append(asks.map((ask) => occurrenceUpdated({ ...ask, status: 'due' })));
  }

  /** due → planned: it was taken up before its time, and nobody got to it. It rings when it is due, by all the rules of then. */
  async giveBack(asks: Ask[]): Promise<void> {
    if (asks.length === 0) return;
    await this.engine.giveBack(idsOf(asks));
    await this.changes.append(asks.map((ask) => occurrenceUpdated({ ...ask, status: 'planned' })));
  }

  /** A call or a message about them really went out. */
  async markReached(ids: string[]): Promise<void> {
    await this.engine.markReached(ids, this.clock.now());
  }

  /** The person named a time to be called again. */
  async markCallback(ids: string[], at: Date): Promise<void> {
    await this.engine.markCallback(ids, at);
  }

  /** Their time is over and nobody said a word of them: whatever follows from that, any later word of the person still beats it. */
  async close(ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const ends = await this.engine.atTheirEnd(ids);
    await this.end(ends.map((facts) => ({ id: facts.id, ...standingAtEnd(facts) })));
  }

  /** The habit rests from now on: what was open neither counts nor breaks. */
  letRest(ids: string[]): Promise<void> {
    return this.end(ids.map((id) => ({ id, status: 'skipped', closedBecause: 'resting' })));
  }

  /** Its goal is met without it, or left to other days: what was open falls silent. */
  leaveToGoal(ids: string[]): Promise<void> {
    return this.end(ids.map((id) => ({ id, status: 'skipped', closedBecause: 'goal-open' })));
  }

  /** Its goal is open again: what was left to it is due again until its time is over, though nobody calls about it anew. */
  async openAgain(rows: Occurrence[]): Promise<void> {
    await this.occurrences.set(
      rows.map(({ id }) => ({ id, status: 'due', closedBecause: null })),
      this.clock.now(),
    );
    await this.changes.append(rows.map((row) => occurrenceUpdated({ ...row, status: 'due' })));
  }

  private async end(standings: NewStanding[]): Promise<void> {
    if (standings.length === 0) return;
    const ended = await this.occurrences.close(standings, this.clock.now());
    await this.freezes.watch(idsOf(ended));
    await this.changes.append(ended.flatMap((row) => [occurrenceUpdated(row), streakUpdated(row.userId, row.habitId)]));
    for (const [userId, rows] of byPerson(ended)) {
      await this.news.publish(occurrencesClosed, { userId, occurrenceIds: idsOf(rows) });
    }
  }
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function byPerson(rows: Occurrence[]): Map<string, Occurrence[]> {
  return Map.groupBy(rows, ({ userId }) => userId);
}
