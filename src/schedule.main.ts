import 'reflect-metadata';
import { pipeline } from 'node:stream/promises';
import { giveUp } from './give-up';
import { answerLines } from './modules/habits/schedule-lines';

/** `npm run -s schedule`: reads questions as JSON lines from standard input, and writes one line for each. */
async function main(): Promise<void> {
  await pipeline(process.stdin, answerLines, process.stdout);
}

/** Whoever listens may have had enough, as `head` has: that is no failure. */
function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') giveUp(error);
}

main().catch(unlessGone);
