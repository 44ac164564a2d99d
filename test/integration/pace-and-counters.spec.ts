import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fc from 'fast-check';
import { plus, SECOND } from '../../src/kernel/clock';
import { UnitOfWork } from '../../src/platform/database';
import { Counters, Pace } from '../../src/platform/telephony';
import { World } from '../support/world';

const RATE = 10;
/** Seconds' worth of codes that may be ahead, and seconds that calls wait after the provider has said that it is too much. */
const AHEAD = 5;
const PAUSE = 3;
const RUNS = 40;

let world: World;
let other: NestFastifyApplication;
/** Those of two replicas. */
let paces: [Pace, Pace];
let counters: [Counters, Counters];

beforeAll(async () => {
  const environment = { TWILIO_CALLS_PER_SECOND: String(RATE) };
  world = await World.begin('2026-03-02T18:00:00Z', environment);
  other = await world.replica(environment);
  paces = [world.app.get(Pace), other.get(Pace)];
  counters = [world.app.get(Counters), other.get(Counters)];
});

afterAll(async () => {
  await other.close();
  await world.end();
});

beforeEach(async () => {
  await world.rows('DELETE FROM telephony_pace');
  await world.rows('DELETE FROM telephony_counters');
});

const pass = (milliseconds: number) => world.clock.moveTo(plus(world.clock.now(), milliseconds));
const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const rollBack = async (work: () => Promise<unknown>) => {
  const broken = world.app.get(UnitOfWork).run(async () => {
    await work();
    throw new Error('It breaks.');
  });
  await expect(broken).rejects.toThrow('It breaks.');
};

describe('The pace', () => {
  it('is a second’s worth at first, and comes back as time passes', async () => {
    const [pace] = paces;
    expect(await pace.available()).toBe(RATE);
    expect(await pace.take(4)).toBe(4);
    expect(await pace.take(100)).toBe(6);
    expect(await pace.take(1)).toBe(0);
    expect(await pace.available()).toBe(0);
    pass(500);
    expect(await pace.available()).toBe(5);
    pass(3600 * SECOND);
    expect(await pace.take(100)).toBe(RATE);
  });

  it.each([1, 3])('is one for all replicas that race for it, %i at a time', async (each) => {
    const work = world.app.get(UnitOfWork);
    for (let round = 0; round < 5; round += 1) {
      const takes = Array.from({ length: 40 }, (_, place) => paces[place % 2]!.take(each));
      const inTransactions = Array.from({ length: 10 }, () => work.run(() => paces[0].take(each)));
      expect(sum(await Promise.all([...takes, ...inTransactions]))).toBe(RATE);
      pass(SECOND);
    }
  });

  it('is one for all codes that race for it', async () => {
    const takes = Array.from({ length: 2 * (AHEAD + 1) * RATE }, (_, place) => paces[place % 2]!.takeAhead());
    expect((await Promise.all(takes)).filter(Boolean)).toHaveLength((AHEAD + 1) * RATE);
    expect(await paces[0].take(1)).toBe(0);
  });

  it('gives back what was rolled back', async () => {
    await paces[0].take(2);
    await rollBack(() => paces[0].take(5));
    expect(await paces[1].take(100)).toBe(RATE - 2);
  });

  it('lets calls wait for 3 seconds after too much was asked, however often that was told, and codes pass', async () => {
    await Promise.all(paces.map((pace) => pace.pause()));
    expect(await paces[0].takeAhead()).toBe(true);
    pass(PAUSE * SECOND);
    expect(await paces[1].take(RATE)).toBe(0);
    pass(SECOND);
    expect(await paces[1].take(100)).toBe(RATE - 1);
  });

  it('gives no more than its rate beyond a second’s worth, to codes 5 seconds’ worth ahead, whatever is asked', async () => {
    const property = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
      await world.rows('DELETE FROM telephony_pace');
      const events = await carriedOut(steps);
      const calls = events.filter(({ what }) => what === 'call');
      expect(mostBeyond(calls)).toBeLessThanOrEqual(RATE);
      expect(mostBeyond(events)).toBeLessThanOrEqual((AHEAD + 1) * RATE);
      for (const { what, at, place } of events.filter((event) => event.what === 'pause')) {
        const meanwhile = calls.filter((call) => call.place > place && call.at < at + PAUSE * SECOND);
        expect({ what, meanwhile: sum(meanwhile.map(({ count }) => count)) }).toEqual({ what, meanwhile: 0 });
      }
      pass((AHEAD + PAUSE + 1) * SECOND);
      expect(await paces[0].available()).toBe(RATE);
    });
    await fc.assert(property, { numRuns: RUNS });
  }, 120_000);
});

describe('Counters', () => {
  const [month, day, hour] = [
    { kind: 'spent', key: 'all' },
    { kind: 'codes-to-number', key: 'index' },
    { kind: 'calls-to-prefix', key: '+1415555' },
  ] as const;
  const amounts = () => counters[0].read([month, day, hour]);

  it('know what was counted, in the order asked for, and of the rest nothing', async () => {
    await counters[0].add([]);
    await counters[0].add([{ ...day, amount: 2 }]);
    await counters[1].add([{ ...month, amount: 0.014 }]);
    expect(await counters[1].read([day, { ...day, key: 'another' }, month])).toEqual([2, 0, 0.014]);
    expect(await counters[0].read([])).toEqual([]);
  });

  it('add up what comes together and apart, and take back', async () => {
    await counters[0].add([0.1, 0.2, 0.3].map((amount) => ({ ...month, amount })));
    await counters[1].add([{ ...month, amount: 0.1 }]);
    await counters[0].add([{ ...month, amount: -0.2 }]);
    expect(await counters[1].read([month])).toEqual([0.5]);
  });

  it('lose nothing when all replicas count the same at once, in whatever order', async () => {
    const counts = Array.from({ length: 20 }, (_, place) => ({ ...day, key: `index-${place}`, amount: 1 }));
    const adding = Array.from({ length: 20 }, (_, place) =>
      counters[place % 2]!.add(place % 3 === 0 ? counts : counts.toReversed()),
    );
    await Promise.all(adding);
    expect(new Set(await counters[0].read(counts))).toEqual(new Set([20]));
  });

  it('do not keep what was rolled back', async () => {
    await rollBack(() => counters[0].add([{ ...month, amount: 1 }]));
    expect(await counters[0].read([month])).toEqual([0]);
  });

  it('begin anew with the hour, the day and the month of UTC', async () => {
    world.clock.moveTo(new Date('2026-06-30T22:59:59.999Z'));
    await counters[0].add([month, day, hour].map((count) => ({ ...count, amount: 1 })));
    expect(await amounts()).toEqual([1, 1, 1]);
    pass(1);
    expect(await amounts()).toEqual([1, 1, 0]);
    world.clock.moveTo(new Date('2026-06-30T23:59:59.999Z'));
    expect(await amounts()).toEqual([1, 1, 0]);
    pass(1);
    expect(await amounts()).toEqual([0, 0, 0]);
  });

  it('forget the oldest, so many at a time, and nothing that is newer', async () => {
    const before = world.clock.now();
    for (const months of [2, 1, 0]) {
      world.clock.moveTo(new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 3 - months, 1)));
      await counters[0].add([{ ...month, amount: 1 }]);
    }
    const now = world.clock.now();
    expect(await counters[0].forgetBefore(now, 1)).toBe(1);
    expect(await counters[0].forgetBefore(now, 10)).toBe(1);
    expect(await counters[0].forgetBefore(now, 10)).toBe(0);
    expect(await counters[0].read([month])).toEqual([1]);
  });
});

/** What was taken, or that the provider said that it is too much; in the order of `place`. */
interface Event {
  what: 'call' | 'code' | 'pause';
  count: number;
  /** In milliseconds. */
  at: number;
  place: number;
}

type Step = { kind: 'call' | 'code' | 'pass'; amount: number } | { kind: 'pause' };

const some = <Kind extends string>(kind: Kind, max: number) =>
  fc.record({ kind: fc.constant(kind), amount: fc.integer({ min: 1, max }) });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: some('call', 25) },
  { weight: 3, arbitrary: some('code', 30) },
  { weight: 4, arbitrary: some('pass', 2500) },
  { weight: 1, arbitrary: fc.constant({ kind: 'pause' } as const) },
);

/** By two replicas in turn. */
async function carriedOut(steps: Step[]): Promise<Event[]> {
  const events: Event[] = [];
  for (const [place, one] of steps.entries()) {
    const pace = paces[place % 2]!;
    const at = world.clock.now().getTime();
    if (one.kind === 'pass') pass(one.amount);
    else events.push({ what: one.kind, count: await done(pace, one), at, place });
  }
  return events;
}

/** How many were taken. */
async function done(pace: Pace, one: Exclude<Step, { kind: 'pass' }>): Promise<number> {
  if (one.kind === 'call') return pace.take(one.amount);
  if (one.kind === 'code')
    return (await Promise.all(Array.from({ length: one.amount }, () => pace.takeAhead()))).filter(Boolean).length;
  await pace.pause();
  return 0;
}

/** Over all stretches of time: how many more were taken in one than its length is worth. */
function mostBeyond(events: Event[]): number {
  let most = 0;
  for (const [first, { at: from }] of events.entries()) {
    let count = 0;
    for (const { count: more, at } of events.slice(first)) {
      count += more;
      most = Math.max(most, count - (RATE * (at - from)) / SECOND);
    }
  }
  return most;
}
