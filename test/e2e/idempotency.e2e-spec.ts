import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { HabitResponse } from '../../src/modules/habits/habits.dto';
import { People } from '../../src/modules/users';
import { UnitOfWork } from '../../src/platform/database';
import { eventually } from '../support/eventually';
import { HttpClient } from '../support/http-client';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

const HABIT = { title: 'Run', schedule: { startDate: '2026-03-02', times: ['20:00'], recurrence: 'FREQ=DAILY' } };

describe('A POST with an Idempotency-Key', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let ada: Person;
  let key: Record<string, string>;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    replica = await world.replica();
  });

  beforeEach(async () => {
    ada = await world.person(`Ada${randomUUID().slice(0, 8)}`);
    key = { 'idempotency-key': randomUUID() };
  });

  afterAll(async () => {
    await replica.close();
    await world.end();
  });

  const make = (client = ada.api, body: object = HABIT) => client.post<HabitResponse>('/habits', body, key);
  const habits = async () => (await (await ada.fresh()).get<{ items: HabitResponse[] }>('/habits')).body.items;
  const kept = () => world.rows<{ answer: object | null }>('SELECT * FROM kept_answers WHERE user_id = $1', [ada.id]);

  it('runs once: sent again, it gets the first answer, whatever became of the thing since', async () => {
    const first = await make();
    await ada.api.patch(`/habits/${first.body.id}`, { title: 'Walk' });
    const second = await make();

    expect(second).toMatchObject({ status: 201, body: first.body });
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await habits()).toHaveLength(1);
  });

  it('gets its refusal again too', async () => {
    const first = await make(ada.api, { title: '' });
    const second = await make(ada.api, { title: '' });

    expectProblem(first, 400, 'invalid-request');
    expectProblem(second, 400, 'invalid-request');
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(second.body).toEqual(first.body);
  });

  it('is refused for another body or another address', async () => {
    await make();
    expectProblem(await make(ada.api, { ...HABIT, title: 'Walk' }), 422, 'idempotency-key-taken');
    expectProblem(await ada.api.post('/habits/preview', HABIT, key), 422, 'idempotency-key-taken');
    expect(await habits()).toHaveLength(1);
  });

  it('is everybody’s own: the same key of somebody else is another one', async () => {
    await make();
    const bob = await world.person('Bob');
    const his = await make(bob.api);
    expect(his.status).toBe(201);
    expect(his.headers.get('idempotency-replayed')).toBeNull();
  });

  it('is told to wait while the first runs', async () => {
    const { first, second } = await world.app.get(UnitOfWork).run(async () => {
      await world.app.get(People, { strict: false }).hold(ada.id);
      const first = make();
      await eventually(async () => (await kept()).length === 1);
      return { first, second: await make() };
    });

    expectProblem(second, 409, 'still-running');
    expect(second.headers.get('retry-after')).toBe('1');
    expect((await first).status).toBe(201);
    expect((await make()).headers.get('idempotency-replayed')).toBe('true');
  });

  it('runs once when ten come at the same moment, to two replicas', async () => {
    const there = new HttpClient((await replica.getUrl()).replace('[::1]', '127.0.0.1')).as(tokenOf(ada));
    const answers = await Promise.all(Array.from({ length: 10 }, (_, nth) => make(nth % 2 ? there : ada.api)));

    const fresh = answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotency-replayed'));
    expect(fresh).toHaveLength(1);
    for (const { status } of answers) expect([201, 409]).toContain(status);
    expect(await habits()).toHaveLength(1);
  });

  it('runs again after a failure of ours', async () => {
    await world.rows('ALTER TABLE occurrences RENAME TO lost');
    expectProblem(await make(), 500, 'database-failed');
    await world.rows('ALTER TABLE lost RENAME TO occurrences');

    expect(await kept()).toEqual([]);
    expect((await make()).headers.get('idempotency-replayed')).toBeNull();
    expect(await habits()).toHaveLength(1);
  });

  it('runs again a minute after the process that ran it was killed, for the same request alone', async () => {
    await make();
    const now = world.clock.now();
    await world.rows(`UPDATE kept_answers SET answer = NULL, dead_at = $1 WHERE user_id = $2`, [
      new Date(now.getTime() + 60_000),
      ada.id,
    ]);

    expectProblem(await make(), 409, 'still-running');
    await world.passes({ seconds: 61 });
    expectProblem(await make(ada.api, { ...HABIT, title: 'Walk' }), 422, 'idempotency-key-taken');
    expect(await make()).toMatchObject({ status: 201 });
    expect(await habits()).toHaveLength(2);
  });

  it('is remembered for a day, and then forgotten', async () => {
    await make();
    await world.passes({ hours: 23, minutes: 59 });
    expect((await make(await ada.fresh())).headers.get('idempotency-replayed')).toBe('true');

    await world.passes({ minutes: 2 });
    expect((await make(await ada.fresh())).headers.get('idempotency-replayed')).toBeNull();

    await world.passes({ hours: 25 });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['an empty one', ''],
    ['one with a space', 'a b'],
    ['256 characters', 'x'.repeat(256)],
    ['letters beyond ASCII', 'caf\u00e9'],
  ])('is refused with %s', async (_, malformed) => {
    key = { 'idempotency-key': malformed };
    expectProblem(await make(), 400, 'invalid-request');
    expect(await habits()).toEqual([]);
  });

  it('takes the longest one there may be, and makes nothing of one on another method', async () => {
    key = { 'idempotency-key': 'x'.repeat(255) };
    const { body, status } = await make();
    expect(status).toBe(201);
    expect((await ada.api.put(`/habits/${body.id}/pause`, undefined, { 'idempotency-key': 'a b' })).status).toBe(200);
  });

  it('never has the secret of an answered call stored', async () => {
    await ada.api.post(`/calls/${randomUUID()}/answer`, undefined, key);
    expect(await kept()).toEqual([]);
    await ada.api.post(`/calls/${randomUUID()}/decline`, undefined, key);
    expect(await kept()).toHaveLength(1);
  });

  it('takes what is kept of it along when the person goes', async () => {
    await make();
    await ada.api.delete('/me');
    expect(await kept()).toEqual([]);
  });
});

function tokenOf({ api }: Person): string {
  return api.credentials.authorization!.replace('Bearer ', '');
}
