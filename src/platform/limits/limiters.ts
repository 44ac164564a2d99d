import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RLWrapperTimeouts,
} from 'rate-limiter-flexible';
import type { DataSource } from 'typeorm';
import { SECOND } from '../../kernel/clock';
import type { Redis } from '../redis';
import type { Limit } from './limits';

/** The table of what is counted in rows; its columns are those the library asks for. */
export const LIMITS_TABLE = 'limits';

/** Redis gets so long, in milliseconds, before the process counts for itself. */
const PATIENCE = 50;

/** Counts one limit where it belongs; while that place is gone each process counts for itself. */
export function limiterOf(name: string, { quota, window, kept }: Limit, redis: Redis, database: DataSource) {
  const counted = { keyPrefix: `callivate:limit:${name}`, points: quota, duration: window / SECOND };
  const insuranceLimiter = new RateLimiterMemory(counted);
  if (kept === 'rows') return inRows({ ...counted, insuranceLimiter }, database);
  return redis.client ? inRedis({ ...counted, insuranceLimiter }, redis.client) : insuranceLimiter;
}

interface Counted {
  keyPrefix: string;
  points: number;
  duration: number;
  insuranceLimiter: RateLimiterAbstract;
}

function inRows(counted: Counted, database: DataSource): RateLimiterAbstract {
  return new RateLimiterPostgres({
    ...counted,
    storeClient: database,
    storeType: 'typeorm',
    tableName: LIMITS_TABLE,
    tableCreated: true,
    clearExpiredByTimeout: false,
  });
}

function inRedis(counted: Counted, client: NonNullable<Redis['client']>): RateLimiterAbstract {
  const limiter = new RateLimiterRedis({
    ...counted,
    storeClient: client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
  });
  return new RLWrapperTimeouts({ limiter, timeoutMs: PATIENCE });
}
