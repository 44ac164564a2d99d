/**
 * Answers that are kept for a while, so that the database is not asked the same thing again and again. Values are plain
 * data, as JSON has it: no dates, no classes.
 */
export interface Cache<Value> {
  /**
   * The kept answer, else a loaded one. Inside a transaction it is always loaded: who decides something decides on the rows.
   * What is not there (`undefined`) is not kept. Fails only when `load` does.
   */
  get(key: string, load: () => Promise<Value | undefined>): Promise<Value | undefined>;

  /**
   * Drops the answer once the running transaction is committed, or at once when none is running. To be called in the very
   * transaction that changes what the answer was made of.
   */
  drop(key: string): Promise<void>;
}

/** What the store of all caches can do; every failure is an exception. */
export interface CacheStore {
  readMany(keys: string[]): Promise<unknown[]>;
  write(key: string, value: unknown, lifetime: number): Promise<void>;
}
