import KeyvRedis from '@keyv/redis';
import type { RedisClientType } from '@redis/client';
import { ConsecutiveBreaker, circuitBreaker, handleAll, TimeoutStrategy, timeout, wrap } from 'cockatiel';
import { Keyv } from 'keyv';
import { SECOND } from '../../kernel/clock';
import { BoundedMap } from './bounded-map';
import type { CacheStore } from './cache';

/** Entries in the memory of a process, of all its caches together: a few megabytes. */
const MOST_IN_MEMORY = 20_000;

/** A cache that takes longer than this, in milliseconds, saves no time any more. */
const PATIENCE = 50;

/** So many failures one after the other, and the store is left alone for this long, in milliseconds. */
const FAILURES = 5;
const LEFT_ALONE = SECOND;

/** In this process alone. */
export function memoryStore(): CacheStore {
  return storeOf(new Keyv({ store: new BoundedMap<string, string>(MOST_IN_MEMORY), useKeyPrefix: false }));
}

/** Shared by all processes. */
export function redisStore(client: RedisClientType): CacheStore {
  const store = new KeyvRedis(client, { throwOnErrors: true });
  store.on('error', () => {});
  return guarded(storeOf(new Keyv({ store, throwOnErrors: true, emitErrors: false, useKeyPrefix: false })));
}

/** The store with a limit to its time: when it is slow or gone it fails soon, and after some failures at once. */
export function guarded(store: CacheStore): CacheStore {
  const policy = wrap(
    circuitBreaker(handleAll, { halfOpenAfter: LEFT_ALONE, breaker: new ConsecutiveBreaker(FAILURES) }),
    timeout(PATIENCE, TimeoutStrategy.Aggressive),
  );
  return {
    readMany: (keys) => policy.execute(() => store.readMany(keys)),
    write: (key, value, lifetime) => policy.execute(() => store.write(key, value, lifetime)),
  };
}

function storeOf(keyv: Keyv): CacheStore {
  return {
    readMany: (keys) => keyv.getMany(keys),
    async write(key, value, lifetime) {
      await keyv.set(key, value, lifetime);
    },
  };
}
