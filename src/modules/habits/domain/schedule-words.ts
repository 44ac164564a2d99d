import type { LocalDate, TimeZone } from '../../../kernel/local-time';
import { inWords, quoted } from '../../../kernel/wording';
import { type Heard, nothingHeard } from './heard';
import { scheduleHeard } from './heard-schedule';
import { PHRASES } from './phrases';
import type { Schedule } from './schedule';
import { WEEKDAY } from './word-patterns';

/** A schedule, or a sentence for the person that says what was not understood, and how it could be said. */
export type ScheduleReading = { schedule: Schedule } | { problem: string };

/**
 * Reads what people type, such as "Mon, Wed and Fri at 07:00" or "3 times a week, any day at 7pm, until 2026-12-31";
 * the inverse of `scheduleText`. Every word must be understood: nothing is skipped and nothing guessed. Hours without
 * am or pm are of the 24-hour clock. A date without a year comes every year, but is the next such date after "once",
 * "from" and "until". Without "from" the schedule starts `today`, the date where the schedule lives. Whether it makes
 * sense (a zone that exists, dates that come) is for `checkSchedule`.
 */
export function scheduleFromText(text: string, today: LocalDate): ScheduleReading {
  const { heard, notUnderstood, problems } = hear(text, today);
  if (notUnderstood.length > 0) {
    const verb = notUnderstood.length === 1 ? 'was' : 'were';
    return { problem: `${inWords(notUnderstood.slice(0, 3).map(quoted))} ${verb} not understood. ${EXAMPLE}` };
  }
  const schedule = problems[0] ?? scheduleHeard(heard, today);
  return typeof schedule === 'string' ? { problem: `${schedule} ${EXAMPLE}` } : { schedule };
}

/** The zone the words pin a schedule to, as in "every day at 7 (Europe/Berlin)": which date it is there is asked first. */
export function timeZoneInText(text: string): TimeZone | null {
  return hear(text, '2000-01-01').heard.timeZone;
}

const EXAMPLE = 'Say it like "Mon, Wed and Fri at 07:00" or "on the 1st of every month at 18:30".';

interface Hearsay {
  heard: Heard;
  notUnderstood: string[];
  problems: string[];
}

function hear(text: string, today: LocalDate): Hearsay {
  const hearsay: Hearsay = { heard: nothingHeard(), notUnderstood: [], problems: [] };
  let rest = plainly(text);
  let isStrange = false;
  while (rest !== '') {
    const length = hearPhrase(rest, hearsay, today);
    const word = rest.slice(0, length || rest.search(/ |$/));
    if (length === 0) hearsay.notUnderstood.push(isStrange ? `${hearsay.notUnderstood.pop()} ${word}` : word);
    isStrange = length === 0;
    rest = rest.slice(word.length).trimStart();
  }
  return hearsay;
}

/** How much of the words is the phrase that they begin with; 0 when they begin with none. */
function hearPhrase(rest: string, { heard, problems }: Hearsay, today: LocalDate): number {
  for (const { pattern, hear: take } of PHRASES) {
    const found = pattern.exec(rest);
    if (!found) continue;
    const problem = take(heard, found.groups ?? {}, today);
    if (problem !== null) problems.push(problem);
    return found[0].length;
  }
  return 0;
}

/** Lower case, one space between words, and every "," and "and" as " , ". */
function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\b([ap])\.\s?m\b\.?/g, '$1m')
    .replaceAll(/ ?o['\u2019]clock\b/g, '')
    .replaceAll(/([a-z])\.(?!\S)/g, '$1')
    .replaceAll(SLASHED_WEEKDAY, '$1 , ')
    .replaceAll(/[,;&]|\band\b/g, ' , ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/,(?: ,)+/g, ',')
    .replace(/^[ ,]+/, '')
    .replace(/[ ,.!]+$/, '');
}

/** "Mon/Wed/Fri" is a list. */
const SLASHED_WEEKDAY = new RegExp(`\\b(${WEEKDAY}) ?/ ?(?=${WEEKDAY}\\b)`, 'g');
