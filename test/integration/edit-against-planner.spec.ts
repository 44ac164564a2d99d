import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays } from '../../src/kernel/local-time';
import { HabitsService, PausesService } from '../../src/modules/habits';
import { momentsBetween, type Schedule, zoneOf } from '../../src/modules/habits/domain/schedule';
import { UsersService } from '../../src/modules/users';
import { crowd } from '../support/crowd';
import { Elsewhere } from '../support/elsewhere';
import { Engine } from '../support/engine';
import { World } from '../support/world';

const PEOPLE = 40;

interface HabitOfPerson extends Schedule {
  id: string;
  userId: string;
  plannedUntil: Date;
  zoneOfPerson: string;
  isPaused: boolean;
}

describe('An edit that meets the planner or the dispatcher', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let engine: Engine;
  let other: Engine;
  let today: string;
  let tomorrow: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
    replica = await world.replica();
    engine = new Engine(world.app);
    other = new Engine(replica);
  });

  beforeEach(async () => {
    await world.rows('DELETE FROM users');
    today = await world.nextNoon();
    tomorrow = addDays(today, 1);
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
  });

  afterAll(async () => {
    await replica.close();
    await world.end();
  });

  const habits = () =>
    world.rows<HabitOfPerson>(
      `SELECT h.*, u.time_zone AS zone_of_person, p.id IS NOT NULL AS is_paused FROM habits h
       JOIN users u ON u.id = h.user_id LEFT JOIN habit_pauses p ON p.habit_id = h.id AND p.ended_at IS NULL`,
    );

  const each = async (change: (habit: HabitOfPerson) => Promise<unknown>) => {
    await Promise.all((await habits()).map(change));
  };

  const moveTo = (time: string) =>
    each(({ userId, id, startDate, endDate, recurrence, timeZone }) =>
      world.app.get(HabitsService).update(userId, id, {
        schedule: { startDate, endDate, recurrence, timeZone, goal: null, exceptions: [], times: [time] },
      }),
    );

  const pause = () => each(({ userId, id }) => world.app.get(PausesService).pause(userId, id));
  const resume = () => each(({ userId, id }) => world.app.get(PausesService).resume(userId, id));
  const travelTo = (timeZone: string) => each(({ userId }) => world.app.get(UsersService).update(userId, { timeZone }));

  /** The planned rows are those that planning anew, now, would make of the schedules as they are. */
  const isPlannedAsIfAnew = async () => {
    const now = world.clock.now();
    const wanted = (await habits()).flatMap((habit) =>
      habit.isPaused
        ? []
        : momentsBetween(habit, zoneOf(habit, habit.zoneOfPerson), '00:00', now, habit.plannedUntil).map(
            ({ dueAt }) => `${habit.id} ${dueAt.toISOString()}`,
          ),
    );
    const rows = await world.rows<{ habitId: string; dueAt: Date }>(
      `SELECT habit_id, due_at FROM occurrences WHERE status = 'planned'`,
    );
    expect(rows.map(({ habitId, dueAt }) => `${habitId} ${dueAt.toISOString()}`).sort()).toEqual(wanted.sort());
  };

  /** How often each person was rung about today, as a set: `[1]` says all of them once. */
  const ringsOfToday = async () => {
    const rows = await world.rows<{ rings: number }>(
      `SELECT count(c.id) AS rings FROM users u LEFT JOIN calls c ON c.user_id = u.id AND c.dialed_at IS NOT NULL
         AND c.ending IS DISTINCT FROM 'canceled' GROUP BY u.id`,
    );
    return [...new Set(rows.map(({ rings }) => rings))];
  };

  describe('while the horizon is filled', () => {
    beforeEach(() => world.clock.moveTo(new Date(`${tomorrow}T15:00:00Z`)));

    it.each<[string, () => Promise<unknown>]>([
      ['another time', () => moveTo('21:15')],
      ['a pause', pause],
      ['a pause and its end', () => pause().then(resume)],
      ['a journey east', () => travelTo('Asia/Tokyo')],
      ['a journey west', () => travelTo('America/Los_Angeles')],
    ])('leaves what planning anew would make: %s', async (_, change) => {
      await world.rows(`UPDATE occurrences SET status = 'missed' WHERE due_at < $1`, [world.clock.now()]);
      await Promise.all([other.plan(), change(), engine.plan()]);
      await engine.plan();
      await isPlannedAsIfAnew();
    });
  });

  describe('in the very second in which it is due', () => {
    beforeEach(() => world.clock.moveTo(new Date(`${today}T20:00:00Z`)));

    const ring = async (one: Engine) => {
      await one.dispatch();
      await one.dial();
    };

    it.each<[string, () => Promise<unknown>]>([
      ['another time, later today', () => moveTo('21:15')],
      ['a journey west, where it is due again later today', () => travelTo('America/Los_Angeles')],
      ['a journey east, where it was due long ago', () => travelTo('Asia/Tokyo')],
    ])('rings once and no second time today: %s', async (_, change) => {
      await Promise.all([ring(other), change()]);
      await ring(engine);
      expect(await ringsOfToday()).toEqual([1]);

      await world.rows(
        `UPDATE calls SET status = 'ended', ending = 'answered', settled_at = now() WHERE status = 'ringing'`,
      );
      world.clock.moveTo(new Date(`${tomorrow}T07:59:00Z`));
      await ring(engine);
      expect(await ringsOfToday()).toEqual([1]);
    });

    it('is not rung again at its new time, though the old one was not taken up yet', async () => {
      await moveTo('21:15');
      const times = await world.rows<{ localTime: string }>(
        'SELECT DISTINCT local_time FROM occurrences WHERE local_date = $1',
        [today],
      );
      expect(times).toEqual([{ localTime: '20:00' }]);
    });

    it('rings nobody who has paused, and nothing waits to', async () => {
      await Promise.all([ring(other), pause()]);
      await Promise.all([ring(other), ring(engine)]);
      expect(await world.rows(`SELECT status FROM calls WHERE status <> 'ended'`)).toEqual([]);
      expect(await world.rows(`SELECT DISTINCT status FROM occurrences`)).toEqual([{ status: 'skipped' }]);
    });
  });

  it('plans whoever was in the middle of an edit at the next look, by the schedule as it is then', async () => {
    const [{ id, userId }] = (await habits()) as [HabitOfPerson];
    const elsewhere = await Elsewhere.open(world);
    world.clock.moveTo(new Date(`${tomorrow}T15:00:00Z`));
    await elsewhere.hold(userId);
    await elsewhere.run(`UPDATE habits SET times = '{06:30}' WHERE id = $1`, [id]);
    await engine.plan();
    const lastDays = () =>
      world.rows<{ localTime: string }>(`SELECT local_time FROM occurrences WHERE habit_id = $1 AND local_date = $2`, [
        id,
        addDays(today, 3),
      ]);
    expect(await lastDays()).toEqual([]);

    await elsewhere.commit();
    await elsewhere.leave();
    await engine.plan();
    expect(await lastDays()).toEqual([{ localTime: '06:30' }]);
  });
});
