import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Counter } from 'prom-client';
import { Clock } from '../../kernel/clock';
import { UnitOfWork } from '../database';
import { Metrics } from '../metrics';
import { Redis } from '../redis';
import { Resilience } from '../resilience';
import { Status } from '../status';
import type { Cache, CacheStore } from './cache';
import { type Outcome, StampedCache } from './stamped-cache';
import { ASKED_SOON, memoryStore, redisStore } from './stores';

type Tally = Record<Outcome, number>;

/** Opens the caches of this process, in Redis when there is one, else in its memory. See docs/decisions/0009. */
@Injectable()
export class Caches {
  private readonly store: CacheStore;
  private readonly requests: Counter<'cache' | 'outcome'>;
  private readonly tallies = new Map<string, Tally>();

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    redis: Redis,
    resilience: Resilience,
    metrics: Metrics,
    status: Status,
  ) {
    this.store = redis.client ? redisStore(redis.client, resilience.policy('cache', ASKED_SOON)) : memoryStore();
    this.requests = metrics.counter({
      name: 'callivate_cache_requests_total',
      help: 'What a cache was asked: it had the answer (hit), had none (miss), or could not be asked (error).',
      labelNames: ['cache', 'outcome'],
    });
    const keptIn = redis.client ? 'redis' : 'memory';
    status.section('cache', () => ({ keptIn, requests: Object.fromEntries(this.tallies) }));
  }

  /** A cache of that name, whose answers are at most `lifetime` milliseconds old. To be opened once, in a constructor. */
  open<Value>(name: string, lifetime: number): Cache<Value> {
    const tally: Tally = { hit: 0, miss: 0, error: 0 };
    this.tallies.set(name, tally);
    const count = (outcome: Outcome) => {
      tally[outcome] += 1;
      this.requests.inc({ cache: name, outcome });
    };
    const { store, work, clock } = this;
    return new StampedCache<Value>(name, lifetime, { store, work, clock, chance, count });
  }
}

function chance(): number {
  return randomInt(1001) / 1000;
}
