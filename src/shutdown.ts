import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE, SECOND } from './kernel/clock';
import { Talks } from './modules/calls';
import { Postgres } from './platform/database';
import { Jobs } from './platform/jobs';

/** The longest a talk may take to come to its own end, in milliseconds. */
const LAST_WORDS = 3 * MINUTE;

/**
 * Stops in an order that loses nobody: nothing new is taken on, talks under way finish, connections close, and the last
 * process to leave stops the embedded database.
 */
export async function shutDown(app: NestFastifyApplication): Promise<void> {
  const postgres = app.get(Postgres);
  app.get(Jobs).drain();
  await app.get(Talks).lastWords(LAST_WORDS);
  await app.close();
  await postgres.detach();
}

/** Ctrl-C reaches us twice, from the terminal and from npm: what comes so soon, in milliseconds, is the same wish. */
const ONE_WISH = SECOND;

/**
 * Shuts down at the first signal, once the start is over. The second one waits for nobody: only the embedded database is
 * stopped, and that within a second.
 */
export function shutDownOnSignal(starting: Promise<NestFastifyApplication>): void {
  let askedAt: number | undefined;
  const leave = () => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      exitAfter(starting.then(shutDown), 0);
    } else if (performance.now() - askedAt > ONE_WISH) {
      exitAfter(Promise.race([starting.then((app) => app.get(Postgres).detach()), pause(SECOND)]), 1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave);
}

function exitAfter(farewell: Promise<void>, code: number): void {
  farewell.then(
    () => process.exit(code),
    (error: Error) => {
      console.error(error);
      process.exit(1);
    },
  );
}
