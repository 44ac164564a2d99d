import fc from 'fast-check';
import { addDays, daysBetween, type LocalDate } from '../../src/kernel/local-time';
import { CheckInsService } from '../../src/modules/habits';
import { CheckpointsService } from '../../src/modules/habits/checkpoints.service';
import { HabitsRepository } from '../../src/modules/habits/habits.repository';
import { StreaksService } from '../../src/modules/habits/streaks.service';
import type { Person } from '../support/person';
import { World } from '../support/world';

const BEGIN = '2025-01-01';
const NOON = (day: LocalDate) => new Date(`${day}T12:00:00Z`);
const RUNS = 20;

/** How a day's occurrence ended: mostly done, skipped, missed (given up, where it has a goal), resting; or there was none. */
const ENDS = [...Array.from({ length: 16 }, () => 'completed' as const), 'skipped', 'missed', 'resting', null] as const;

/** So many days ago. */
const back = fc.nat({ max: 120 });

const act = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('days-pass' as const), days: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('checkpoints' as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('word' as const),
      back,
      habit: fc.nat({ max: 2 }),
      status: fc.constantFrom('completed' as const, 'skipped' as const, 'missed' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reset' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('freezes' as const), enabled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const), back, habit: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rhythm' as const), habit: fc.nat({ max: 2 }) }) },
);

const life = fc.record({
  ends: fc.array(fc.constantFrom(...ENDS), { minLength: 60, maxLength: 60 }),
  acts: fc.array(act, { minLength: 6, maxLength: 16 }),
});

describe('What is kept of streaks', () => {
  let world: World;
  /** Where the present life began: the clock does not go back, so each begins where the last one ended. */
  let start: LocalDate;

  beforeAll(async () => {
    world = await World.begin(NOON(BEGIN).toISOString());
    await world.rows('CREATE TABLE saved (habit_id uuid, user_id uuid, through date, state jsonb)');
  });

  afterAll(() => world.end());

  it('equals what the days come to from the very first, whatever happens in a life', async () => {
    await fc.assert(
      fc.asyncProperty(life, async ({ ends, acts }) => {
        const person = await newborn();
        const habits = await habitsOf(person);
        let today = addDays(start, 100);
        await fill(habits, person.id, start, today, ends);
        for (const one of acts) {
          if (one.kind === 'days-pass') {
            const until = addDays(today, one.days);
            await fill(habits, person.id, addDays(today, 1), until, ends);
            today = until;
          } else await happens(one, person, habits, today);
          world.clock.moveTo(NOON(today));
          expect(await read(person.id)).toEqual(await readFromScratch(person.id));
        }
      }),
      { numRuns: RUNS },
    );
  }, 90_000);

  it('keeps what a read has to go through as short after years as after months', async () => {
    const person = await newborn();
    const habits = await habitsOf(person);
    let today = start;
    for (let turn = 0; turn < 30; turn += 1) {
      const until = addDays(today, 36);
      await fill(habits, person.id, today, until, ENDS);
      today = addDays(until, 1);
      world.clock.moveTo(NOON(today));
      await keep();
    }
    const rows = await world.rows<{ newest: string; kept: number }>(
      'SELECT max(through) AS newest, count(*)::int AS kept FROM streak_checkpoints WHERE habit_id = ANY($1) GROUP BY habit_id',
      [habits],
    );
    expect(rows).toHaveLength(habits.length);
    for (const { newest, kept } of rows) {
      expect(daysBetween(newest, today)).toBeLessThan(40);
      expect(kept).toBeLessThanOrEqual(7);
    }
    const [overall] = await world.rows<{ newest: string }>(
      'SELECT max(through) AS newest FROM day_streak_checkpoints WHERE user_id = $1',
      [person.id],
    );
    expect(daysBetween(overall!.newest, today)).toBeLessThan(70);
  });

  async function newborn(): Promise<Person> {
    start = world.clock.now().toISOString().slice(0, 10);
    return world.person(`Ada-${start}`, 'UTC');
  }

  /** A daily one, one of twice a day, and one of three times a week. */
  async function habitsOf({ api }: Person): Promise<string[]> {
    const ids: string[] = [];
    for (const [times, goal] of [
      [['20:00'], null],
      [['08:00', '21:00'], null],
      [['19:00'], { times: 3, per: 'week' }],
    ] as const) {
      const schedule = { startDate: start, times, recurrence: 'FREQ=DAILY', goal };
      const { body } = await api.post<{ id: string }>('/habits', { title: 'Read', channel: 'push', schedule });
      ids.push(body.id);
    }
    await world.rows('DELETE FROM occurrences WHERE habit_id = ANY($1)', [ids]);
    return ids;
  }

  /** Days that went by, each ended as the list says, which begins anew where it is at its end. */
  async function fill(
    habits: string[],
    userId: string,
    from: LocalDate,
    to: LocalDate,
    ends: readonly (string | null)[],
  ) {
    const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at));
    const rows = days.flatMap((localDate) =>
      habits.flatMap((habitId, place) => {
        const end = ends[(daysBetween(start, localDate) * (place + 1)) % ends.length];
        if (!end) return [];
        const goal = place === 2 ? { times: 3, per: 'week' } : null;
        const isGivenUp = goal !== null && end === 'missed';
        const closedBecause = isGivenUp ? 'goal-open' : end === 'resting' ? 'resting' : null;
        return [{ habitId, localDate, goal, status: closedBecause ? 'skipped' : end, closedBecause }];
      }),
    );
    await world.rows(
      `INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, goal, closed_because,
         closes_at, planned_at)
       SELECT gen_random_uuid(), r."habitId", $2, r."localDate", '20:00', 'UTC', r."localDate", r."localDate" + time '20:00', r.status,
         r.goal, r."closedBecause", r."localDate" + time '22:00', r."localDate"
       FROM jsonb_to_recordset($1) AS r ("habitId" uuid, "localDate" date, status text, goal jsonb, "closedBecause" text)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(rows), userId],
    );
  }

  type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

  async function happens(one: Act, person: Person, habits: string[], today: LocalDate): Promise<void> {
    world.clock.moveTo(NOON(today));
    const api = await person.fresh();
    switch (one.kind) {
      case 'checkpoints':
        return keep();
      case 'word':
        return say(person.id, habits[one.habit]!, addDays(today, -one.back), one.status);
      case 'reset':
        return void (await api.post('/me/streak-reset'));
      case 'freezes':
        return void (await api.patch('/me/settings', { streakFreezes: one.enabled }));
      case 'import':
        return bring(person.id, habits[one.habit]!, addDays(today, -one.back));
      case 'rhythm': {
        const schedule = { startDate: start, times: ['20:00'], recurrence: 'FREQ=WEEKLY;BYDAY=MO,TH' };
        return void (await api.patch(`/habits/${habits[one.habit]}`, { schedule }));
      }
    }
  }

  /** Whatever was said before of that day; a day without an occurrence stays as it is. */
  async function say(userId: string, habitId: string, on: LocalDate, status: 'completed' | 'skipped' | 'missed') {
    const [row] = await world.rows<{ id: string }>('SELECT id FROM occurrences WHERE habit_id = $1 AND day = $2', [
      ...[habitId, on],
    ]);
    const isPast = on < world.clock.now().toISOString().slice(0, 10);
    if (row && isPast) await world.app.get(CheckInsService).set(userId, row.id, { status, via: 'app' });
  }

  /** A table with a day of long ago, kept elsewhere. */
  async function bring(userId: string, habitId: string, on: LocalDate): Promise<void> {
    await world.rows('DELETE FROM occurrences WHERE habit_id = $1 AND day = $2', [habitId, on]);
    await world.app.get(CheckpointsService, { strict: false }).forget(userId, [habitId], on);
  }

  async function keep(): Promise<void> {
    await world.rows("UPDATE habits SET checkpoint_due = '-infinity', planned_until = '2100-01-01'");
    await world.app.get(CheckpointsService, { strict: false }).keep();
  }

  async function read(userId: string) {
    const [streaks, habits] = [world.app.get(StreaksService), world.app.get(HabitsRepository, { strict: false })];
    const kept = await habits.keptOf(userId);
    const each = await streaks.ofHabits(userId, kept);
    const withScores = await Promise.all(kept.map((habit) => streaks.withScores(userId, habit)));
    return {
      each: kept.map(({ id }) => near(each.get(id))),
      scores: near(withScores),
      overall: await streaks.overall(userId),
    };
  }

  async function readFromScratch(userId: string) {
    await world.rows(
      `WITH kept AS (DELETE FROM day_streak_checkpoints WHERE user_id = $1 RETURNING *), each AS (
         DELETE FROM streak_checkpoints c USING habits h WHERE h.id = c.habit_id AND h.user_id = $1 RETURNING c.*)
       INSERT INTO saved SELECT habit_id, NULL, through, state FROM each UNION ALL SELECT NULL, user_id, through, state FROM kept`,
      [userId],
    );
    try {
      return await read(userId);
    } finally {
      await world.rows(
        'INSERT INTO streak_checkpoints SELECT habit_id, through, state FROM saved WHERE habit_id IS NOT NULL',
      );
      await world.rows(
        'INSERT INTO day_streak_checkpoints SELECT user_id, through, state FROM saved WHERE user_id IS NOT NULL',
      );
      await world.rows('DELETE FROM saved');
    }
  }
});

/** Sums of the same numbers in another order differ in the last digits. */
function near<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Math.round(part * 1e9) / 1e9 : part,
  );
}
