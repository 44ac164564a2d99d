export { BoundedMap } from './bounded-map';
export type { Cache } from './cache';
export { CacheModule } from './cache.module';
export { Caches } from './caches';
