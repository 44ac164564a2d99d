import { Clock } from '../../kernel/clock';
import { dayAt, type LocalDate } from '../../kernel/local-time';
import { Repository, UnitOfWork } from '../../platform/database';
import { People } from '../users';
import { dayStatus, type OccurrenceStatus } from './domain/day-status';
import { isOpen } from './domain/occurrence';
import { type Streak, streakOf, streakOnceDone } from './domain/streak';

interface DayRow {
  habitId: string;
  day: LocalDate;
  statuses: OccurrenceStatus[];
}

const NO_STREAK: Streak = { current: 0, longest: 0, startedOn: null };

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
    const rows = await this.days(userId, habitIds);
    return foldByHabit(habitIds, rows, today);
  }

  /** The streak of each of these habits, and that over all there ever were: days on which everything due was done. */
  async withOverall(userId: string, habitIds: string[]): Promise<{ each: Map<string, Streak>; overall: Streak }> {
    const today = await this.today(userId);
    const rows = await this.days(userId);
    return { each: foldByHabit(habitIds, rows, today), overall: fold(merged(rows), today) };
  }

  /**
   * What the streak will be once each of these is done, to be said while the person is still on the line. Zero when the
   * day asks for more than this one: then nothing is promised yet.
   */
  async onceDone(
    userId: string,
    asks: { id: string; habitId: string; day: LocalDate }[],
  ): Promise<Map<string, number>> {
    const habitIds = [...new Set(asks.map(({ habitId }) => habitId))];
    const rows = await this.days(userId, habitIds);
    const streaks = foldByHabit(habitIds, rows, await this.today(userId));
    const days = new Map(rows.map((row) => [`${row.habitId} ${row.day}`, row.statuses]));
    return new Map(
      asks.map(({ id, habitId, day }) => {
        const statuses = days.get(`${habitId} ${day}`) ?? [];
        const others = statuses.filter(isOpen).length - 1;
        const counts = dayStatus(statuses) === 'completed';
        return [id, others > 0 ? 0 : streakOnceDone(streaks.get(habitId) ?? NO_STREAK, counts)];
      }),
    );
  }

  private async today(userId: string): Promise<LocalDate> {
    const { timeZone, dayEndsAt } = await this.people.whereabouts(userId);
    return dayAt(this.clock.now(), timeZone ?? 'UTC', dayEndsAt);
  }

  /**
   * The days of these habits of the person, or of all, each habit's oldest first. They come as one text for each habit: a row
   * for each day of years is slow to send and to take apart.
   */
  private async days(userId: string, habitIds?: string[]): Promise<DayRow[]> {
    const habits = await this.work.rows<{ habitId: string; days: string }>(
      `SELECT habit_id, string_agg(day || ' ' || status, ',' ORDER BY day) AS days FROM occurrences
       WHERE habit_id = ANY(coalesce($2::uuid[], ARRAY(SELECT id FROM habits WHERE user_id = $1)))
         AND day <= $3::timestamptz::date + 1
       GROUP BY habit_id`,
      [userId, habitIds ?? null, this.clock.now()],
    );
    return habits.flatMap(({ habitId, days }) => daysIn(habitId, days));
  }
}

/** `2026-03-02 completed,2026-03-02 missed,…`: what is of one day stands together. */
function daysIn(habitId: string, text: string): DayRow[] {
  const days = new Map<LocalDate, OccurrenceStatus[]>();
  for (const word of text.split(',')) {
    const [day, status] = word.split(' ') as [LocalDate, OccurrenceStatus];
    const statuses = days.get(day);
    if (statuses) statuses.push(status);
    else days.set(day, [status]);
  }
  return [...days].map(([day, statuses]) => ({ habitId, day, statuses }));
}

/** The days of all habits as those of one. */
function merged(rows: DayRow[]): DayRow[] {
  const days = Map.groupBy(rows, ({ day }) => day);
  return [...days.keys()]
    .sort()
    .map((day) => ({ habitId: '', day, statuses: days.get(day)!.flatMap(({ statuses }) => statuses) }));
}

function foldByHabit(habitIds: string[], rows: DayRow[], today: LocalDate): Map<string, Streak> {
  const byHabit = Map.groupBy(rows, ({ habitId }) => habitId);
  return new Map(habitIds.map((id) => [id, fold(byHabit.get(id) ?? [], today)]));
}

function fold(rows: DayRow[], today: LocalDate): Streak {
  return streakOf(
    rows.map(({ day, statuses }) => ({ day, status: dayStatus(statuses) })),
    today,
  );
}
