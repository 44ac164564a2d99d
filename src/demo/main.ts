import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../application';
import { giveUp } from '../give-up';
import { SECOND } from '../kernel/clock';
import { HeldClock } from '../kernel/held-clock';
import { instantOf } from '../kernel/local-time';
import { listen } from '../listen';
import { shutDown } from '../shutdown';
import { WrongUsage } from '../wrong-usage';
import { addEntrance, ENTRANCE } from './entrance';
import { Month } from './month';
import { makeOwnDatabase, type OwnDatabase } from './own-database';
import { EvenPace, passAsOutside } from './pace';
import { ADA, MONTH } from './script';
import { TimeMachine } from './time-machine';
import { Visitors } from './visitors';

const FOLDER = '.data/demo';
const USUAL_SECONDS = 60;
const FEWEST_SECONDS = 5;
const MOST_SECONDS = 3600;

/** How long the show waits for somebody to watch it, and then for them to sit down, in milliseconds. */
const WAITS_FOR_VISITORS = 60 * SECOND;
const SITTING_DOWN = 1.5 * SECOND;

/** What is open, and has to be closed again. */
interface House {
  app: NestFastifyApplication;
  database: OwnDatabase;
  visitors: Visitors;
}

async function main(): Promise<void> {
  const seconds = secondsAsked();
  const clock = new HeldClock(instantOf(MONTH.from, ADA.timeZone));
  const database = await makeOwnDatabase(FOLDER, (sentence) => console.log(`  ${sentence}`));
  const app = await openOn(database, clock);
  const house = { app, database, visitors: new Visitors(app) };
  const leaving = closeOnSignal(house);
  try {
    await show(house, clock, seconds, leaving);
  } catch (error) {
    if (leaving.aborted) return;
    await close(house);
    throw error;
  }
}

function secondsAsked(): number {
  try {
    const { values } = parseArgs({ options: { seconds: { type: 'string', default: String(USUAL_SECONDS) } } });
    const seconds = Number(values.seconds);
    if (seconds >= FEWEST_SECONDS && seconds <= MOST_SECONDS) return seconds;
  } catch {
    // Said below, in our own words.
  }
  throw new WrongUsage(
    `npm run demo [-- --seconds ${USUAL_SECONDS}], from ${FEWEST_SECONDS} to ${MOST_SECONDS} seconds.`,
  );
}

/** Whatever the environment says: the demo never touches the usual database, and is reached at its own address. */
async function openOn({ url }: OwnDatabase, clock: HeldClock): Promise<NestFastifyApplication> {
  const app = await createApplication({
    clock,
    environment: {
      NODE_ENV: 'development',
      ROLE: 'all',
      AUTH_DEV_ENABLED: 'true',
      CANARY_ENABLED: 'false',
      PUBLIC_BASE_URL: '',
      LOG_LEVEL: 'warn',
      DATA_DIR: FOLDER,
      DATABASE_URL: url,
    },
  });
  addEntrance(app);
  return app;
}

async function show({ app, visitors }: House, clock: HeldClock, seconds: number, leaving: AbortSignal): Promise<void> {
  const origin = await listen(app);
  const time = new TimeMachine(app, clock);
  const month = await Month.prepare({ app, clock, time, origin, tell: (line) => console.log(`  ${line}`), leaving });
  console.log(`\n  A month in ${seconds} seconds. Watch it at ${origin}${ENTRANCE}\n`);
  await waitForVisitors(visitors, leaving);
  const from = clock.now();
  await month.play(new EvenPace({ from, until: instantOf(MONTH.until, ADA.timeZone), seconds }, visitors, leaving));
  console.log(`\n  Look around at ${origin}${ENTRANCE}: from here on time passes as usual. Ctrl-C ends it.\n`);
  await passAsOutside(time, async () => true, leaving);
}

async function waitForVisitors(visitors: Visitors, leaving: AbortSignal): Promise<void> {
  console.log('  It begins when the page is open, or when you press Enter.');
  const waiting = new AbortController();
  const signal = AbortSignal.any([waiting.signal, leaving]);
  const here = visitors.arrive(signal).then(() => pause(SITTING_DOWN, 'The page is open.', { signal }));
  const tooLate = pause(WAITS_FOR_VISITORS, 'Nobody has come to watch; it begins all the same.', { signal });
  const why = await Promise.race([here, tooLate, enterPressed(signal)]);
  waiting.abort();
  await Promise.allSettled([here, tooLate]);
  console.log(`  ${why}\n`);
}

function enterPressed(signal: AbortSignal): Promise<string> {
  return new Promise((resolve) => {
    if (!process.stdin.isTTY) return;
    process.stdin.once('data', () => resolve('Here it goes.'));
    signal.addEventListener('abort', () => process.stdin.pause());
  });
}

/** Aborts the signal it returns and closes the house; a second Ctrl-C ends the process at once. */
function closeOnSignal(house: House): AbortSignal {
  const leaving = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (leaving.signal.aborted) process.exit(1);
      leaving.abort();
      close(house).then(
        () => process.exit(0),
        (error: Error) => {
          console.error(error);
          process.exit(1);
        },
      );
    });
  }
  return leaving.signal;
}

/** Nobody's habit depends on the demo: whoever still talks is cut off. */
async function close({ app, database, visitors }: House): Promise<void> {
  visitors.sendHome();
  await shutDown(app);
  await database.detach();
}

main().catch(giveUp);
