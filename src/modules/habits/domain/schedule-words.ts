import { addDays, type LocalDate, type LocalTime } from '../../../kernel/local-time';
import type { Exception, Goal, Schedule } from './schedule';
import { dateTyped, timeTyped } from './typed';
import { quoted } from './wording';
import { datesFromWords, type WordsOfDates } from './words-of-dates';

/** The schedule that words name, or a sentence that says what was not understood. */
export type ReadWords = { schedule: Schedule; problem: null } | { schedule: null; problem: string };

/**
 * Reads the words people type for a schedule, in any order: "Mon, Wed and Fri at 07:00", "weekdays at 7am and 18:30",
 * "3 times a week at 19:00, until 2026-12-31 (Europe/Berlin)". The inverse of `scheduleText`. Every word must be
 * understood; whether the schedule makes sense is another question, which `checkSchedule` answers.
 * @param today the first day where the words name none
 */
export function scheduleFromText(text: string, today: LocalDate): ReadWords {
  if (text.length > LONGEST_TEXT) return unread(`Say it in ${LONGEST_TEXT} characters at most.`);
  const words = new Words(text);
  const said = readParts(words, today);
  const dates = datesFromWords(words.left());
  if (dates.unknown !== null) return unread(`I do not understand ${quoted(dates.unknown)}. ${EXAMPLES}`);
  if (dates.problem !== null) return unread(`${dates.problem} ${EXAMPLES}`);
  const missing = whatIsMissing(said, dates);
  return missing === null ? { schedule: scheduleOf(said, dates, today), problem: null } : unread(missing);
}

/** Characters; five times what scheduleText says of a rich schedule. */
const LONGEST_TEXT = 1000;

const EXAMPLES =
  'Say it like "Mon, Wed and Fri at 07:00", "every 2 weeks on Sat at 10:00" or "3 times a week at 19:00".';

function unread(problem: string): ReadWords {
  return { schedule: null, problem };
}

/** The text, from which each reader takes what it knows; what is left must be the words of dates. */
class Words {
  private text: string;

  constructor(text: string) {
    this.text = ` ${text.normalize('NFKC').replace(/\s+/g, ' ').trim().replace(/\.$/, '')} `;
  }

  /** Takes every place where the pattern is seen, and gives what its groups caught. */
  take(pattern: RegExp): (string | undefined)[][] {
    const found = [...this.text.matchAll(pattern)].map((match) => match.slice(1) as (string | undefined)[]);
    this.text = this.text.replace(pattern, ' , ');
    return found;
  }

  takeOne(pattern: RegExp): (string | undefined)[] | undefined {
    return this.take(pattern)[0];
  }

  left(): string {
    return this.text.toLowerCase();
  }
}

interface Said {
  timeZone: string | null;
  goal: Goal | null;
  count: number | null;
  start: LocalDate | null;
  end: LocalDate | null;
  once: LocalDate | null;
  times: LocalTime[];
  changes: Change[];
}

/** A single change as it was said; the time may go without saying where a day has one. */
interface Change {
  date: LocalDate;
  time: LocalTime | null;
  movedTo: { date: LocalDate; time: LocalTime } | null;
}

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
const DATE = `(?:\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}|\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of )?${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4})`;
const HOURS = '\\d{1,2}(?:[:.h]\\d{2})?(?: ?[ap]\\.?m\\b\\.?)?h?';
const TIME = `(?:${HOURS}|noon|midnight)`;
/** A time that needs no "at" to be known for one. */
const PLAIN_TIME = '(?:\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\b\\.?)?|\\d{1,2} ?[ap]\\.?m\\b\\.?|noon|midnight)';
const AND = '(?: ?, ?and | ?, ?| and | & )';
/** What follows is not the rest of a date or a number. */
const END = '(?![\\w:]|[.-]\\d)';

const pattern = (source: string) => new RegExp(source, 'gi');

const PATTERNS = {
  zone: pattern('\\(([a-z][\\w+-]*(?:/[\\w+-]+)*)\\)|\\bin ([a-z]+/[\\w+/-]+)'),
  move: pattern(`\\((${DATE})(?: at (${TIME}))? moved to (?:(${DATE}) at )?(${TIME})\\)`),
  except: pattern(
    `\\b(?:except|but not|not)(?: on)? (${DATE}(?: at ${TIME})?(?:${AND}${DATE}(?: at ${TIME})?)*)${END}`,
  ),
  end: pattern(`\\b(?:until|till|through|ending(?: on)?) (${DATE})${END}`),
  start: pattern(`\\b(?:from|starting(?: on)?|beginning(?: on)?|since) (${DATE}|today|tomorrow)\\b`),
  goal: pattern('\\b(once|twice|(\\w+)(?: times?| ?x)) (?:a|per|each|every) (week|month)\\b'),
  count: pattern('\\b(?:(?:for |on )?(\\d{1,9}) times?|(?:for|on) (\\d{1,9}) days?)\\b'),
  once: pattern(`\\b(?:once,? )?(?:on )?(${DATE}|today|tomorrow)${END}`),
  times: pattern(`(?:\\bat |@ ?)(${TIME}(?:${AND}(?:at )?${TIME}${END})*)${END}`),
  plainTimes: pattern(`(?<![\\w:.])(${PLAIN_TIME})${END}`),
};

/** The order matters: dates go before times and what counts goes before what is counted. */
function readParts(words: Words, today: LocalDate): Said {
  const zone = words.takeOne(PATTERNS.zone);
  const changes = [...readMoves(words), ...readCancellations(words)];
  const end = words.takeOne(PATTERNS.end)?.[0];
  const start = words.takeOne(PATTERNS.start)?.[0];
  const goal = readGoal(words);
  const count = words.takeOne(PATTERNS.count)?.find((digits) => digits !== undefined);
  const once = words.takeOne(PATTERNS.once)?.[0];
  const listed = words.take(PATTERNS.times).flatMap(([list]) => list!.match(pattern(TIME)) ?? []);
  const plain = words.take(PATTERNS.plainTimes).map(([time]) => time!);
  return {
    timeZone: zone?.[0] ?? zone?.[1] ?? null,
    goal,
    count: count === undefined ? null : Number(count),
    start: dateOrDay(start, today),
    end: dateOrDay(end, today),
    once: dateOrDay(once, today),
    times: [...new Set([...listed, ...plain].map(timeOrItself))].sort(),
    changes,
  };
}

/** Each of them, so that `checkSchedule` may say what is wrong with a time or date that cannot be. */
function timeOrItself(text: string): LocalTime {
  return timeTyped(text) ?? text.trim();
}

function dateOrItself(text: string): LocalDate {
  return dateTyped(text) ?? text;
}

function dateOrDay(text: string | undefined, today: LocalDate): LocalDate | null {
  if (text === undefined) return null;
  if (text.toLowerCase() === 'today') return today;
  return text.toLowerCase() === 'tomorrow' ? addDays(today, 1) : dateOrItself(text);
}

function readMoves(words: Words): Change[] {
  return words.take(PATTERNS.move).map(([date, time, toDate, toTime]) => ({
    date: dateOrItself(date!),
    time: time === undefined ? null : timeOrItself(time),
    movedTo: { date: dateOrItself(toDate ?? date!), time: timeOrItself(toTime!) },
  }));
}

function readCancellations(words: Words): Change[] {
  return words.take(PATTERNS.except).flatMap(([list]) =>
    [...list!.matchAll(pattern(`(${DATE})(?: at (${TIME}))?`))].map(([, date, time]) => ({
      date: dateOrItself(date!),
      time: time === undefined ? null : timeOrItself(time),
      movedTo: null,
    })),
  );
}

const NUMBER_WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function readGoal(words: Words): Goal | null {
  const [how, number, per] = words.takeOne(PATTERNS.goal) ?? [];
  if (how === undefined || per === undefined) return null;
  const word = (number ?? (how.toLowerCase() === 'once' ? 'one' : 'two')).toLowerCase();
  const times = NUMBER_WORDS.includes(word) ? NUMBER_WORDS.indexOf(word) : Number(word);
  return { times, per: per.toLowerCase() as Goal['per'] };
}

function whatIsMissing({ times, goal, once, end, count, changes }: Said, dates: WordsOfDates): string | null {
  if (goal !== null && !Number.isInteger(goal.times)) return `Say how many times a ${goal.per}, as "3 times a week".`;
  if (times.length === 0) return `Say at what time, as in "at 07:00". ${EXAMPLES}`;
  if (dates.rule === null && goal === null && once === null) return `Say on which days. ${EXAMPLES}`;
  if (once !== null && (dates.rule !== null || goal !== null)) {
    return `Say either a date, as in "once on ${once} at 07:00", or days that come again; "from ${once}" is a first day.`;
  }
  if (once !== null && (end !== null || count !== null)) return 'What is due once needs no end.';
  if (times.length > 1 && changes.some(({ time }) => time === null)) {
    return 'Say which time of that date is changed, as in "except 2026-03-04 at 07:00".';
  }
  return null;
}

function scheduleOf(said: Said, { rule }: WordsOfDates, today: LocalDate): Schedule {
  const { times, timeZone, goal, count, end, once } = said;
  const counted = count === null ? '' : `;COUNT=${count}`;
  return {
    startDate: once ?? said.start ?? today,
    endDate: end,
    times,
    recurrence: once === null ? `${rule ?? 'FREQ=DAILY'}${counted}` : null,
    timeZone,
    goal,
    exceptions: said.changes.map((change) => exceptionOf(change, times[0]!)),
  };
}

function exceptionOf({ date, time, movedTo }: Change, onlyTime: LocalTime): Exception {
  return {
    localDate: date,
    localTime: time ?? onlyTime,
    movedTo: movedTo && { localDate: movedTo.date, localTime: movedTo.time },
  };
}
