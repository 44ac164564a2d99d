import { SECOND } from '../../kernel/clock';
import { HeldClock } from '../../kernel/held-clock';
import { Policy } from '../resilience/policy';
import type { CacheStore } from './cache';
import { type Outcome, StampedCache } from './stamped-cache';
import { ASKED_SOON, guarded, memoryStore } from './stores';

const LIFETIME = 5 * SECOND;
const BEGIN = new Date('2026-03-02T12:00:00Z');

/** A cache, and a row it keeps an answer about. Loads wait at the gate when there is one. */
class Scene {
  readonly clock = new HeldClock(BEGIN);
  readonly outcomes: Outcome[] = [];
  row: string | undefined = 'old';
  loads = 0;
  chance = 0;
  isRunning = false;
  gate?: Promise<void>;
  readonly cache: StampedCache<string>;

  constructor(readonly store: CacheStore = memoryStore()) {
    const work = { isRunning: false, afterCommit: (act: () => Promise<void>) => act() };
    Object.defineProperty(work, 'isRunning', { get: () => this.isRunning });
    this.cache = new StampedCache('names', LIFETIME, {
      store,
      work,
      clock: this.clock,
      chance: () => this.chance,
      count: (outcome) => this.outcomes.push(outcome),
    });
  }

  /** Another process on the same store, with the same clock and the same row. */
  async elsewhere(): Promise<string | undefined> {
    return new Scene(this.store).passing(this.clock.now().getTime() - BEGIN.getTime()).get();
  }

  get(key = 'ada'): Promise<string | undefined> {
    return this.cache.get(key, async () => {
      this.loads += 1;
      const seen = this.row;
      await this.gate;
      return seen;
    });
  }

  passing(milliseconds: number): this {
    this.clock.moveTo(new Date(this.clock.now().getTime() + milliseconds));
    return this;
  }
}

describe('A cache', () => {
  it('asks once as long as the answer lives, and not a moment longer', async () => {
    const scene = new Scene();
    await scene.get();
    expect(await scene.passing(LIFETIME - 1).get()).toBe('old');
    expect(scene.loads).toBe(1);
    scene.row = 'new';
    expect(await scene.passing(1).get()).toBe('new');
    expect(scene.outcomes).toEqual(['miss', 'hit', 'miss']);
  });

  it('lets answers end at different times, never later than said', async () => {
    const scene = new Scene();
    scene.chance = 1;
    await scene.get();
    await scene.passing(LIFETIME * 0.8 - 1).get();
    expect(scene.loads).toBe(1);
    await scene.passing(1).get();
    expect(scene.loads).toBe(2);
  });

  it('loads once for all who ask at once', async () => {
    const scene = new Scene();
    const { open, gate } = closedGate();
    scene.gate = gate;
    const asking = Promise.all(Array.from({ length: 50 }, () => scene.get()));
    open();
    expect(await asking).toEqual(Array(50).fill('old'));
    expect(scene.loads).toBe(1);
  });

  it('tells those who asked at once of a load that failed, and keeps nothing of it', async () => {
    const scene = new Scene();
    const failing = () => scene.cache.get('ada', () => Promise.reject(new Error('No database')));
    const both = await Promise.allSettled([failing(), failing()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await scene.get()).toBe('old');
  });

  it('shows what was changed as soon as the drop is done, here and elsewhere', async () => {
    const scene = new Scene();
    await scene.get();
    scene.row = 'new';
    await scene.cache.drop('ada');
    expect(await scene.get()).toBe('new');
    expect(await scene.elsewhere()).toBe('new');
    expect(await scene.get()).toBe('new');
    expect(scene.loads).toBe(2);
  });

  it('is not brought back to the old by a reader that was slower than the writer', async () => {
    const scene = new Scene();
    const { open, gate } = closedGate();
    scene.gate = gate;
    const slow = scene.get();
    while (scene.loads === 0) await Promise.resolve();
    scene.row = 'new';
    await scene.cache.drop('ada');
    open();
    expect(await slow).toBe('old');
    expect(await scene.get()).toBe('new');
    expect(await scene.passing(LIFETIME).get()).toBe('new');
  });

  it('keeps nothing that took longer to load than it would live', async () => {
    const store = new FailingStore(memoryStore());
    const scene = new Scene(store);
    const { open, gate } = closedGate();
    scene.gate = gate;
    const slow = scene.get();
    while (scene.loads === 0) await Promise.resolve();
    scene.passing(LIFETIME);
    open();
    await slow;
    expect(store.lifetimes).toEqual([]);
    await scene.get();
    expect(scene.loads).toBe(2);
  });

  it('remembers a drop for longer than anything lives that was loaded before it', async () => {
    const store = new FailingStore(memoryStore());
    await new Scene(store).cache.drop('ada');
    expect(store.lifetimes).toEqual([2 * LIFETIME]);
  });

  it('keeps no absence: who has just come is there at once', async () => {
    const scene = new Scene();
    scene.row = undefined;
    expect(await scene.get()).toBeUndefined();
    scene.row = 'new';
    expect(await scene.get()).toBe('new');
  });

  it('is passed by inside a transaction, and learns nothing from one', async () => {
    const scene = new Scene();
    await scene.get();
    scene.row = 'not committed yet';
    scene.isRunning = true;
    expect(await scene.get()).toBe('not committed yet');
    scene.isRunning = false;
    expect(await scene.get()).toBe('old');
  });

  it('has room for so many and no more; what is used stays', async () => {
    const scene = new Scene();
    await scene.get('kept');
    for (let other = 0; other < 20_000; other += 1) {
      await scene.get(`${other}`);
      if (other % 5000 === 0) await scene.get('kept');
    }
    const before = scene.loads;
    await scene.get('kept');
    expect(scene.loads).toBe(before);
    await scene.get('0');
    expect(scene.loads).toBe(before + 1);
  });

  it('does without a store that fails: every answer is loaded', async () => {
    const scene = new Scene(new FailingStore());
    expect([await scene.get(), await scene.get()]).toEqual(['old', 'old']);
    expect(scene.outcomes).toEqual(['error', 'error']);
    await expect(scene.cache.drop('ada')).resolves.toBeUndefined();
  });

  it('does not believe a store that missed a drop, until what it holds has ended', async () => {
    const store = new FailingStore(memoryStore());
    const scene = new Scene(store);
    await scene.get();
    store.isGone = true;
    scene.row = 'new';
    await scene.cache.drop('ada');
    store.isGone = false;
    expect(await scene.get()).toBe('new');
    expect(await scene.elsewhere()).toBe('old');
    expect(await scene.passing(LIFETIME).get()).toBe('new');
    expect(scene.outcomes.at(-1)).toBe('miss');
  });

  it('waits for no store that hangs, and after some failures does not even ask it', async () => {
    let asked = 0;
    const hanging = { readMany: () => never(() => (asked += 1)), write: () => never(() => (asked += 1)) };
    const scene = new Scene(
      guarded(hanging, new Policy('cache', ASKED_SOON, { changed: () => {}, finished: () => {} })),
    );
    for (let time = 0; time < 20; time += 1) expect(await scene.get()).toBe('old');
    expect(asked).toBe(5);
  });
});

/** A store that can be away; without another behind it, for ever. */
class FailingStore implements CacheStore {
  isGone: boolean;
  /** Of all that was written. */
  readonly lifetimes: number[] = [];

  constructor(private readonly behind?: CacheStore) {
    this.isGone = behind === undefined;
  }

  async readMany(keys: string[]): Promise<unknown[]> {
    return this.there().readMany(keys);
  }

  async write(key: string, value: unknown, lifetime: number): Promise<void> {
    await this.there().write(key, value, lifetime);
    this.lifetimes.push(lifetime);
  }

  private there(): CacheStore {
    if (this.isGone || !this.behind) throw new Error('Gone');
    return this.behind;
  }
}

function closedGate(): { open: () => void; gate: Promise<void> } {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  return { open, gate };
}

function never(note: () => void): Promise<never> {
  note();
  return new Promise(() => {});
}
