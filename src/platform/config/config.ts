import type { Environment } from './environment';

/** A class that has exactly the checked variables. */
const Variables = class {
  constructor(environment: Environment) {
    Object.assign(this, environment);
  }
} as new (
  environment: Environment,
) => Environment;

/** The checked configuration, typed: the one thing to inject. Nobody else reads the environment. */
export class Config extends Variables {
  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Whether this process answers requests. */
  get servesApi(): boolean {
    return this.ROLE === 'all' || this.ROLE === 'api';
  }

  /** Whether this process moves the engine: plans, dispatches, dials, settles. */
  get runsSweeps(): boolean {
    return this.ROLE === 'all' || this.ROLE === 'worker';
  }

  /** Connections to the database: who does both needs more of them. */
  get poolSize(): number {
    return this.DATABASE_POOL_SIZE ?? (this.ROLE === 'all' ? 15 : 10);
  }
}
