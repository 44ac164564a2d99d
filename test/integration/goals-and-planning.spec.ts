import { CheckInsService, HabitsService } from '../../src/modules/habits';
import { People } from '../../src/modules/users';
import { UnitOfWork } from '../../src/platform/database';
import { Asked } from '../support/asked';
import { crowd } from '../support/crowd';
import { Engine } from '../support/engine';
import { World } from '../support/world';

/** From a Thursday on. */
describe('A habit that is to be done twice a week', () => {
  let world: World;
  let engine: Engine;
  let userId: string;
  let habitId: string;

  beforeEach(async () => {
    world = await World.begin('2026-03-05T12:00:00Z');
    engine = new Engine(world.app);
    [userId] = (await crowd(world, 1, [{ title: 'Run', at: '20:00', channel: 'push' }])) as [string];
    [{ id: habitId }] = (await world.rows<{ id: string }>('SELECT id FROM habits')) as [{ id: string }];
    await aimFor({ times: 2, per: 'week' });
  });

  afterEach(() => world.end());

  const aimFor = (goal: { times: number; per: 'week' | 'month' } | null) =>
    world.app.get(HabitsService).update(userId, habitId, {
      schedule: {
        startDate: '2026-03-05',
        endDate: null,
        times: ['20:00'],
        recurrence: 'FREQ=DAILY',
        timeZone: null,
        goal,
        exceptions: [],
      },
    });

  const said = (verb: () => Promise<unknown>) =>
    world.app.get(UnitOfWork).run(async () => {
      await world.app.get(People).hold(userId);
      await verb();
    });
  const done = (day: string) =>
    said(() =>
      world.app.get(CheckInsService).setAt(userId, habitId, day, '20:00', { status: 'completed', via: 'app' }),
    );
  const takenBack = (day: string) => said(() => world.app.get(CheckInsService).removeAt(userId, habitId, day, '20:00'));

  const days = async () => {
    const rows = await world.rows<{ day: string; status: string }>('SELECT day, status FROM occurrences ORDER BY day');
    return rows.map(({ day, status }) => `${day.slice(8)} ${status}`);
  };
  /** More than a day after the last look, so that the planner has something to do. */
  const reaches = async (time: string) => {
    world.clock.moveTo(new Date(`${time}:00Z`));
    await engine.plan();
  };

  it('is planned on each day until it was done twice, and again once a word is taken back', async () => {
    expect(await days()).toEqual(['05 planned', '06 planned']);
    await done('2026-03-05');
    expect(await days()).toEqual(['05 completed', '06 planned']);
    await done('2026-03-06');
    await reaches('2026-03-06T13:00');
    expect(await days()).toEqual(['05 completed', '06 completed']);

    await takenBack('2026-03-06');
    expect(await days()).toEqual(['05 completed', '06 planned', '07 planned']);
  });

  it('is quiet until Sunday is over, and planned from Monday on', async () => {
    await done('2026-03-05');
    await done('2026-03-06');
    for (const time of ['2026-03-06T13:00', '2026-03-07T14:00', '2026-03-08T15:00']) await reaches(time);
    expect(await days()).toEqual(['05 completed', '06 completed', '09 planned']);
  });

  it('is quiet for the rest of a month', async () => {
    await aimFor({ times: 2, per: 'month' });
    await done('2026-03-05');
    await done('2026-03-06');
    await reaches('2026-03-30T13:00');
    await reaches('2026-03-31T14:00');
    expect((await days()).slice(2)).toEqual(['01 planned']);
  });

  it('is planned on all days again without its goal, and by another goal when it has another', async () => {
    await done('2026-03-05');
    await done('2026-03-06');
    await reaches('2026-03-06T13:00');
    await aimFor({ times: 3, per: 'week' });
    expect(await days()).toEqual(['05 completed', '06 completed', '07 planned']);
    await aimFor({ times: 1, per: 'week' });
    expect(await days()).toEqual(['05 completed', '06 completed']);
    await aimFor(null);
    expect(await days()).toEqual(['05 completed', '06 completed', '07 planned']);
    expect(await world.rows(`SELECT goal FROM occurrences WHERE status = 'planned'`)).toEqual([{ goal: null }]);
  });

  it('gives what is planned its new goal, so that it is judged by that', async () => {
    await aimFor({ times: 3, per: 'month' });
    expect(await world.rows('SELECT DISTINCT goal FROM occurrences')).toEqual([{ goal: { times: 3, per: 'month' } }]);
  });

  it('asks the database as often for a hundred habits as for one', async () => {
    const countOf = async (people: number) => {
      await world.rows('DELETE FROM users');
      await crowd(world, people, [{ title: 'Run', at: '20:00', channel: 'push' }]);
      await world.rows(`UPDATE habits SET goal = '{"times": 2, "per": "week"}', planned_by = ''`);
      const asked = new Counted(world);
      await engine.plan();
      return asked.count;
    };
    const ofOne = await countOf(1);
    expect(ofOne).toBeGreaterThan(5);
    expect(await countOf(100)).toBe(ofOne);
  });
});

/** How many statements were asked since it was made. */
class Counted extends Asked {
  count = 0;

  override afterQuery(): void {
    this.count += 1;
  }
}
