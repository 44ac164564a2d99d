import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE } from './kernel/clock';
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

/** Shuts down at the first signal; the second one ends the process at once. */
export function shutDownOnSignal(app: NestFastifyApplication): void {
  let isGoing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isGoing) process.exit(1);
      isGoing = true;
      shutDown(app).then(
        () => process.exit(0),
        (error: Error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
}
