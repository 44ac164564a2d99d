import fc from 'fast-check';
import { DAY, plus } from '../../src/kernel/clock';
import { addDays, type LocalDate, utcDateAt } from '../../src/kernel/local-time';
import { Problem } from '../../src/kernel/problem';
import { CheckInsService, HabitsService, HistoryService, OccurrencesService } from '../../src/modules/habits';
import { CheckpointsService } from '../../src/modules/habits/checkpoints.service';
import { datesBetween } from '../../src/modules/habits/domain/rule-dates';
import type { Goal, Schedule } from '../../src/modules/habits/domain/schedule';
import { HabitsRepository } from '../../src/modules/habits/habits.repository';
import { StreaksReader } from '../../src/modules/habits/streaks.reader';
import { StreaksRepository } from '../../src/modules/habits/streaks.repository';
import { StreaksService } from '../../src/modules/habits/streaks.service';
import { People } from '../../src/modules/users';
import { newId, UnitOfWork } from '../../src/platform/database';
import { crowd } from '../support/crowd';
import { Engine } from '../support/engine';
import { World } from '../support/world';

const RUNS = 20;

/** The habits of a life: the third has a goal for its week, the fourth one for its month. */
const HABITS: Pick<Schedule, 'times' | 'recurrence' | 'goal'>[] = [
  { times: ['07:00'], recurrence: 'FREQ=DAILY', goal: null },
  { times: ['07:00', '09:00'], recurrence: 'FREQ=DAILY', goal: null },
  { times: ['09:00'], recurrence: 'FREQ=DAILY', goal: { times: 3, per: 'week' } },
  { times: ['09:00'], recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR,SA', goal: { times: 10, per: 'month' } },
  { times: ['09:00'], recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH', goal: null },
];

/** What may become of an occurrence: completed, skipped, missed, let pass, at rest, still due; "-" is in a pause. */
const SIGNS: Record<string, { status: string; because?: string }> = {
  c: { status: 'completed' },
  s: { status: 'skipped' },
  m: { status: 'missed' },
  g: { status: 'skipped', because: 'goal-open' },
  r: { status: 'skipped', because: 'resting' },
  o: { status: 'due' },
};

type Word = 'completed' | 'skipped' | 'missed';

type Step =
  | { kind: 'live'; days: number; signs: string[] }
  | { kind: 'keep' | 'close' | 'reset' | 'freezes-off' | 'freezes-on' }
  | { kind: 'correct'; place: number; word: Word | null }
  | { kind: 'backfill' | 'import'; habit: number; daysAgo: number; word: Word }
  | { kind: 'delete'; habit: number }
  | { kind: 'edit'; habit: number; like: number };

const word = fc.constantFrom<Word>('completed', 'skipped', 'missed');
const habit = fc.nat({ max: HABITS.length - 1 });
const daysAgo = fc.oneof(fc.nat({ max: 60 }), fc.nat({ max: 400 }));
const signs = fc.string({ unit: fc.constantFrom(...'cccccccccccccccccssmmgr-'), minLength: 5, maxLength: 60 });
const lastSigns = fc.string({ unit: fc.constantFrom(...'ccccccmgo'), maxLength: 3 });

const live = fc.record({
  kind: fc.constant('live' as const),
  days: fc.integer({ min: 1, max: 70 }),
  signs: fc.array(
    fc.tuple(signs, lastSigns).map((both) => both.join('')),
    { minLength: HABITS.length, maxLength: HABITS.length },
  ),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: live },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('keep' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constantFrom('close', 'reset', 'freezes-off', 'freezes-on') }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('correct' as const),
      place: fc.nat({ max: 3000 }),
      word: fc.option(word),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('backfill', 'import'), habit, daysAgo, word }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), habit }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), habit, like: habit }) },
);

describe('Streaks', () => {
  let world: World;
  let userId: string;
  /** Null where the habit was deleted. */
  let habitIds: (string | null)[];
  let livedUntil: LocalDate;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterAll(() => world.end());

  it('read from checkpoints are those folded from the first day on, whatever was done to the past', async () => {
    let checkpoints = 0;
    const year = fc.tuple(live, fc.array(step, { minLength: 10, maxLength: 22 }));
    await fc.assert(
      fc.asyncProperty(year, async ([first, steps]) => {
        await begin();
        for (const one of [first, { kind: 'keep' } as const, ...steps]) {
          await take(one);
          checkpoints += await countOfCheckpoints();
          expect(await looked()).toEqual(await foldedFromScratch());
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(checkpoints).toBeGreaterThan(RUNS * 20);
  }, 60_000);

  it('are read from the days of a few weeks, also after years; those of a month that goes on come with it', async () => {
    await begin();
    await lives(3 * 365, ['cccccccccccccm', 'c', 'cccggcg', 'cgcc', 'cccs']);
    for (let looks = 0; looks < 10; looks += 1) {
      await lives(4, ['c']);
      await world.app.get(CheckpointsService).keep();
      const [daily, twice, weekly, monthly, rarely] = (await daysRead()) as [number, number, number, number, number];
      expect(Math.max(daily, twice, rarely)).toBeLessThanOrEqual(40);
      expect(weekly).toBeLessThanOrEqual(40 + 7);
      expect(monthly).toBeLessThanOrEqual(40 + 31);
      expect(await daysReadOverall()).toBeLessThanOrEqual(40 + 31);
    }
  });

  it('are not folded over days that are still to be planned, as after days without us', async () => {
    await begin();
    await lives(60, ['c']);
    await world.rows('UPDATE habits SET planned_until = $1', [plus(world.clock.now(), -7 * DAY)]);
    await world.app.get(CheckpointsService).keep();
    expect(await countOfCheckpoints()).toBe(0);

    await new Engine(world.app).plan();
    await world.app.get(CheckpointsService).keep();
    expect(await countOfCheckpoints()).toBe(HABITS.length + 1);
  });

  const begin = async () => {
    await world.rows('DELETE FROM users');
    [userId] = (await crowd(world, 1, [], 'UTC')) as [string];
    habitIds = HABITS.map(newId);
    livedUntil = utcDateAt(world.clock.now());
    for (const [place, { times, recurrence, goal }] of HABITS.entries()) {
      await world.rows(
        `INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, goal, channel, checkpoint_due, created_at, updated_at)
         VALUES ($1, $2, $3, 'yes-no', $4, $5, $6, $7, 'push', $4, $8, $8)`,
        [
          habitIds[place],
          userId,
          `Habit ${place}`,
          addDays(livedUntil, 1),
          times,
          recurrence,
          asJson(goal),
          world.clock.now(),
        ],
      );
    }
  };

  const take = (step: Step): Promise<unknown> => {
    switch (step.kind) {
      case 'live':
        return lives(step.days, step.signs);
      case 'keep':
        return world.app.get(CheckpointsService).keep();
      case 'close':
        return closeWhatIsOver();
      case 'reset':
        return world.app.get(StreaksReader).reset(userId);
      case 'freezes-on':
      case 'freezes-off':
        return held(() => world.app.get(StreaksReader).switchFreezes(userId, step.kind === 'freezes-on'));
      case 'correct':
        return correct(step.place, step.word);
      case 'backfill':
        return ofHabit(step.habit, (id) => backfill(id, step));
      case 'import':
        return ofHabit(step.habit, (id) => bring(id, step));
      case 'delete':
        return ofHabit(step.habit, async (id) => {
          await world.app.get(HabitsService).remove(userId, id);
          habitIds[step.habit] = null;
        });
      case 'edit':
        return ofHabit(step.habit, (id) => edit(id, HABITS[step.like]!));
    }
  };

  const ofHabit = async (place: number, act: (id: string) => Promise<unknown>) => {
    const id = habitIds[place];
    if (id) await act(id);
  };

  const held = (act: () => Promise<unknown>) =>
    world.app.get(UnitOfWork).run(async () => {
      await world.app.get(People).hold(userId);
      return act();
    });

  /** Writes the days as they would stand, by the rules as they are now. What was planned in between is one of them. */
  const lives = async (days: number, signs: string[]) => {
    const [from, to] = [addDays(livedUntil, 1), addDays(livedUntil, days)];
    const habits = await world.app.get(HabitsRepository).findMany(habitIds.filter((id) => id !== null));
    const rows = habits.flatMap((habit) => {
      const life = signs[habitIds.indexOf(habit.id) % signs.length]!;
      const moments = datesBetween(habit, from, to).flatMap((day) => habit.times.map((time) => ({ day, time })));
      return moments.flatMap(({ day, time }, place) => {
        const standing = SIGNS[life[place % life.length]!];
        return standing ? [{ id: newId(), habit_id: habit.id, goal: habit.goal, day, time, ...standing }] : [];
      });
    });
    world.clock.moveTo(plus(world.clock.now(), days * DAY));
    livedUntil = to;
    await world.rows(
      `INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closed_because, goal,
         closes_at, planned_at)
       SELECT id, habit_id, $2, day, time, 'UTC', day, day + time::time, status, because, goal, day + time::time, day
       FROM jsonb_to_recordset($1::jsonb) AS new (id uuid, habit_id uuid, day date, time text, status text, because text, goal jsonb)
       ON CONFLICT ON CONSTRAINT occurrences_local_moment DO UPDATE
       SET status = excluded.status, closed_because = excluded.closed_because WHERE occurrences.status = 'planned'`,
      [JSON.stringify(rows), userId],
    );
    await world.rows('UPDATE habits SET planned_until = NULL');
    await world.rows(`DELETE FROM occurrences WHERE status = 'planned' AND day <= $1`, [livedUntil]);
  };

  const closeWhatIsOver = async () => {
    const open = await world.rows<{ id: string }>(`SELECT id FROM occurrences WHERE status = 'due'`);
    await held(() => world.app.get(OccurrencesService).close(open.map(({ id }) => id)));
  };

  const correct = async (place: number, word: Word | null) => {
    const [row] = await world.rows<{ id: string }>(
      `SELECT id FROM occurrences WHERE day <= $1 ORDER BY day DESC, id OFFSET $2::integer % greatest(1,
         (SELECT count(*) FROM occurrences WHERE day <= $1)::integer) LIMIT 1`,
      [livedUntil, place],
    );
    const checkIns = world.app.get(CheckInsService);
    if (row && word) await checkIns.set(userId, row.id, { status: word, via: 'app' });
    if (row && !word) await checkIns.remove(userId, row.id);
  };

  /** Of a day on which nothing was asked nothing can be said. */
  const backfill = async (id: string, { daysAgo, word }: { daysAgo: number; word: Word }) => {
    const { times } = (await world.app.get(HabitsRepository).find(userId, id))!;
    const told = { status: word, via: 'app' } as const;
    const telling = world.app.get(CheckInsService).setAt(userId, id, addDays(livedUntil, -daysAgo), times[0]!, told);
    await telling.catch((error) => {
      if (!(error instanceof Problem && error.status === 404)) throw error;
    });
  };

  const bring = async (id: string, { daysAgo, word }: { daysAgo: number; word: Word }) => {
    const habit = (await world.app.get(HabitsRepository).find(userId, id))!;
    const told = [0, 1, 5].map((days) => ({
      date: addDays(livedUntil, -1 - daysAgo - days),
      ...{ row: null, time: null, status: word, quantity: null, reason: null, note: null },
    }));
    const brought = {
      ...{ title: habit.title, description: null, kind: 'yes-no' as const, target: null, archived: false },
      ...{ schedule: habit, told, missed: [], silence: null },
    };
    await held(() => world.app.get(HistoryService).takeIn(userId, id, brought));
  };

  const edit = (id: string, { times, recurrence, goal }: Pick<Schedule, 'times' | 'recurrence' | 'goal'>) =>
    world.app.get(HabitsService).update(userId, id, {
      schedule: { startDate: livedUntil, endDate: null, times, recurrence, timeZone: null, goal, exceptions: [] },
    });

  /** All that is read of streaks. */
  const looked = async () => {
    const streaks = world.app.get(StreaksService);
    const habits = await world.app.get(HabitsRepository).keptOf(userId);
    const scores = [];
    for (const habit of habits) scores.push(await streaks.withScores(userId, habit));
    return { habits: await streaks.ofHabits(userId, habits), scores, overall: await streaks.overall(userId) };
  };

  const foldedFromScratch = async () => {
    let folded: unknown;
    const undo = new Error('Nothing of it is kept.');
    const folding = world.app.get(UnitOfWork).run(async () => {
      await world.rows('DELETE FROM streak_checkpoints');
      await world.rows('DELETE FROM day_streak_checkpoints');
      folded = await looked();
      throw undo;
    });
    await expect(folding).rejects.toBe(undo);
    return folded;
  };

  const countOfCheckpoints = async () => {
    const [row] = await world.rows<{ count: number }>(
      `SELECT (SELECT count(*) FROM streak_checkpoints)::integer + (SELECT count(*) FROM day_streak_checkpoints)::integer AS count`,
    );
    return row!.count;
  };

  const daysRead = async () => {
    const wanted = habitIds.map((id) => ({ habitId: id!, until: livedUntil, before: livedUntil }));
    const series = await world.app.get(StreaksRepository).seriesOf(wanted);
    const read = new Map(series.map(({ habitId, facts }) => [habitId, new Set(facts.map(({ day }) => day)).size]));
    return habitIds.map((id) => read.get(id!)!);
  };

  const daysReadOverall = async () => {
    const { habits } = await world.app.get(StreaksRepository).overallSeries(userId, livedUntil);
    return new Set(habits.flat().map(({ day }) => day)).size;
  };
});

function asJson(goal: Goal | null): string | null {
  return goal && JSON.stringify(goal);
}
