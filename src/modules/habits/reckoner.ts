import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { ChangeLog } from '../../platform/changes';
import { News } from '../../platform/news';
import { isOpen } from './domain/occurrence';
import { type Facts, type Standing, standingByNumber, standingOf } from './domain/standing';
import { FreezesService } from './freezes.service';
import { occurrenceUpdated, streakUpdated } from './habits.announcements';
import { occurrencesClosed } from './habits.news';
import type { HabitRow } from './habits.repository';
import type { Subject } from './occurrence-finder';
import { type OccurrenceRow, OccurrencesRepository } from './occurrences.repository';
import { Planner } from './planner';

/** What has just changed about a subject. */
export interface Changed {
  /** What was said of its own occurrence: kept, replaced or taken back. Also when the occurrence itself is new. */
  word: boolean;
  /** The number of its day, which speaks for all that the habit asked of the day. */
  number: boolean;
}

/**
 * Draws the consequences of what a person said: how each occurrence stands now, who hears of it, and what a goal still asks
 * for. Done anywhere cancels everything: calls and messages about it fall away in the same transaction.
 */
@Injectable()
export class Reckoner {
  constructor(
    private readonly occurrences: OccurrencesRepository,
    private readonly planner: Planner,
    private readonly freezes: FreezesService,
    private readonly changes: ChangeLog,
    private readonly news: News,
    private readonly clock: Clock,
  ) {}

  /** Returns the subject's occurrence as it stands now. Expects the person to be held. */
  async reckon({ row, habit }: Subject, changed: Changed): Promise<OccurrenceRow> {
    const now = this.clock.now();
    const rows = await this.spokenFor(row, changed);
    const moved = rows.flatMap((one) => {
      const isSpokenOf = changed.word && one.id === row.id;
      const next = (isSpokenOf ? standingOf : standingByNumber)(factsOf(one, habit), now);
      return next ? [{ id: one.id, ...next }] : [];
    });
    await this.occurrences.set(moved, now);
    await this.freezes.watch(moved.map(({ id }) => id));
    const isPlannedAgain = moved.some(({ status }) => status === 'planned');
    const isPlannedAnew = await this.planner.planAnewAfterWord(habit, isPlannedAgain);
    const standings = new Map(moved.map(({ id, ...standing }) => [id, standing]));
    const after = isPlannedAnew
      ? await this.spokenFor((await this.occurrences.find(row.userId, row.id))!, changed)
      : rows.map((one) => ({ ...one, ...standings.get(one.id) }));
    await this.tell(after, standings);
    return after.find(({ id }) => id === row.id)!;
  }

  /** The subject alone, or all of its day. */
  private async spokenFor({ userId, id, habitId, day }: OccurrenceRow, { number }: Changed): Promise<OccurrenceRow[]> {
    if (number) return this.occurrences.ofHabitDays(habitId, [day]);
    return [(await this.occurrences.find(userId, id))!];
  }

  private async tell(rows: OccurrenceRow[], moved: Map<string, Standing>): Promise<void> {
    const { userId, habitId } = rows[0]!;
    await this.changes.append([...rows.map(occurrenceUpdated), streakUpdated(userId, habitId)]);
    const closed = rows.filter(({ id, status }) => moved.has(id) && !isOpen(status));
    if (closed.length === 0) return;
    await this.news.publish(occurrencesClosed, { userId, occurrenceIds: closed.map(({ id }) => id) });
  }
}

export function factsOf(
  row: OccurrenceRow,
  { targetDirection, archivedAt, pausedAt }: Pick<HabitRow, 'targetDirection' | 'archivedAt' | 'pausedAt'>,
): Facts {
  const { status, closedBecause, checkInStatus, verdict, goal, dueAt, closesAt } = row;
  return {
    ...{ status, closedBecause, verdict, dueAt, closesAt },
    word: checkInStatus,
    isLimit: targetDirection === 'at-most',
    isOfGoal: goal !== null,
    rests: archivedAt !== null || pausedAt !== null,
    isTakenUp: row.dispatchedAt !== null,
    isUnasked: row.total === null && row.dispatchedAt === null && row.plannedAt > dueAt,
  };
}
