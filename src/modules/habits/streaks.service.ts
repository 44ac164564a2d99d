import { Clock } from '../../kernel/clock';
import { dayAt, type LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import { People } from '../users';
import { habitStep, NEW_HABIT, rowOf } from './domain/habit-streak';
import { NEW_PERSON, overallStep } from './domain/overall-streak';
import type { Goal } from './domain/schedule';
import { memoryOf } from './domain/score';
import { type Streak, statesAt, stepsOf } from './domain/streak';
import { daysOf, type Fact, unitsOf } from './domain/unit';

interface HabitFacts {
  habitId: string;
  facts: Fact[];
}

const EVERY_DAY = { recurrence: null, goal: null };

/** Streaks are a fold over the days, never a counter that could go astray. */
@Repository('streaks')
export class StreaksService {
  constructor(
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The streak of each habit. */
  async ofHabits(userId: string, habitIds: string[]): Promise<Map<string, Streak>> {
    const today = await this.today(userId);
    return streaksOf(habitIds, await this.facts(userId, habitIds), today);
  }

  /** The streak of each of these habits, and that over all there ever were: days on which everything due was done. */
  async withOverall(userId: string, habitIds: string[]): Promise<{ each: Map<string, Streak>; overall: Streak }> {
    const today = await this.today(userId);
    const habits = await this.facts(userId);
    return { each: streaksOf(habitIds, habits, today), overall: overallOf(habits, today) };
  }

  /**
   * What the streak will be once each of these is done, to be said while the person is still on the line. Zero when the
   * day, or the goal, asks for more than this one: then nothing is promised yet.
   */
  async onceDone(
    userId: string,
    asks: { id: string; habitId: string; day: LocalDate }[],
  ): Promise<Map<string, number>> {
    const habits = await this.facts(userId, [...new Set(asks.map(({ habitId }) => habitId))]);
    const today = await this.today(userId);
    const factsOf = new Map(habits.map(({ habitId, facts }) => [habitId, facts]));
    return new Map(asks.map(({ id, habitId, day }) => [id, onceDone(factsOf.get(habitId) ?? [], day, today)]));
  }

  private async today(userId: string): Promise<LocalDate> {
    const { timeZone, dayEndsAt } = await this.people.whereabouts(userId);
    return dayAt(this.clock.now(), timeZone ?? 'UTC', dayEndsAt);
  }

  /**
   * What was asked of the person by these habits, or by all, each habit's oldest first. It comes as one text for each habit: a
   * row for each day of years is slow to send and to take apart.
   */
  private async facts(userId: string, habitIds?: string[]): Promise<HabitFacts[]> {
    const habits = await this.work.rows<{ habitId: string; facts: string }>(
      `SELECT habit_id, string_agg(concat_ws(' ', day, ${STANDING}, goal->>'times', goal->>'per'), ',' ORDER BY day, due_at) AS facts
       FROM occurrences
       WHERE habit_id = ANY(coalesce($2::uuid[], ARRAY(SELECT id FROM habits WHERE user_id = $1)))
         AND day <= $3::timestamptz::date + 1
       GROUP BY habit_id`,
      [userId, habitIds ?? null, this.clock.now()],
    );
    return habits.map(({ habitId, facts }) => ({ habitId, facts: facts.split(',').map(factIn) }));
  }
}

const STANDING = `CASE WHEN status IN ('planned', 'due') THEN 'open' WHEN status = 'completed' THEN 'completed'
  WHEN status = 'missed' OR closed_because = 'goal-open' THEN 'rest' ELSE 'skipped' END`;

/** `2026-03-02 completed`, or `2026-03-02 completed 3 week` when it is of a goal. */
function factIn(text: string): Fact {
  const [day, standing, times, per] = text.split(' ') as [LocalDate, Fact['standing'], string?, Goal['per']?];
  return { day, standing, goal: per ? { times: Number(times), per } : null };
}

function streaksOf(habitIds: string[], habits: HabitFacts[], today: LocalDate): Map<string, Streak> {
  const factsOf = new Map(habits.map(({ habitId, facts }) => [habitId, facts]));
  return new Map(habitIds.map((id) => [id, streakOf(factsOf.get(id) ?? [], today)]));
}

/** In the unit of its last occurrence. */
function streakOf(facts: Fact[], today: LocalDate): Streak {
  const steps = stepsOf(unitsOf(facts, today), []);
  const [state] = statesAt([today], NEW_HABIT, steps, habitStep(memoryOf(EVERY_DAY)));
  return rowOf(state!, facts.at(-1)?.goal?.per ?? 'day');
}

function overallOf(habits: HabitFacts[], today: LocalDate): Streak {
  const days = daysOf(
    habits.map(({ facts }) => facts),
    today,
  );
  return statesAt([today], NEW_PERSON, stepsOf(days, []), overallStep)[0]!.row;
}

function onceDone(facts: Fact[], day: LocalDate, today: LocalDate): number {
  const open = facts.findIndex((fact) => fact.day === day && fact.standing === 'open');
  const done = facts.map((fact, place): Fact => (place === open ? { ...fact, standing: 'completed' } : fact));
  const seen = day > today ? day : today;
  const unit = unitsOf(done, seen).find(({ first, on }) => first <= day && day <= on);
  return unit?.outcome === 'counts' ? streakOf(done, seen).current : 0;
}
