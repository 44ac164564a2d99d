import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE, SECOND } from './kernel/clock';
import { Talks, TelephoneDialer } from './modules/calls';
import { Streams } from './modules/realtime';
import { Postgres } from './platform/database';
import { ErrorLog } from './platform/errors';
import { refusalOf } from './platform/http';
import { Jobs } from './platform/jobs';
import { Queues } from './platform/queues';
import { Tracing } from './platform/tracing';

/** The longest a talk may take to come to its own end, in milliseconds. */
const LAST_WORDS = 3 * MINUTE;

/** How a process leaves, step by step. The order loses nobody: each step needs what the later ones take away. */
const FAREWELL: [step: string, take: (app: NestFastifyApplication) => unknown][] = [
  ['not ready, and nothing new is taken on', (app) => app.get(Jobs).drain()],
  ['event streams go elsewhere', (app) => app.get(Streams).sendAway()],
  ['talks under way finish', (app) => app.get(Talks).lastWords(LAST_WORDS)],
  ['recurring work comes to its end', (app) => app.get(Jobs).stop()],
  ['what was asked of the telephone network is answered', (app) => app.get(TelephoneDialer).finish()],
  ['queues finish or hand back what they hold', (app) => app.get(Queues).stop()],
  ['traces are sent', (app) => app.get(Tracing).flush()],
  ['connections close', (app) => app.close()],
];

/** Leaves in good order. The last process to leave stops the embedded database. */
export async function shutDown(app: NestFastifyApplication): Promise<void> {
  const [postgres, logger] = [app.get(Postgres), new Logger('Shutdown')];
  for (const [step, take] of FAREWELL) {
    const begun = performance.now();
    await take(app);
    logger.log(`${step} (${Math.round(performance.now() - begun)} ms)`);
  }
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

/**
 * What nobody caught leaves the process in a state nobody knows: it is logged and counted, and the process leaves in good
 * order, to be started anew by whoever started it.
 */
export function leaveOnUncaught(starting: Promise<NestFastifyApplication>): void {
  const leave = (error: unknown) => {
    new Logger('Process').fatal({ err: error }, 'Nobody caught this');
    exitAfter(
      starting.then((app) => {
        app.get(ErrorLog).record(refusalOf(500), { where: 'process', correlationId: 'none', cause: error });
        return shutDown(app);
      }),
      1,
    );
  };
  process.once('uncaughtException', leave);
  process.once('unhandledRejection', leave);
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
