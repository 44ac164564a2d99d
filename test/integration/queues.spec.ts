import { UnitOfWork } from '../../src/platform/database';
import { Queues, queue } from '../../src/platform/queues';
import { World } from '../support/world';

const LETTERS = queue<{ to: string }>('test-letters');

describe('A queue', () => {
  let world: World;
  let queues: Queues;
  const delivered: string[] = [];

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    queues = world.app.get(Queues);
    queues.bind(LETTERS, async ({ to }) => delivered.push(to));
  });
  beforeEach(() => delivered.splice(0));
  afterAll(() => world.end());

  it('hands over what was sent, once', async () => {
    await queues.send(LETTERS, { to: 'Ada' });
    await queues.runAll();
    await queues.runAll();
    expect(delivered).toEqual(['Ada']);
  });

  it('sends with the transaction: what is rolled back was never sent', async () => {
    const work = world.app.get(UnitOfWork);
    const broken = work.run(async () => {
      await queues.send(LETTERS, { to: 'nobody' });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    await work.run(() => queues.send(LETTERS, { to: 'Grace' }));
    await queues.runAll();
    expect(delivered).toEqual(['Grace']);
  });

  it('lets one of a kind wait at a time, and takes the next when that one is done', async () => {
    await queues.send(LETTERS, { to: 'first' }, 'reminder');
    await queues.send(LETTERS, { to: 'second' }, 'reminder');
    await queues.runAll();
    await queues.send(LETTERS, { to: 'third' }, 'reminder');
    await queues.runAll();
    expect(delivered).toEqual(['first', 'third']);
  });
});

describe('Calendar work', () => {
  it('is done by one replica, each hour, and forgets what is older than a week', async () => {
    const world = await World.begin('2026-03-02T12:10:00Z');
    const ada = await world.person('Ada');
    await world.rows(
      `INSERT INTO changes (user_id, topic, data, created_at) SELECT $1, 'test', '{}', at
       FROM unnest(ARRAY['2026-02-23T12:00Z', '2026-02-28T12:00Z']::timestamptz[]) AS at`,
      [ada.id],
    );
    await world.passes({ minutes: 1 });
    const left = () =>
      world.rows<{ createdAt: Date }>(`SELECT created_at FROM changes WHERE topic = 'test' ORDER BY created_at`);
    expect(await left()).toEqual([{ createdAt: new Date('2026-02-28T12:00:00Z') }]);
    expect(await world.rows(`SELECT next_at, lease_until FROM job_turns WHERE job = 'retention.forget'`)).toEqual([
      { nextAt: new Date('2026-03-02T13:00:00Z'), leaseUntil: null },
    ]);
    await world.end();
  });
});
