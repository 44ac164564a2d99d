import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SECOND } from '../kernel/clock';
import { WrongUsage } from '../wrong-usage';
import { type Step, Visitor } from './visitor';

const USAGE =
  'npm run smoke -- --url http://host:port [--token <access token, or - for standard input>] [--timeout <seconds>]';

/** What clearing up may take after all is said, in milliseconds. */
const LEAVES_WITHIN = 10 * SECOND;

interface Wish {
  origin: string;
  token: string | undefined;
  timeout: number;
}

/** Tries out a running service from outside and ends with 0 when all is well. Prints no token, no address of a person. */
async function main(): Promise<void> {
  const { origin, token, timeout } = wish();
  console.log(`Visiting ${origin}`);
  const visitor = new Visitor(origin, token);
  const tooLate = endOfPatience(timeout);
  try {
    for (const step of visitor.steps) await timed(step, tooLate);
  } finally {
    await timed(['clears up', () => visitor.leave()], endOfPatience(LEAVES_WITHIN));
  }
}

function wish(): Wish {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ options: { url: text, token: text, timeout: { ...text, default: '60' } } });
    const timeout = Number(values.timeout) * SECOND;
    if (!(timeout > 0)) throw new WrongUsage(USAGE);
    return { origin: new URL(values.url ?? '').origin, token: tokenOf(values.token), timeout };
  } catch {
    throw new WrongUsage(USAGE);
  }
}

/** By standard input it stays out of the list of processes. */
function tokenOf(given: string | undefined): string | undefined {
  return given === '-' ? readFileSync(0, 'utf8').trim() : given;
}

/** Does it and says how long it took, or why it did not come about. */
async function timed([what, act]: Step, tooLate: Promise<never>): Promise<void> {
  const begun = performance.now();
  const took = () => `${String(Math.round(performance.now() - begun)).padStart(6)} ms`;
  try {
    await Promise.race([act(), tooLate]);
    console.log(`ok   ${took()}  ${what}`);
  } catch (error) {
    console.log(`FAIL ${took()}  ${what}: ${reasonOf(error as Error)}`);
    throw error;
  }
}

async function endOfPatience(after: number): Promise<never> {
  await pause(after, undefined, { ref: false });
  throw new Error('Time is up.');
}

/** Of a failed connection fetch tells the reason in its cause alone. */
function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code || message : message;
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    if (error instanceof WrongUsage) console.error(error.message);
    process.exit(1);
  },
);
