import type { Clock } from '../../kernel/clock';
import type { UnitOfWork } from '../database';
import { BoundedMap } from './bounded-map';
import type { Cache, CacheStore } from './cache';

/** A stamp of the last drop; none when there was no drop lately. */
type Stamp = string | null;

interface Entry<Value> {
  value: Value;
  /** The stamp as it was before the value was loaded. */
  stamp: Stamp;
  /** It counts before this moment, in milliseconds since 1970. */
  until: number;
}

export type Outcome = 'hit' | 'miss' | 'error';

/** What a cache works with. */
export interface Means {
  store: CacheStore;
  work: Pick<UnitOfWork, 'isRunning' | 'afterCommit'>;
  clock: Clock;
  /** A number from 0 to 1. */
  chance: () => number;
  count: (outcome: Outcome) => void;
}

/** Lifetimes differ by so much, so that what was loaded together is not loaded together again. */
const JITTER = 0.2;

/** Keys whose drop the store did not take, at most. */
const MOST_UNDROPPED = 10_000;

/**
 * Why no reader brings back what a writer has changed: a drop leaves a new stamp, and an entry counts only under the stamp
 * that was there before it was loaded. And its lifetime begins before it is loaded, so that nothing is ever older than that,
 * whatever became of the drop.
 */
export class StampedCache<Value> implements Cache<Value> {
  private readonly loading = new Map<string, Promise<Value | undefined>>();
  private readonly undropped = new BoundedMap<string, number>(MOST_UNDROPPED);

  constructor(
    private readonly name: string,
    private readonly lifetime: number,
    private readonly means: Means,
  ) {}

  async get(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    if (this.means.work.isRunning) return load();
    return this.loading.get(key) ?? this.once(key, () => this.find(key, load));
  }

  drop(key: string): Promise<void> {
    return this.means.work.afterCommit(() => this.stamp(key));
  }

  /** Who asks while somebody else is asking waits for the same answer. */
  private once(key: string, find: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const finding = find().finally(() => {
      if (this.loading.get(key) === finding) this.loading.delete(key);
    });
    this.loading.set(key, finding);
    return finding;
  }

  private async find(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const now = this.now();
    const found = await this.read(key);
    if (found?.entry && found.entry.stamp === found.stamp && found.entry.until > now) {
      this.means.count('hit');
      return found.entry.value;
    }
    this.means.count(found ? 'miss' : 'error');
    const value = await load();
    if (found && value !== undefined) await this.keep(key, value, found.stamp, now);
    return value;
  }

  /** Nothing when the store cannot be asked, or cannot be believed. */
  private async read(key: string): Promise<{ entry?: Entry<Value>; stamp: Stamp } | undefined> {
    if ((this.undropped.get(key) ?? 0) > this.now()) return undefined;
    try {
      const [entry, stamp] = await this.means.store.readMany([this.entryKey(key), this.stampKey(key)]);
      return { entry: entry as Entry<Value> | undefined, stamp: (stamp as string | undefined) ?? null };
    } catch {
      return undefined;
    }
  }

  private async keep(key: string, value: Value, stamp: Stamp, loadedFrom: number): Promise<void> {
    const until = loadedFrom + this.lifetime * (1 - JITTER * this.means.chance());
    const left = Math.floor(until - this.now());
    if (left <= 0) return;
    const entry: Entry<Value> = { value, stamp, until };
    await this.means.store.write(this.entryKey(key), entry, left).catch(() => {});
  }

  /** A stamp outlives every entry that was loaded before it, also when clocks differ. */
  private async stamp(key: string): Promise<void> {
    try {
      await this.means.store.write(this.stampKey(key), crypto.randomUUID(), 2 * this.lifetime);
    } catch {
      this.undropped.set(key, this.now() + this.lifetime);
    }
    this.loading.delete(key);
  }

  private now(): number {
    return this.means.clock.now().getTime();
  }

  private entryKey(key: string): string {
    return `callivate:cache:${this.name}:${key}`;
  }

  private stampKey(key: string): string {
    return `${this.entryKey(key)}:dropped`;
  }
}
