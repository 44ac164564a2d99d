import { randomUUIDv7 } from 'node:crypto';

/** A new id, in the order of making, so that an index grows at its end. */
export function newId(): string {
  return randomUUIDv7();
}
