import { instantOf, isLocalDate, LOCAL_TIME } from '../kernel/local-time';
import { invalidFields } from '../kernel/problem';
import type { Line } from '../line-by-line/lines';
import { questionIn, type Refusal, refusalOf } from '../line-by-line/question';
import type { Understanding } from '../modules/calls/domain/understanding/meaning';
import { type Situation, understand } from '../modules/calls/domain/understanding/understand';
import { askedBy } from './asked';
import { Utterance } from './utterance';

/** What the rules understand of one utterance, or why the line is none. */
export type Answer = Omit<Understanding, 'callBackAt' | 'basis' | 'perhaps'> | { error: Refusal };

const EXAMPLE = '{"heard": "not yet, call me in twenty minutes", "habit": {"title": "Read", "kind": "yes-no"}}';

/** Answers one line of JSON, at `today` where it names no time. Never throws: whatever is wrong with a line is its answer. */
export async function answerTo(line: Line, today: Date): Promise<Answer> {
  try {
    const utterance = await questionIn(line, Utterance, EXAMPLE);
    const { callBackAt, basis, perhaps, ...shown } = understand(utterance.heard, situationOf(utterance, today));
    return shown;
  } catch (error) {
    return { error: refusalOf(error) };
  }
}

function situationOf({ asked, habit, now, timeZone, language }: Utterance, today: Date): Situation {
  const zone = timeZone ?? 'UTC';
  return {
    asked: askedBy(asked ?? ''),
    now: now === null ? today : momentOf(now, zone),
    timeZone: zone,
    numeric: habit?.kind === 'numeric',
    unit: habit?.unit,
    habitTitle: habit?.title,
    ...(language !== null && { language }),
  };
}

function momentOf(local: string, zone: string): Date {
  const date = local.slice(0, 10);
  const time = local.slice(11, 16);
  if (isLocalDate(date) && LOCAL_TIME.test(time)) return instantOf({ date, time }, zone);
  throw invalidFields([{ pointer: '/now', message: 'There is no such day or time; write one as "2026-11-23T18:05".' }]);
}
