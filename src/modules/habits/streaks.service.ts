import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, dayAt, type LocalDate } from '../../kernel/local-time';
import { People } from '../users';
import { type DayStreakState, foldDays, NO_DAY_STREAK, overallDays, type StreakEvent } from './domain/day-streak';
import type { DayTally } from './domain/day-tally';
import { foldHabit, type HabitStreakState, NO_HABIT_STREAK, scoreCurve } from './domain/habit-streak';
import { type Unit, unitsOf } from './domain/unit';
import type { Habit } from './habit.entity';
import { type HabitSeries, StreaksRepository, wholePeriods } from './streaks.repository';

/** What a streak of a habit is reckoned by. */
export type Streaking = Pick<Habit, 'id' | 'goal' | 'frequency'>;

/** The streak of a habit, and how strong it is. */
export interface HabitStreak extends HabitStreakState {
  habitId: string;
  unit: 'day' | 'week' | 'month';
}

export interface ScoreOfDay {
  day: LocalDate;
  score: number;
}

/** Where only the count is asked for, it does not matter how often a habit is due. */
const EVERY_DAY: Streaking = { id: '', goal: null, frequency: 1 };

/** A score curve goes so many days back. */
const CURVE_DAYS = 92;

/**
 * Streaks are a fold over the days, never a counter that could go astray: from the last checkpoint on, so that a read costs
 * no more after years than after a month.
 */
@Injectable()
export class StreaksService {
  constructor(
    private readonly streaks: StreaksRepository,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** The streak of each habit. */
  async ofHabits(userId: string, habits: Streaking[]): Promise<Map<string, HabitStreak>> {
    if (habits.length === 0) return new Map();
    const today = await this.today(userId);
    const series = await this.seriesOf(habits, today, today);
    const events = await this.eventsSince(userId, series);
    return new Map(habits.map((habit) => [habit.id, streakOf(habit, series.get(habit.id)!, today, events)]));
  }

  /** The streak of one habit, and its score as it was at the end of each of the last 92 days on which it was due. */
  async withScores(userId: string, habit: Streaking): Promise<HabitStreak & { scores: ScoreOfDay[] }> {
    const today = await this.today(userId);
    const series = (await this.seriesOf([habit], today, addDays(today, -CURVE_DAYS))).get(habit.id)!;
    const events = await this.eventsSince(userId, new Map([[habit.id, series]]));
    const units = unitsOf(series.tallies, today);
    const curve = scoreCurve(series.state ?? NO_HABIT_STREAK, units, today, paceOf(habit), habit.frequency);
    const scores = curve.filter(({ day }) => day > addDays(today, -CURVE_DAYS));
    return { ...streakOf(habit, series, today, events), scores };
  }

  /** Days on which everything that was due was done, over all habits there ever were. */
  async overall(userId: string): Promise<DayStreakState> {
    return this.overallOn(userId, await this.today(userId));
  }

  async overallOn(userId: string, today: LocalDate): Promise<DayStreakState> {
    const { through, state } = await this.streaks.dayCheckpoint(userId, today);
    const tallies = await this.streaks.talliesOf(userId, through && wholePeriods(through), today);
    const days = overallDays(tallies, today).filter(({ day }) => through === null || day > through);
    return foldDays(state ?? NO_DAY_STREAK, days, await this.streaks.eventsOf(userId, through), today);
  }

  /**
   * What the streak will be once each of these is done, to be said while the person is still on the line. Zero when the
   * day or the goal asks for more than this one: then nothing is promised yet.
   */
  async onceDone(
    userId: string,
    asks: { id: string; habitId: string; day: LocalDate }[],
  ): Promise<Map<string, number>> {
    const days = asks.map(({ day }) => day);
    const today = [await this.today(userId), ...days].sort().at(-1)!;
    const habits = [...new Set(asks.map(({ habitId }) => habitId))].map((id) => ({ ...EVERY_DAY, id }));
    const series = await this.seriesOf(habits, today, today);
    const events = await this.eventsSince(userId, series);
    return new Map(
      asks.map(({ id, habitId, day }) => {
        const one = series.get(habitId)!;
        const units = unitsOf(one.tallies.map((tally) => (tally.day === day ? oneMoreDone(tally) : tally)), today);
        const isWhole = units.some(({ first, last, status }) => first <= day && day <= last && status === 'completed');
        const { current } = foldedThrough(EVERY_DAY, one, units, today, events);
        return [id, isWhole ? current : 0];
      }),
    );
  }

  /** The day it is for the person. */
  async today(userId: string): Promise<LocalDate> {
    const { timeZone, dayEndsAt } = await this.people.whereabouts(userId);
    return dayAt(this.clock.now(), timeZone ?? 'UTC', dayEndsAt);
  }

  private async seriesOf(habits: Streaking[], until: LocalDate, before: LocalDate): Promise<Map<string, HabitSeries>> {
    const series = await this.streaks.seriesOf(habits.map(({ id }) => ({ habitId: id, until, before })));
    return new Map(series.map((one) => [one.habitId, one]));
  }

  private async eventsSince(userId: string, series: Map<string, HabitSeries>): Promise<StreakEvent[]> {
    const throughs = [...series.values()].map(({ through }) => through);
    return this.streaks.eventsOf(userId, throughs.includes(null) ? null : (throughs.sort()[0] ?? null));
  }
}

/** The state of a series' streak once these units of it are folded. */
export function foldedThrough(
  habit: Streaking,
  { through, state }: HabitSeries,
  units: Unit[],
  today: LocalDate,
  events: StreakEvent[],
): HabitStreakState {
  const isNew = ({ kind, day }: StreakEvent) => kind === 'reset' && (through === null || day > through);
  const resets = events.filter((event) => isNew(event) && event.day <= today).map(({ day }) => day);
  return foldHabit(state ?? NO_HABIT_STREAK, units, today, paceOf(habit), habit.frequency, resets);
}

function streakOf(habit: Streaking, series: HabitSeries, today: LocalDate, events: StreakEvent[]): HabitStreak {
  const streak = foldedThrough(habit, series, unitsOf(series.tallies, today), today, events);
  return { ...streak, habitId: habit.id, unit: habit.goal?.per ?? 'day' };
}

/** How many calendar days one unit of the habit stands for. */
function paceOf({ frequency }: Streaking): number {
  return 1 / frequency;
}

function oneMoreDone(tally: DayTally): DayTally {
  return { ...tally, open: tally.open - 1, completed: tally.completed + 1 };
}
