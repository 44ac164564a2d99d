import 'reflect-metadata';
import { pipeline } from 'node:stream/promises';
import { giveUp } from './give-up';
import { answerTo } from './schedule/answer';
import { linesOf } from './schedule/lines';
import { WrongUsage } from './wrong-usage';

const USAGE = 'npm run -s schedule < FILE, with a line of JSON for each schedule, as in the README.';

/** Says of each schedule on standard input when it is due: a line for a line, read no faster than the answers are taken. */
async function main(): Promise<void> {
  if (process.argv.length > 2) throw new WrongUsage(USAGE);
  await pipeline(process.stdin, answers, process.stdout);
}

async function* answers(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const line of linesOf(input)) yield `${JSON.stringify(await answerTo(line))}\n`;
}

/** Whoever reads the answers may have enough of them, as `head` has. */
function endQuietlyWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') giveUp(error);
  process.exit(0);
}

main().catch(endQuietlyWithTheReader);
