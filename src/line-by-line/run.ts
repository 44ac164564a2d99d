import { pipeline } from 'node:stream/promises';
import { giveUp } from '../give-up';
import { WrongUsage } from '../wrong-usage';
import { type Line, linesOf } from './lines';

type AnswerTo = (line: Line) => object | Promise<object>;

/**
 * Runs a command that answers each line on standard input with a line of JSON on standard output, and reads no faster than
 * the answers are taken. `usage` is told to whoever types more than the command.
 */
export function answerLineByLine(answerTo: AnswerTo, usage: string): void {
  run(answerTo, usage).catch(endQuietlyWithTheReader);
}

async function run(answerTo: AnswerTo, usage: string): Promise<void> {
  if (process.argv.length > 2) throw new WrongUsage(usage);
  await pipeline(process.stdin, (input) => answers(input, answerTo), process.stdout);
}

async function* answers(input: AsyncIterable<Buffer>, answerTo: AnswerTo): AsyncGenerator<string> {
  for await (const line of linesOf(input)) yield `${JSON.stringify(await answerTo(line))}\n`;
}

/** Whoever reads the answers may have enough of them, as `head` has. */
function endQuietlyWithTheReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') giveUp(error);
  process.exit(0);
}
