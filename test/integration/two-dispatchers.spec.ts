import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { QueueRepository } from '../../src/modules/calls/queue.repository';
import { OccurrencesService } from '../../src/modules/habits';
import { UnitOfWork } from '../../src/platform/database';
import { crowd } from '../support/crowd';
import { Elsewhere } from '../support/elsewhere';
import { Engine } from '../support/engine';
import { World } from '../support/world';

const PEOPLE = 200;

describe('Two replicas', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let engines: Engine[];

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    replica = await world.replica();
    engines = [new Engine(world.app), new Engine(replica)];
  });

  afterEach(async () => {
    await replica.close();
    await world.end();
  });

  const both = (step: (engine: Engine) => Promise<void>) => Promise.all(engines.map(step));

  const timesCalled = async () =>
    (
      await world.rows<{ times: number }>(
        `SELECT count(i.call_id) AS times FROM occurrences o LEFT JOIN call_items i ON i.occurrence_id = o.id
         WHERE o.due_at <= $1 GROUP BY o.id`,
        [world.clock.now()],
      )
    ).map(({ times }) => times);

  it('ring each of many people once, with all that is due to them in one call, time after time', async () => {
    await crowd(world, PEOPLE, [
      { title: 'Run', at: '20:00' },
      { title: 'Read', at: '20:00' },
      { title: 'Stretch', at: '20:01' },
    ]);

    for (const [minute, bundle] of [
      ['20:00', 2],
      ['20:01', 1],
    ] as const) {
      world.clock.moveTo(new Date(`2026-03-02T${minute}:00Z`));
      for (let round = 0; round < 4; round += 1) await both((engine) => engine.dispatch().then(() => engine.dial()));
      const calls = await world.rows<{ status: string; items: number }>(
        `SELECT c.status, count(i.*) AS items FROM calls c JOIN call_items i ON i.call_id = c.id
         WHERE c.not_before = $1 GROUP BY c.id`,
        [world.clock.now()],
      );
      expect(calls).toHaveLength(PEOPLE);
      expect(new Set(calls.map(({ items }) => items))).toEqual(new Set([bundle]));
    }

    expect(new Set(await timesCalled())).toEqual(new Set([1]));
    const live = await world.rows(`SELECT user_id FROM calls WHERE status = 'ringing'`);
    expect(live).toHaveLength(PEOPLE);
    expect(await world.rows(`SELECT 1 FROM changes WHERE topic = 'call.ringing'`)).toHaveLength(PEOPLE);
  });

  it('share the work: while one holds its people, the other takes the next', async () => {
    await crowd(world, 4, [{ title: 'Run', at: '20:00' }]);
    world.clock.moveTo(new Date('2026-03-02T20:00:00Z'));
    const claim = (app: INestApplication, limit: number) =>
      app.get(OccurrencesService, { strict: false }).holdDue(limit);

    await world.app.get(UnitOfWork).run(async () => {
      const first = await claim(world.app, 2);
      const second = await replica.get(UnitOfWork).run(() => claim(replica, 500));
      expect(first).toHaveLength(2);
      expect(new Set([...first, ...second]).size).toBe(4);
    });
    await engines[0]!.dispatch();

    await world.app.get(UnitOfWork).run(async () => {
      const first = await world.app.get(QueueRepository).holdWaiting('browser', world.clock.now(), 2);
      expect(first).toHaveLength(2);
      await engines[1]!.dial();
      const ringing = await world.rows<{ userId: string }>(`SELECT user_id FROM calls WHERE status = 'ringing'`);
      expect(ringing.map(({ userId }) => userId).filter((userId) => !first.includes(userId))).toHaveLength(2);
      expect(ringing).toHaveLength(2);
    });
  });

  it('settle each unanswered ring once, and call each person once more', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
    world.clock.moveTo(new Date('2026-03-02T20:00:00Z'));
    await both((engine) => engine.dispatch().then(() => engine.dial()));

    world.clock.moveTo(new Date('2026-03-02T20:00:31Z'));
    await both((engine) => engine.rescue().then(() => engine.settle()));
    world.clock.moveTo(new Date('2026-03-02T20:31:00Z'));
    await both((engine) => engine.dial());

    const purposes = await world.rows<{ purpose: string; calls: number; people: number }>(
      `SELECT purpose, count(*) AS calls, count(DISTINCT user_id) AS people FROM calls GROUP BY purpose ORDER BY purpose`,
    );
    expect(purposes).toEqual([
      { purpose: 'due', calls: PEOPLE, people: PEOPLE },
      { purpose: 'follow-up', calls: PEOPLE, people: PEOPLE },
    ]);
    expect(await world.rows(`SELECT 1 FROM calls WHERE status = 'ended' AND settled_at IS NULL`)).toEqual([]);
  });

  it('write each message once', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00', channel: 'push' }]);
    world.clock.moveTo(new Date('2026-03-02T20:00:00Z'));
    for (let round = 0; round < 3; round += 1) await both((engine) => engine.dispatch().then(() => engine.send()));

    const messages = await world.rows<{ messages: number }>(
      'SELECT count(*) AS messages FROM messages WHERE sent_at IS NOT NULL GROUP BY user_id',
    );
    expect(messages).toEqual(Array.from({ length: PEOPLE }, () => ({ messages: 1 })));
    expect(await world.rows(`SELECT 1 FROM changes WHERE topic = 'notification.created'`)).toHaveLength(PEOPLE);
  });

  it('plan each moment once', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
    world.clock.moveTo(new Date('2026-03-04T12:00:00Z'));
    await both((engine) => engine.plan());

    const planned = await world.rows<{ moments: number; rows: number }>(
      `SELECT count(*) AS rows, count(DISTINCT (habit_id, due_at)) AS moments FROM occurrences`,
    );
    expect(planned).toEqual([{ rows: PEOPLE * 4, moments: PEOPLE * 4 }]);
  });

  it('wait for nobody: who is held elsewhere is called a moment later, and the others now', async () => {
    const [slow] = await crowd(world, 20, [{ title: 'Run', at: '20:00' }]);
    const elsewhere = await Elsewhere.open(world);
    world.clock.moveTo(new Date('2026-03-02T20:00:00Z'));
    await elsewhere.hold(slow!);

    await both((engine) => engine.dispatch().then(() => engine.dial()));
    expect(await world.rows(`SELECT 1 FROM calls WHERE status = 'ringing'`)).toHaveLength(19);

    await elsewhere.rollback();
    await elsewhere.leave();
    await both((engine) => engine.dispatch().then(() => engine.dial()));
    expect(await world.rows(`SELECT 1 FROM calls WHERE status = 'ringing'`)).toHaveLength(20);
  });
});
