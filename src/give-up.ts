import { ForPeople } from './kernel/for-people';

/** Says why the process could not do what it was started for, and ends it. */
export function giveUp(error: Error): never {
  console.error(error instanceof ForPeople ? `\n${error.message}\n` : error);
  process.exit(1);
}
