import 'reflect-metadata';
import { answerLineByLine } from './line-by-line/run';
import { answerTo } from './schedule/answer';

/** Says of each schedule on standard input when it is due. */
answerLineByLine(answerTo, 'npm run -s schedule < FILE, with a line of JSON for each schedule, as in the README.');
