import { SECOND } from '../../kernel/clock';
import type { Config } from '../config';

/** How long anything may take, in milliseconds, under the names by which `pg` and PostgreSQL know the limits. */
export interface DatabaseLimits {
  /** Until there is a free connection, or a new one: then the request is answered that we are busy. */
  connectionTimeoutMillis: number;
  /** One statement, counted by PostgreSQL. */
  statement_timeout: number;
  /** The wait for a row that somebody else holds. */
  lock_timeout: number;
  /** A transaction that asks nothing more: whoever forgot it keeps a person from everybody else. */
  idle_in_transaction_session_timeout: number;
  /** One statement, counted here: for a database that says nothing any more, not even that it is too late. */
  query_timeout: number;
}

/** What PostgreSQL needs to say itself that a statement took too long, before we stop listening. */
const TO_SAY_SO = 5 * SECOND;

function limits(wait: number, statement: number, lock: number): DatabaseLimits {
  return {
    connectionTimeoutMillis: wait,
    statement_timeout: statement,
    lock_timeout: lock,
    idle_in_transaction_session_timeout: 30 * SECOND,
    query_timeout: statement + TO_SAY_SO,
  };
}

/**
 * People wait for the API: who has heard nothing for a few seconds asks again. Nobody waits for a sweep, and it may go
 * through much; but it never waits for a lock as long as a lease lasts (15 s, that of a talk), or others would take its
 * work for abandoned. A process that does both has the sweep's patience with statements and the API's with everything else.
 */
export const LIMITS: Record<Config['ROLE'], DatabaseLimits> = {
  api: limits(3 * SECOND, 10 * SECOND, 5 * SECOND),
  worker: limits(5 * SECOND, 30 * SECOND, 10 * SECOND),
  all: limits(3 * SECOND, 30 * SECOND, 5 * SECOND),
  migrate: limits(5 * SECOND, 30 * SECOND, 10 * SECOND),
};
