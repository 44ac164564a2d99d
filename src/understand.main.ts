import 'reflect-metadata';
import { answerLineByLine } from './line-by-line/run';
import { answerTo } from './understand/answer';

/** Says of each utterance on standard input what the rules understand. */
answerLineByLine(
  (line) => answerTo(line, new Date()),
  'npm run -s understand < FILE, with a line of JSON for each utterance, as in the README.',
);
