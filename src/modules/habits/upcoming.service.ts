import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, dayAt } from '../../kernel/local-time';
import { People, type Profile } from '../users';
import type { Habit } from './habit.entity';
import { timeZoneNeeded } from './habits.problems';
import { HabitsRepository } from './habits.repository';
import { nameOf } from './local-moments';
import { OccurrenceResponse } from './occurrences.dto';
import { type OccurrenceRow, OccurrencesRepository, unanswered } from './occurrences.repository';
import { Outlook } from './outlook';
import type { UpcomingOccurrence, UpcomingResponse } from './upcoming.dto';

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

  /** @throws Problem `time-zone-needed` */
  async upcoming(userId: string, days: number): Promise<UpcomingResponse> {
    const profile = await this.people.profile(userId);
    const { timeZone } = profile;
    if (!timeZone) throw timeZoneNeeded();
    const upcoming = await this.of(profile, timeZone, days);
    return { timeZone, items: upcoming.map(shown) };
  }

  /** The same for a reader without a screen: whose zone is not known has what is pinned to one. */
  async withHabits(userId: string, days: number): Promise<Upcoming[]> {
    const profile = await this.people.profile(userId);
    return this.of(profile, profile.timeZone ?? 'UTC', days);
  }

  private async of(profile: Profile, timeZone: string, days: number): Promise<Upcoming[]> {
    const now = this.clock.now();
    const today = dayAt(now, timeZone, profile.dayEndsAt);
    const [first, last] = [addDays(today, -BEHIND), addDays(today, days - 1)];
    const habits = new Map((await this.habits.askingOf(profile.userId)).map((habit) => [habit.id, habit]));
    const beyond = await this.outlook.beyondRows([...habits.values()], { first, last });
    const rows = await this.occurrences.ahead(profile.userId, [...habits.keys()], now, first, last);
    const kept = new Set(rows.map(nameOf));
    return [
      ...rows.map((row) => ({ occurrence: row, isRow: true })),
      ...beyond.filter((one) => !kept.has(nameOf(one))).map((one) => ({ occurrence: unanswered(one), isRow: false })),
    ]
      .map((one) => ({ ...one, habit: habits.get(one.occurrence.habitId)! }))
      .sort(byTime);
  }
}

function shown({ occurrence, isRow }: Upcoming): UpcomingOccurrence {
  return { ...OccurrenceResponse.of(occurrence), id: isRow ? occurrence.id : null };
}

function byTime({ occurrence: one }: Upcoming, { occurrence: other }: Upcoming): number {
  const apart = one.dueAt.getTime() - other.dueAt.getTime();
  return apart === 0 ? nameOf(one).localeCompare(nameOf(other)) : apart;
}
