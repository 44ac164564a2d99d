import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, dayAt } from '../../kernel/local-time';
import { absent } from '../../kernel/problem';
import { type Cursor, pageOf, readCursor } from '../../platform/http';
import { People, type Profile } from '../users';
import type { Habit } from './habit.entity';
import { timeZoneNeeded } from './habits.problems';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { nameOf } from './local-moments';
import type { Occurrence } from './occurrence.entity';
import { OccurrenceResponse } from './occurrences.dto';
import { type Days, type OccurrenceRow, OccurrencesRepository, type Part, unanswered } from './occurrences.repository';
import { Outlook } from './outlook';
import type { UpcomingOccurrence, UpcomingQuery, UpcomingResponse } from './upcoming.dto';

/** Something that will be asked, with the habit it belongs to. */
export interface Upcoming {
  occurrence: OccurrenceRow;
  habit: Habit;
  /** Whether it is a row; what is none was reckoned, and its id means nothing. */
  isRow: boolean;
}

/** So many days, at most, a pinned habit's day is behind the person's own. */
const BEHIND = 2;

/** What will be asked of a person: rows as far as there are rows, and what will be planned beyond them. */
@Injectable()
export class UpcomingService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly outlook: Outlook,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `time-zone-needed`, or 404 for a habit that is not the person's. */
  async upcoming(userId: string, { days, habitId, limit, cursor }: UpcomingQuery): Promise<UpcomingResponse> {
    const profile = await this.people.profile(userId);
    const { timeZone } = profile;
    if (!timeZone) throw timeZoneNeeded();
    const habits = (await this.habits.askingOf(userId)).filter(({ id }) => !habitId || id === habitId);
    if (habitId && habits.length === 0 && !(await this.habits.find(userId, habitId))) throw absent('habit');
    const upcoming = await this.of(habits, profile, timeZone, days, { after: readCursor(cursor), limit });
    return { timeZone, ...pageOf(upcoming, limit, placeOf, shown) };
  }

  /** The same for a reader without a screen: whose zone is not known has what is pinned to one. Returns one more when there is. */
  async withHabits(userId: string, days: number, limit: number): Promise<Upcoming[]> {
    const profile = await this.people.profile(userId);
    const habits = await this.habits.askingOf(userId);
    return this.of(habits, profile, profile.timeZone ?? 'UTC', days, { after: null, limit });
  }

  private async of(
    habits: HabitRow[],
    profile: Profile,
    timeZone: string,
    days: number,
    part: Part,
  ): Promise<Upcoming[]> {
    const now = this.clock.now();
    const today = dayAt(now, timeZone, profile.dayEndsAt);
    const ahead = { first: addDays(today, -BEHIND), last: addDays(today, days - 1), today };
    const beyond = await this.beyond(habits, ahead, part);
    const byId = new Map(habits.map((habit) => [habit.id, habit]));
    const rows = await this.occurrences.ahead(profile.userId, [...byId.keys()], now, ahead, part);
    const kept = new Set(rows.map(nameOf));
    return [
      ...rows.map((row) => ({ occurrence: row, isRow: true })),
      ...beyond.filter((one) => !kept.has(nameOf(one))).map((one) => ({ occurrence: unanswered(one), isRow: false })),
    ]
      .map((one) => ({ ...one, habit: byId.get(one.occurrence.habitId)! }))
      .sort(byPlace)
      .slice(0, part.limit + 1);
  }

  /** Of what is no row yet at least as much as fits the part, where there is as much. */
  private async beyond(habits: HabitRow[], days: Days, { after, limit }: Part): Promise<Occurrence[]> {
    const found: Occurrence[] = [];
    for await (const portion of this.outlook.beyondRows(habits, days, after?.at)) {
      found.push(...portion.filter((one) => !after || isBehind(one, after)));
      if (found.length > limit) break;
    }
    return found;
  }
}

function placeOf({ occurrence: { dueAt: at, habitId: id } }: Upcoming): Cursor {
  return { at, id };
}

function isBehind({ dueAt, habitId }: Occurrence, { at, id }: Cursor): boolean {
  return dueAt > at || (dueAt.getTime() === at.getTime() && habitId > id);
}

function shown({ occurrence, isRow }: Upcoming): UpcomingOccurrence {
  return { ...OccurrenceResponse.of(occurrence), id: isRow ? occurrence.id : null };
}

function byPlace({ occurrence: one }: Upcoming, { occurrence: other }: Upcoming): number {
  return one.dueAt.getTime() - other.dueAt.getTime() || (one.habitId < other.habitId ? -1 : 1);
}
