import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { translated } from './database.problems';

const running = new AsyncLocalStorage<string>();

const known = new Set<string>();

/**
 * Put on a class that asks the database, instead of `@Injectable()`: each of its methods runs under a name, such as
 * `calls.expired`, by which its statements are measured, logged and explained. A method that helps another of the same
 * class asks in the other's name. What goes wrong leaves as a `Problem`, without what was asked. The methods must be asynchronous.
 */
export function Repository(name: string): ClassDecorator {
  return (repository) => {
    Injectable()(repository);
    for (const [method, { value }] of Object.entries(Object.getOwnPropertyDescriptors(repository.prototype))) {
      if (method === 'constructor' || typeof value !== 'function') continue;
      known.add(`${name}.${method}`);
      repository.prototype[method] = underName(name, method, value);
    }
  };
}

/** Does the work under the name, for the rare statement outside a repository. */
export function named<T>(name: string, work: () => Promise<T>): Promise<T> {
  return translated(() => running.run(name, work));
}

/** The name of what is being asked just now; nothing outside a repository. */
export function queryName(): string | undefined {
  return running.getStore();
}

/** Every name there is: all methods of all repositories. */
export function queryNames(): string[] {
  return [...known];
}

function underName(name: string, method: string, ask: (...given: unknown[]) => Promise<unknown>) {
  const own = `${name}.`;
  return function (this: unknown, ...given: unknown[]): Promise<unknown> {
    if (running.getStore()?.startsWith(own)) return ask.apply(this, given);
    return named(own + method, () => ask.apply(this, given));
  };
}
