import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus } from '../../kernel/clock';
import { addDays, type LocalDate, utcDateAt } from '../../kernel/local-time';
import { DaysRepository, type HabitDay } from './days.repository';
import { type DayCounts, statusOfCounts } from './domain/day-status';
import { HabitsRepository } from './habits.repository';
import type { Occurrence } from './occurrence.entity';
import type { CalendarDay, CalendarResponse } from './occurrences.dto';
import type { Days } from './occurrences.repository';
import { Outlook } from './outlook';

/** How the days of a month went, and what those to come will ask for. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly days: DaysRepository,
    private readonly habits: HabitsRepository,
    private readonly outlook: Outlook,
    private readonly clock: Clock,
  ) {}

  async month(userId: string, month: string): Promise<CalendarResponse> {
    const first = `${month}-01`;
    const { daysInMonth } = Temporal.PlainDate.from(first);
    const last = addDays(first, daysInMonth - 1);
    const toCome = await this.toCome(userId, { first, last });
    const counted = Map.groupBy([...(await this.days.counts(userId, first, last)), ...toCome], ({ day }) => day);
    const dates = Array.from({ length: daysInMonth }, (_, index) => addDays(first, index));
    return { month, days: dates.map((day) => calendarDay(day, counted.get(day) ?? [])) };
  }

  /** All of it is open. A month that is over, in whichever zone, asks for nothing more. */
  private async toCome(userId: string, days: Days): Promise<HabitDay[]> {
    const twoDaysAgo = plus(this.clock.now(), -2 * DAY);
    if (days.last < utcDateAt(twoDaysAgo)) return [];
    const counted: HabitDay[] = [];
    for await (const beyond of this.outlook.beyondRows(await this.habits.askingOf(userId), days)) {
      const byHabitDay = Map.groupBy(beyond, ({ habitId, day }) => `${habitId} ${day}`);
      counted.push(...[...byHabitDay.values()].map(open));
    }
    return counted;
  }
}

/** What one habit will ask for on one day. */
function open(occurrences: Occurrence[]): HabitDay {
  const { habitId, day } = occurrences[0]!;
  return { habitId, day, due: occurrences.length, completed: 0, skipped: 0, missed: 0 };
}

function calendarDay(day: LocalDate, counted: HabitDay[]): CalendarDay {
  const byHabit = Map.groupBy(counted, ({ habitId }) => habitId);
  const habits = [...byHabit.keys()].sort().map((habitId) => ({ habitId, ...judged(byHabit.get(habitId)!) }));
  return { day, ...judged(counted), habits };
}

function judged(counted: DayCounts[]) {
  const sum = (what: keyof DayCounts) => counted.reduce((total, counts) => total + counts[what], 0);
  const counts = { due: sum('due'), completed: sum('completed'), skipped: sum('skipped'), missed: sum('missed') };
  return { status: statusOfCounts(counts), ...counts };
}
