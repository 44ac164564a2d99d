import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { addDays, dayAt, type LocalDate } from '../../kernel/local-time';
import { People } from '../users';
import { type HabitState, habitStep, NEW_HABIT, rowOf } from './domain/habit-streak';
import { nextMilestone } from './domain/milestones';
import { NEW_PERSON, type OverallState, overallStep } from './domain/overall-streak';
import { memoryOf, unitKindOf } from './domain/score';
import { breaksIfMissed, LEAD_DAYS, type Lead, leadOf, onceMoreDone, unitOn } from './domain/stakes';
import { type Streak, type StreakEvent, statesAt, stepsOf } from './domain/streak';
import { daysOf, type Unit, type UnitKind, unitsOf } from './domain/unit';
import type { Habit } from './habit.entity';
import { type Checkpoint, type HabitSeries, StreaksRepository } from './streaks.repository';

/** What the streak of a habit is reckoned by. */
export type Streaking = Pick<Habit, 'id' | 'goal' | 'recurrence'>;

/** The streak of a habit, and how strong it is: 0 to 1. */
export interface HabitStreak extends Streak {
  habitId: string;
  unit: UnitKind;
  score: number;
}

export interface ScoreOfDay {
  day: LocalDate;
  score: number;
}

/** What hangs on the answer about an occurrence. */
export interface Stakes extends Lead {
  /** The streak once it is done. Zero when the day or the goal asks for more than this one: then nothing is promised yet. */
  onceDone: number;
  /** The streak that ends if it is missed. Zero when none does, or when other days of its goal are left. */
  atStake: number;
  /** Whether `onceDone` is a milestone. */
  reachesMilestone: boolean;
}

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
    return new Map(
      habits.map((habit) => {
        const one = series.get(habit.id)!;
        return [habit.id, shownAs(habit, habitStateAt(habit, one, unitsOf(one.facts, today), events, today))];
      }),
    );
  }

  /** The streak of one habit, and its score at the end of each of the last 92 days that said something about it. */
  async withScores(userId: string, habit: Streaking): Promise<HabitStreak & { scores: ScoreOfDay[] }> {
    const today = await this.today(userId);
    const begin = addDays(today, -CURVE_DAYS);
    const series = await this.seriesOf([habit], today, begin);
    const events = await this.eventsSince(userId, series);
    const one = series.get(habit.id)!;
    const units = unitsOf(one.facts, today);
    const days = [...new Set(units.filter(({ value, on }) => value !== null && on > begin).map(({ on }) => on))];
    const states = statesAt([...days, today], one.state ?? NEW_HABIT, stepsAfter(one, units, events), stepOf(habit));
    const scores = days.map((day, place) => ({ day, score: states[place]!.score }));
    return { ...shownAs(habit, states.at(-1)!), scores };
  }

  /** Days on which everything that was due was done, over all habits there ever were, up to today or to that day. */
  async overall(userId: string, until?: LocalDate): Promise<OverallState> {
    const today = until ?? (await this.today(userId));
    const series = await this.streaks.overallSeries(userId, today);
    return overallStateAt(
      series,
      daysOf(series.habits, today),
      await this.streaks.eventsOf(userId, series.through),
      today,
    );
  }

  /** What hangs on each of these, to be said while the person is still on the line. In two queries, however many there are. */
  async stakes(userId: string, asks: { id: string; habitId: string; day: LocalDate }[]): Promise<Map<string, Stakes>> {
    if (asks.length === 0) return new Map();
    const days = [await this.today(userId), ...asks.map(({ day }) => day)].sort();
    const today = days.at(-1)!;
    const habits = new Map(asks.map(({ habitId: id }) => [id, { id, goal: null, recurrence: null }]));
    const series = await this.seriesOf([...habits.values()], today, addDays(days[0]!, -LEAD_DAYS));
    const events = await this.eventsSince(userId, series);
    return new Map(
      asks.map(({ id, habitId, day }) => {
        const one = series.get(habitId)!;
        const currentAfter = (units: Unit[], kind: UnitKind) =>
          rowOf(habitStateAt(habits.get(habitId)!, one, units, events, today), kind).current;
        const done = unitsOf(onceMoreDone(one.facts, day), today);
        const unit = unitOn(done, day);
        const kind = unit?.kind ?? 'day';
        const onceDone = unit?.outcome === 'counts' ? currentAfter(done, kind) : 0;
        return [
          id,
          {
            onceDone,
            reachesMilestone: onceDone > 0 && nextMilestone(onceDone - 1) === onceDone,
            atStake: breaksIfMissed(one.facts, day) ? currentAfter(unitsOf(one.facts, today), kind) : 0,
            ...leadOf(one.facts, day),
          },
        ];
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

/** What a habit's streak is folded to at the end of that day. */
export function habitStateAt(
  habit: Streaking,
  series: HabitSeries,
  units: Unit[],
  events: StreakEvent[],
  day: LocalDate,
): HabitState {
  return statesAt([day], series.state ?? NEW_HABIT, stepsAfter(series, units, events), stepOf(habit))[0]!;
}

/** What the streak over all habits is folded to at the end of that day. */
export function overallStateAt(
  series: Checkpoint<OverallState>,
  days: Unit[],
  events: StreakEvent[],
  day: LocalDate,
): OverallState {
  return statesAt([day], series.state ?? NEW_PERSON, stepsAfter(series, days, events), overallStep)[0]!;
}

function stepsAfter({ through }: Checkpoint<unknown>, units: Unit[], events: StreakEvent[]) {
  const isNew = ({ on }: { on: LocalDate }) => through === null || on > through;
  return stepsOf(units.filter(isNew), events.filter(isNew));
}

function stepOf(habit: Streaking) {
  return habitStep(memoryOf(habit));
}

function shownAs(habit: Streaking, state: HabitState): HabitStreak {
  const unit = unitKindOf(habit);
  return { habitId: habit.id, unit, ...rowOf(state, unit), score: state.score };
}
