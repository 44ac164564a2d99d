import fc from 'fast-check';
import { HOUR, plus } from '../../src/kernel/clock';
import { CheckInsService } from '../../src/modules/habits';
import { LARGEST_NUMBER } from '../../src/modules/habits/domain/limits';
import { totalOf, verdictOn } from '../../src/modules/habits/domain/quantity';
import type { OccurrenceResponse } from '../../src/modules/habits/occurrences.dto';
import { QuantitiesRepository } from '../../src/modules/habits/quantities.repository';
import { Engine } from '../support/engine';
import type { Person } from '../support/person';
import { brokenPromises } from '../support/promises';
import { World } from '../support/world';

const AT = ['13:00', '15:00', '20:00'];
const TARGET = 10;
const RUNS = 12;

type Step =
  | { kind: 'set' | 'add'; ring: number; amount: number }
  | { kind: 'say'; ring: number; status: 'completed' | 'skipped' | 'missed'; amount: number | null }
  | { kind: 'take-back'; ring: number }
  | { kind: 'pass'; hours: number };

const ring = fc.nat({ max: AT.length - 1 });
const amount = fc.integer({ min: 1, max: TARGET + 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('set' as const, 'add' as const), ring, amount }),
  fc.record({
    kind: fc.constant('say' as const),
    ring,
    status: fc.constantFrom('completed' as const, 'skipped' as const, 'missed' as const),
    amount: fc.option(amount, { nil: null }),
  }),
  fc.record({ kind: fc.constant('take-back' as const), ring }),
  fc.record({ kind: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 8 }) }),
);

describe('The number of a day', () => {
  let world: World;
  let engine: Engine;
  let service: CheckInsService;
  let day: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
    engine = new Engine(world.app);
    service = world.app.get(CheckInsService);
  });

  afterAll(() => world.end());

  const ringsOf = async (name: string, direction: 'at-least' | 'at-most'): Promise<{ ada: Person; ids: string[] }> => {
    await world.rows('DELETE FROM users');
    day = await world.nextNoon();
    const ada = await world.person(name, 'UTC');
    const target = { value: TARGET, unit: 'cups', direction };
    await ada.habit('Drink', { kind: 'numeric', target, at: AT, every: null, channel: 'push' });
    return { ada, ids: (await ada.occurrences(day, day)).map(({ id }) => id) };
  };

  const take = async (userId: string, ids: string[], one: Step): Promise<unknown> => {
    switch (one.kind) {
      case 'set':
        return service.set(userId, ids[one.ring]!, { quantity: one.amount, via: 'app' });
      case 'add':
        return service.progress(userId, ids[one.ring]!, one.amount, 'app');
      case 'say':
        return service.set(userId, ids[one.ring]!, { status: one.status, quantity: one.amount, via: 'app' });
      case 'take-back':
        return service.remove(userId, ids[one.ring]!);
      case 'pass':
        return world.time.reach(plus(world.clock.now(), one.hours * HOUR));
    }
  };

  /** What is stored is what the changes come to, and each occurrence stands as its word, that number or the clock has it. */
  const holds = async (ids: string[], direction: 'at-least' | 'at-most') => {
    const rows = await world.rows<Standing>(STANDINGS, [ids]);
    const changes = await world.app.get(QuantitiesRepository).ofDay(rows[0]!.habitId, day);
    const total = totalOf(changes);
    expect(rows.map((row) => row.total)).toEqual(ids.map(() => total));
    for (const { status, word, dueAt, closesAt } of rows) {
      const byNumber = verdictOn(total, { value: TARGET, direction });
      const silence = direction === 'at-least' ? 'missed' : 'completed';
      const now = world.clock.now();
      const byClock = now < dueAt ? 'planned' : now < closesAt ? 'due' : silence;
      expect(status).toBe(word ?? byNumber ?? byClock);
    }
    expect(await brokenPromises(world)).toEqual([]);
  };

  it.each(['at-least', 'at-most'] as const)(
    'is the fold of all that was said, %s, and so is what became of the day',
    async (direction) => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
          const { ada, ids } = await ringsOf('Ada', direction);
          for (const one of steps) {
            await take(ada.id, ids, one);
            await holds(ids, direction);
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
    },
    120_000,
  );

  it('loses nothing of what many add at once', async () => {
    const { ada, ids } = await ringsOf('Bea', 'at-least');
    await Promise.all(Array.from({ length: 20 }, (_, nth) => service.progress(ada.id, ids[nth % 3]!, 0.1, 'app')));
    expect((await ada.occurrences(day, day)).map(({ quantity }) => quantity)).toEqual([2, 2, 2]);
  });

  it('is never more than a day may come to, however many add at once', async () => {
    const { ada, ids } = await ringsOf('Abe', 'at-least');
    await service.set(ada.id, ids[0]!, { quantity: LARGEST_NUMBER - 10, via: 'app' });
    const adding = Array.from({ length: 6 }, (_, nth) => service.progress(ada.id, ids[nth % 3]!, 4, 'app'));
    const kept = (await Promise.allSettled(adding)).filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(2);
    const total = LARGEST_NUMBER - 2;
    expect((await ada.occurrences(day, day)).map(({ quantity }) => quantity)).toEqual([total, total, total]);
  });

  it('is added once, however often the same request arrives at once', async () => {
    const { ada, ids } = await ringsOf('Cai', 'at-least');
    const glass = () =>
      ada.api.post(`/occurrences/${ids[0]}/progress`, { quantity: 3 }, { 'idempotency-key': 'one-glass' });
    const statuses = (await Promise.all([glass(), glass(), glass()])).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect((await ada.occurrences(day, day)).map(({ quantity }) => quantity)).toEqual([3, 3, 3]);
  });

  it('goes to one of two who set it at once, though by different rings of the day; the other learns of it', async () => {
    const { ada, ids } = await ringsOf('Dan', 'at-least');
    const [seen] = await Promise.all(ids.map((id) => ada.api.get(`/occurrences/${id}`)));
    const etag = seen!.headers.get('etag')!;
    const set = (id: string, quantity: number) =>
      ada.api.put<OccurrenceResponse>(`/occurrences/${id}/check-in`, { quantity }, { 'if-match': etag });

    const answers = await Promise.all([set(ids[0]!, 4), set(ids[1]!, 6)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const [winner, loser] = answers[0]!.status === 200 ? answers : answers.toReversed();
    const quantities = (await ada.occurrences(day, day)).map(({ quantity }) => quantity);
    expect(quantities).toEqual(ids.map(() => winner!.body.quantity));
    expect(loser!.headers.get('etag')).not.toBe(etag);
  });

  it('cancels the ring of another moment in the very transaction that reaches the target', async () => {
    await world.rows('DELETE FROM users');
    day = await world.nextNoon();
    const eve = await world.person('Eve', 'UTC');
    const target = { value: TARGET, unit: 'cups', direction: 'at-least' as const };
    await eve.habit('Drink', { kind: 'numeric', target, at: ['13:00', '20:00'], every: null });
    const [noon, evening] = (await eve.occurrences(day, day)).map(({ id }) => id) as [string, string];
    world.clock.moveTo(new Date(`${day}T13:00:00Z`));
    await engine.dispatch();
    await engine.dial();
    expect((await eve.phone.ringing()).occurrenceIds).toEqual([noon]);

    await service.progress(eve.id, evening, TARGET, 'app');

    expect((await engine.calls()).map(({ ending }) => ending)).toEqual(['canceled']);
    expect(await brokenPromises(world)).toEqual([]);
  });
});

interface Standing {
  habitId: string;
  status: string;
  word: string | null;
  total: number | null;
  dueAt: Date;
  closesAt: Date;
}

const STANDINGS = `
  SELECT o.habit_id, o.status, c.status AS word, q.total, o.due_at, o.closes_at FROM occurrences o
  LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
  LEFT JOIN day_quantities q ON q.habit_id = o.habit_id AND q.day = o.day AND q.followed_at IS NULL
  WHERE o.id = ANY($1) ORDER BY o.due_at`;
