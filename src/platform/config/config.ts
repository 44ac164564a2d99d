import type { Environment } from './environment';

export interface Config extends Environment {}

/** The checked configuration, typed: the one thing to inject. Nobody else reads the environment. */
export class Config {
  constructor(environment: Environment) {
    Object.assign(this, environment);
  }

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Whether this process answers requests. */
  get servesApi(): boolean {
    return this.ROLE !== 'worker';
  }

  /** Whether this process moves the engine: plans, dispatches, dials, settles. */
  get runsSweeps(): boolean {
    return this.ROLE !== 'api';
  }
}
