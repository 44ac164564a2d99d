import KeyvRedis from '@keyv/redis';
import type { RedisClientType } from '@redis/client';
import { Keyv } from 'keyv';
import { SECOND } from '../../kernel/clock';
import type { Policy, PolicyOptions } from '../resilience';
import { BoundedMap } from './bounded-map';
import type { CacheStore } from './cache';

/** Entries in the memory of a process, of all its caches together: a few megabytes. */
const MOST_IN_MEMORY = 20_000;

/**
 * How Redis is asked, times in milliseconds: once, for a cache that takes longer saves no time any more; and after some
 * failures in a row not at all for a moment.
 */
export const ASKED_SOON: PolicyOptions = {
  timeLimit: 50,
  repeatable: false,
  concurrent: 1000,
  failures: 5,
  leftInPeaceFor: SECOND,
};

/** In this process alone. */
export function memoryStore(): CacheStore {
  return storeOf(new Keyv({ store: new BoundedMap<string, string>(MOST_IN_MEMORY), useKeyPrefix: false }));
}

/** Shared by all processes. */
export function redisStore(client: RedisClientType, policy: Policy): CacheStore {
  const store = new KeyvRedis(client, { throwOnErrors: true });
  store.on('error', () => {});
  return guarded(storeOf(new Keyv({ store, throwOnErrors: true, emitErrors: false, useKeyPrefix: false })), policy);
}

/** The store with a limit to its time: when it is slow or gone it fails soon, and after some failures at once. */
export function guarded(store: CacheStore, policy: Policy): CacheStore {
  return {
    readMany: (keys) => policy.run(() => store.readMany(keys)),
    write: (key, value, lifetime) => policy.run(() => store.write(key, value, lifetime)),
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
