import fc from 'fast-check';
import { HOUR, plus } from '../../src/kernel/clock';
import { addDays, dayAt, dayBeginsAt } from '../../src/kernel/local-time';
import { invalid, Problem } from '../../src/kernel/problem';
import { CheckInsService, HabitsService, PauseOfEverythingService, PausesService } from '../../src/modules/habits';
import { periodOf } from '../../src/modules/habits/domain/goal';
import { momentsBetween, type Schedule, zoneOf } from '../../src/modules/habits/domain/schedule';
import { type HabitRow, HabitsRepository } from '../../src/modules/habits/habits.repository';
import { Planner } from '../../src/modules/habits/planner';
import { People, type Profile, UsersService } from '../../src/modules/users';
import { UnitOfWork } from '../../src/platform/database';
import { ZoneData } from '../../src/platform/time';
import { crowd } from '../support/crowd';
import { Engine } from '../support/engine';
import { World } from '../support/world';

const RUNS = 60;
/** In the week in which the clocks of Cairo skip a midnight. */
const BEGIN = '2026-04-21T12:00:00Z';
const ZONES = ['Asia/Tokyo', 'Pacific/Honolulu', 'Pacific/Kiritimati', 'Africa/Cairo', 'Europe/Lisbon'];
const TIMES = [['07:00'], ['07:00', '20:00'], ['08:00', '21:30'], ['00:00', '12:00', '23:50'], ['00:30']];
const RULES = ['FREQ=DAILY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR,SU', 'FREQ=DAILY;INTERVAL=2'];
const GOALS = [null, { times: 1, per: 'week' }, { times: 3, per: 'week' }, { times: 4, per: 'month' }] as const;

const HABITS = 2;
const which = fc.nat({ max: HABITS - 1 });
const resumesIn = fc.option(fc.integer({ min: 1, max: 4 }));

const steps = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      which,
      times: fc.constantFrom(...TIMES),
      recurrence: fc.constantFrom(...RULES),
      timeZone: fc.option(fc.constantFrom(...ZONES), { freq: 3 }),
      goal: fc.constantFrom(...GOALS),
      exception: fc.option(fc.record({ moment: fc.nat(), movedBy: fc.option(fc.integer({ min: -2, max: 2 })) })),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('fly' as const), timeZone: fc.constantFrom(...ZONES) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('day-ends' as const), at: fc.constantFrom('00:00', '03:00') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause' as const), which, resumesIn }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pause-everything' as const), resumesIn }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume-everything' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('archive' as const, 'unarchive' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('word' as const), row: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take-back' as const), row: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('zone-data' as const) }) },
);
type Step = typeof steps extends fc.Arbitrary<infer One> ? One : never;

interface Row {
  id: string;
  habitId: string;
  localDate: string;
  localTime: string;
  standsFor: string | null;
  timeZone: string;
  day: string;
  dueAt: Date;
  status: string;
  closedBecause: string | null;
}

describe('After any edits, pauses, words and journeys', () => {
  let world: World;
  let engine: Engine;
  let userId: string;
  let ids: string[];
  let rung: string[];
  let zoneDataYear: number;

  beforeAll(async () => {
    world = await World.begin(BEGIN);
    engine = new Engine(world.app);
    zoneDataYear = 2027;
  });

  afterAll(() => world.end());

  it('what is planned is what planning anew would make, but for what has rung, and nothing rings twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 4, maxLength: 20 }), async (life) => {
        await begin();
        for (const step of life) {
          const before = new Set((await rows()).map(({ id }) => id));
          await take(step);
          const made = (await rows()).filter(({ id }) => !before.has(id));
          if (step.kind !== 'pass') expect(made.filter(({ dueAt }) => dueAt < world.clock.now())).toEqual([]);
          await isAsTheSchedulesSay();
        }
        await isAsFromScratch();
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  const begin = async () => {
    await world.rows('DELETE FROM users');
    const habit = { at: '07:00', channel: 'push' as const };
    [userId] = (await crowd(world, 1, [
      { ...habit, title: 'Run' },
      { ...habit, title: 'Read' },
    ])) as [string];
    ids = (await world.rows<{ id: string }>('SELECT id FROM habits ORDER BY title')).map(({ id }) => id);
    rung = [];
  };

  const rows = () => world.rows<Row>('SELECT * FROM occurrences ORDER BY due_at, habit_id, local_date, local_time');
  const habits = () => world.app.get(HabitsRepository).findMany(ids);
  const profile = () => world.app.get(People).profile(userId);
  const today = async () => {
    const { timeZone, dayEndsAt } = await profile();
    return dayAt(world.clock.now(), timeZone!, dayEndsAt);
  };
  const held = (verb: () => Promise<unknown>) =>
    world.app.get(UnitOfWork).run(async () => {
      await world.app.get(People).hold(userId);
      await verb();
    });

  const take = async (step: Step): Promise<unknown> => {
    const habitsService = world.app.get(HabitsService);
    const [pauses, everything] = [world.app.get(PausesService), world.app.get(PauseOfEverythingService)];
    switch (step.kind) {
      case 'pass':
        return passes(step.hours);
      case 'edit':
        return edit(step);
      case 'fly':
        return world.app.get(UsersService).update(userId, { timeZone: step.timeZone });
      case 'day-ends':
        return world.app.get(UsersService).changeSettings(userId, { dayEndsAt: step.at });
      case 'pause':
        return unlessArchived(step.which, async (habit) => {
          const { timeZone, dayEndsAt } = await profile();
          const day = dayAt(world.clock.now(), zoneOf(habit, timeZone!), dayEndsAt);
          await pauses.pause(userId, habit.id, {
            resumesOn: step.resumesIn === null ? null : addDays(day, step.resumesIn),
          });
        });
      case 'resume':
        return pauses.resume(userId, ids[step.which]!);
      case 'pause-everything':
        return everything.pause(userId, {
          resumesOn: step.resumesIn === null ? null : addDays(await today(), step.resumesIn),
        });
      case 'resume-everything':
        return everything.resume(userId);
      case 'archive':
      case 'unarchive':
        return habitsService[step.kind](userId, ids[step.which]!);
      case 'word':
        return word(step.row);
      case 'take-back':
        return takeBack(step.row);
      case 'zone-data':
        return newZoneData();
    }
  };

  /** An hour at a time, so that nothing is found too late to have rung. */
  const passes = async (hours: number) => {
    for (let hour = 0; hour < hours; hour += 1) {
      world.clock.moveTo(plus(world.clock.now(), HOUR));
      await engine.plan();
      const due = await world.rows<Row>(`SELECT * FROM occurrences WHERE status = 'planned' AND due_at <= $1`, [
        world.clock.now(),
      ]);
      for (const row of due) {
        expect(rung).not.toContain(nameOf(row));
        rung.push(nameOf(row));
      }
      if (due.length > 0) await engine.dispatch();
    }
    await engine.close();
  };

  const unlessArchived = async (at: number, change: (habit: HabitRow) => Promise<unknown>) => {
    const habit = (await habits()).find(({ id }) => id === ids[at])!;
    if (!habit.archivedAt) await change(habit);
  };

  const edit = ({ which, times, recurrence, timeZone, goal, exception }: Extract<Step, { kind: 'edit' }>) =>
    unlessArchived(which, async ({ id, startDate }) => {
      const plain = { startDate, endDate: null, times, recurrence, timeZone, goal, exceptions: [] };
      const exceptions = exception ? await exceptionOf(plain, exception) : [];
      const schedule = { ...plain, exceptions };
      await world.app.get(HabitsService).update(userId, id, { schedule }).catch(unlessInvalid);
    });

  /** A move that makes no sense, such as one into the past, is refused, and then nothing has changed. */
  const unlessInvalid = (problem: unknown) => {
    if (!(problem instanceof Problem && problem.kind === invalid)) throw problem;
  };

  const exceptionOf = async (plain: Schedule, { moment, movedBy }: { moment: number; movedBy: number | null }) => {
    const now = world.clock.now();
    const { timeZone, dayEndsAt } = await profile();
    const moments = momentsBetween(plain, zoneOf(plain, timeZone!), dayEndsAt, now, plus(now, 96 * HOUR));
    const named = moments[moment % Math.max(1, moments.length)];
    if (!named) return [];
    const { localDate, localTime } = named;
    return [
      {
        localDate,
        localTime,
        movedTo: movedBy === null ? null : { localDate: addDays(localDate, movedBy), localTime: '15:15' },
      },
    ];
  };

  const word = async (at: number) => {
    const near = (await rows()).filter(({ dueAt }) => dueAt <= plus(world.clock.now(), 47 * HOUR));
    const row = near[at % Math.max(1, near.length)];
    if (!row) return;
    await world.app.get(CheckInsService).set(userId, row.id, { status: 'completed', via: 'app' });
  };

  const takeBack = async (at: number) => {
    const said = await world.rows<Row>(
      `SELECT o.* FROM occurrences o JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
       WHERE o.due_at > $1 ORDER BY o.due_at, o.id`,
      [world.clock.now()],
    );
    const row = said[at % Math.max(1, said.length)];
    if (!row) return;
    await world.app.get(CheckInsService).remove(userId, row.id);
  };

  const newZoneData = async () => {
    zoneDataYear += 1;
    Object.assign(world.app.get(ZoneData), { version: `${zoneDataYear}a` });
    await engine.plan();
  };

  /** Reckoned here from the schedules and from what has happened, without the planner. */
  const isAsTheSchedulesSay = async () => {
    const [all, person, now] = [await rows(), await profile(), world.clock.now()];
    const planned = all.filter((row) => isToCome(row));
    const wanted = (await habits()).flatMap((habit) => {
      endsWithItsDay(habit, person);
      return asked(
        habit,
        person,
        all.filter(({ habitId }) => habitId === habit.id),
      );
    });
    expect(planned.map(described).sort()).toEqual(wanted.sort());

    function isToCome({ status, dueAt }: Row): boolean {
      return status === 'planned' && dueAt > now;
    }
  };

  const endsWithItsDay = (habit: HabitRow, { timeZone, dayEndsAt }: Profile) => {
    if (!habit.resumesOn || habit.archivedAt) return;
    const zone = habit.pauseOf === 'habit' ? zoneOf(habit, timeZone!) : timeZone!;
    expect(habit.pauseEndsAt).toEqual(dayBeginsAt(habit.resumesOn, zone, dayEndsAt));
  };

  const asked = (habit: HabitRow, { timeZone, dayEndsAt }: Profile, its: Row[]): string[] => {
    if (habit.archivedAt || (habit.pauseOf && !habit.pauseEndsAt)) return [];
    const now = world.clock.now();
    const isKeptForItsWords = ({ closedBecause }: Row) => closedBecause === 'not-asked';
    const gone = its.filter((row) => (row.status !== 'planned' || row.dueAt <= now) && !isKeptForItsWords(row));
    const isSpent = new Set(gone.flatMap((row) => [nameOf(row), nameOf({ ...row, localTime: row.standsFor ?? '' })]));
    const from = habit.pauseEndsAt && habit.pauseEndsAt > now ? habit.pauseEndsAt : plus(now, 1);
    const zone = zoneOf(habit, timeZone!);
    return momentsBetween(habit, zone, dayEndsAt, from, habit.plannedUntil!)
      .map((moment) => ({ ...moment, habitId: habit.id, timeZone: zone }))
      .filter((moment) => !isSpent.has(nameOf(moment)) && !isMet(habit, moment.day, its))
      .map(described);
  };

  const isMet = ({ goal }: HabitRow, day: string, its: Row[]): boolean => {
    if (!goal) return false;
    const { first, last } = periodOf(day, goal.per);
    const done = its.filter((row) => row.status === 'completed' && first <= row.day && row.day <= last);
    return done.length >= goal.times;
  };

  const isAsFromScratch = async () => {
    const [now, until] = [world.clock.now(), await plannedUntil()];
    const toCome = async () =>
      (await rows())
        .filter(({ status, dueAt }) => status === 'planned' && dueAt > now && dueAt < until)
        .map(described)
        .sort();
    const before = await toCome();
    await world.rows(`DELETE FROM occurrences WHERE status = 'planned' AND due_at > $1`, [now]);
    await held(() => world.app.get(Planner).planAnew(ids));
    expect(await toCome()).toEqual(before);
  };

  /** Up to here all of them are planned. */
  const plannedUntil = async () => {
    const untils = (await habits()).map((habit) => habit.plannedUntil).filter((until) => until !== null);
    return new Date(Math.min(plus(world.clock.now(), 48 * HOUR).getTime(), ...untils.map((until) => until.getTime())));
  };
});

function nameOf({ habitId, localDate, localTime }: Pick<Row, 'habitId' | 'localDate' | 'localTime'>): string {
  return `${habitId} ${localDate} ${localTime}`;
}

function described(row: Pick<Row, 'habitId' | 'localDate' | 'localTime' | 'timeZone' | 'day' | 'dueAt'>): string {
  return `${nameOf(row)} ${row.timeZone} ${row.day} ${row.dueAt.toISOString()}`;
}
