import type { LocalDate } from '../../../kernel/local-time';
import { inWords, monthName, weekdayName } from '../../../kernel/wording';
import { dateOf, dayNumber } from './day-number';
import { type Recurrence, type RuleDay, readRecurrence, WEEKDAYS, type Weekday, withDaysOfStart } from './recurrence';
import { daysOf } from './rule-days';
import { scheduleFromText } from './schedule-words';

/** Longer than any rule a person means: one with every month, month day and weekday spelt out has about 200. */
const MAX_RECURRENCE_LENGTH = 500;

/** What is wrong with the text of a recurrence, each as a sentence that says what would be right; empty when fine. */
export function recurrenceProblems(text: string): string[] {
  const { rule, misplaced } = withoutProperties(text);
  const problems = misplaced.map(({ name, place }) => `${name} does not belong here (${place}).`);
  if (rule.length > MAX_RECURRENCE_LENGTH) {
    return [...problems, `A recurrence has at most ${MAX_RECURRENCE_LENGTH} characters; this one has ${rule.length}.`];
  }
  if (rule.trim() === '') {
    return [...problems, 'Give a rule such as "FREQ=DAILY", or null for a habit that is due once.'];
  }
  const rules = rulesIn(rule);
  if (rules > 1) return [...problems, `A habit has one rule, and these are ${rules}: make a habit of each.`];
  const meant = rule.includes('=') ? null : ruleInWords(rule);
  if (meant !== null) return [...problems, `Write the recurrence as a rule: "${meant}".`];
  const { mended, advice } = withoutSlips(rule);
  const left = problemsOf(mended);
  if (left.length > 0) return [...problems, ...left];
  const all = [...misplaced.map(({ name, place }) => `without ${name} (${place})`), ...advice];
  return all.length > 0 ? [`Write the recurrence ${inWords(all)}: "${mended}".`] : [];
}

/** How many lines have a rule of their own. */
function rulesIn(text: string): number {
  return text.split(/[\r\n]+|(?=\bRRULE[:=])/i).filter((line) => /\bFREQ=/i.test(line)).length;
}

/** Somebody who writes the days as words would write a time to them; any will do. */
function ruleInWords(text: string): string | null {
  if (/^(daily|weekly|monthly|yearly)$/i.test(text.trim())) return `FREQ=${text.trim().toUpperCase()}`;
  const reading = scheduleFromText(`${text} at 00:00`, '2000-01-01');
  return 'schedule' in reading ? reading.schedule.recurrence : null;
}

/** Why a rule that can be read never falls on a date, as far as its months and month days alone tell. */
export function impossibleMonthDay({ byMonth, byMonthDay }: Recurrence): string | null {
  if (byMonth.length === 0 || byMonthDay.length === 0) return null;
  const longest = Math.max(...byMonth.map(daysIn));
  if (byMonthDay.some((day) => Math.abs(day) <= longest)) return null;
  const months = inWords(byMonth.map(monthName), 'or');
  return `No date fits this recurrence: ${months} never has more than ${longest} days.`;
}

/**
 * Why a rule that falls on no date from this start never picks one: its months or years have fewer than it counts. As far
 * as the years tell in which all weekdays have fallen on all dates, leap days included.
 */
export function impossiblePosition(rule: Recurrence, startDate: LocalDate): string | null {
  const most = rule.bySetPos.length === 0 ? 0 : mostInAPeriod(rule, startDate);
  if (most === 0 || rule.bySetPos.some((at) => Math.abs(at) <= most)) return null;
  const period = rule.frequency === 'MONTHLY' ? 'month' : 'year';
  const positions = most === 1 ? '1 or -1' : `1 to ${most}, or -1 to -${most} from the end`;
  const given = `BYSETPOS=${rule.bySetPos}`;
  return `No date fits ${given}: a ${period} has at most ${datesToPick(rule, most)}. Give a position of ${positions}.`;
}

const YEARS_OF_ALL_KINDS_DAYS = 40 * 366;

function mostInAPeriod(rule: Recurrence, startDate: LocalDate): number {
  const [year, month] = startDate.split('-');
  const keyLength = rule.frequency === 'YEARLY' ? 'yyyy'.length : 'yyyy-mm'.length;
  const start = dayNumber(rule.frequency === 'YEARLY' ? `${year}-01-01` : `${year}-${month}-01`);
  const all = { ...withDaysOfStart(rule, startDate), bySetPos: [], count: null };
  const days = Array.from(daysOf(all, start, start, start + YEARS_OF_ALL_KINDS_DAYS), dateOf);
  const periods = Map.groupBy(days, (date) => date.slice(0, keyLength));
  return Math.max(0, ...[...periods.values()].map(({ length }) => length));
}

function datesToPick({ byDay, byMonth, byMonthDay, byYearDay, byWeekNo }: Recurrence, most: number): string {
  const isByDayAlone = [byMonth, byMonthDay, byYearDay, byWeekNo].every((list) => list.length === 0);
  const [day] = byDay;
  if (isByDayAlone && byDay.length === 1 && day!.nth === null) return `${most} ${weekdaysNamed(day!.weekday)}`;
  return most === 1 ? 'one date that the other parts allow' : `${most} dates that the other parts allow`;
}

function weekdaysNamed(weekday: Weekday): string {
  return `${weekdayName(WEEKDAYS.indexOf(weekday))}s`;
}

/** Sentences a person still reads; a text full of nonsense would earn hundreds. */
const MOST_PROBLEMS = 5;

/** What a calendar keeps beside the rule, and where a habit keeps it. */
const PROPERTIES: readonly { name: string; place: string }[] = [
  { name: 'DTSTART', place: 'that is "schedule.startDate"' },
  {
    name: 'EXDATE',
    place: 'such dates go into "schedule.exceptions", as {"localDate": "2026-03-29", "localTime": "07:00"}',
  },
  { name: 'EXRULE', place: 'the dates that it names go into "schedule.exceptions"' },
  { name: 'RDATE', place: 'dates beside the rule are a habit of their own' },
  { name: 'DTEND', place: 'a habit has no length' },
  { name: 'DURATION', place: 'a habit has no length' },
  { name: 'TZID', place: 'that is "schedule.timeZone"' },
];

/** Common slips of hand in an otherwise good rule; whoever made one is shown the rule without it. */
const SLIPS: readonly { seen: RegExp; mendedTo: string; advice: string }[] = [
  { seen: /^\s*RRULE[:=]/i, mendedTo: '', advice: 'without "RRULE:" in front' },
  { seen: /\s+/g, mendedTo: '', advice: 'without spaces' },
  { seen: /;+(?=;|$)/g, mendedTo: '', advice: 'without a semicolon too many' },
  {
    seen: /([=,+\-\d](?:MO|TU|WE|TH|FR|SA|SU))(?:N|ES?|D|DNES|U|URS?|I|T|TUR)(?:DAY)?(?=[,;]|$)/gi,
    mendedTo: '$1',
    advice: 'with weekdays of two letters',
  },
  {
    seen: /(UNTIL=\d{4})-(\d{2})-(\d{2})(?:(T\d{2}):?(\d{2}):?(\d{2})(?:\.\d+)?)?/i,
    mendedTo: '$1$2$3$4$5$6',
    advice: 'with UNTIL as digits alone',
  },
];

/** Pairs of parts that contradict each other, by RFC 5545 or by themselves; the library would guess in silence. */
const CONFLICTS: readonly { found: (rule: Recurrence) => boolean; said: string | ((rule: Recurrence) => string) }[] = [
  {
    found: ({ count, until }) => count !== null && until !== null,
    said: 'COUNT and UNTIL exclude each other: say how often, or until when.',
  },
  {
    found: ({ frequency, byDay }) => isDailyOrWeekly(frequency) && byDay.some(({ nth }) => nth !== null),
    said: 'A number before a weekday, as in 2MO, needs FREQ=MONTHLY or FREQ=YEARLY.',
  },
  {
    found: ({ byWeekNo, byDay }) => byWeekNo.length > 0 && byDay.some(({ nth }) => nth !== null),
    said: 'A number before a weekday, as in 2MO, cannot go with BYWEEKNO: leave one of them out.',
  },
  {
    found: (rule) => isNumberedInMonths(rule) && rule.byDay.some(isBeyondAMonth),
    said: ({ byDay }) => {
      const { nth, weekday } = byDay.find(isBeyondAMonth)!;
      const most = `a month has at most ${MOST_OF_A_WEEKDAY} ${weekdaysNamed(weekday)}`;
      return `No date fits ${nth}${weekday}: ${most}, 1${weekday} to 5${weekday}, or -1${weekday} to -5${weekday} from the end.`;
    },
  },
  {
    found: ({ frequency, byMonthDay }) => frequency === 'WEEKLY' && byMonthDay.length > 0,
    said: 'BYMONTHDAY cannot go with FREQ=WEEKLY: use FREQ=MONTHLY, or BYDAY.',
  },
  {
    found: ({ frequency, byYearDay }) => frequency !== 'YEARLY' && byYearDay.length > 0,
    said: 'BYYEARDAY needs FREQ=YEARLY.',
  },
  {
    found: ({ frequency, byWeekNo }) => frequency !== 'YEARLY' && byWeekNo.length > 0,
    said: 'BYWEEKNO needs FREQ=YEARLY.',
  },
  {
    found: ({ frequency, bySetPos }) => frequency === 'DAILY' && bySetPos.length > 0,
    said: 'BYSETPOS picks from the dates of a week, month or year, so it cannot go with FREQ=DAILY.',
  },
  {
    found: ({ frequency, bySetPos, byDay }) =>
      frequency === 'WEEKLY' && bySetPos.some((at) => Math.abs(at) > byDay.length),
    said: 'BYSETPOS picks one of the weekdays in BYDAY: give a position that BYDAY has.',
  },
  {
    found: (rule) => rule.bySetPos.length > 0 && !givesDaysToPickFrom(rule),
    said: 'BYSETPOS needs days to pick from, as in "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".',
  },
];

function withoutProperties(text: string): { rule: string; misplaced: typeof PROPERTIES } {
  const misplaced = PROPERTIES.filter(({ name }) => new RegExp(`(?<![^\\s;])${name}[;:=]`, 'i').test(text));
  return { rule: misplaced.reduce((rule, { name }) => without(name, rule), text), misplaced };
}

/** A line of its own, as in "EXDATE;TZID=Europe/Berlin:20260102T070000", or among the parts of the rule. */
function without(name: string, rule: string): string {
  const line = new RegExp(`(?<!\\S)${name}(;[^:\\s]*)?:\\S*`, 'gi');
  const part = `${name}(;(TZID|VALUE)=[^:;\\s]*)?[:=][^;\\s]*`;
  const first = new RegExp(`(?<!\\S)${part}(;|(?!\\S))`, 'gi');
  return rule
    .replace(line, '')
    .replace(first, '')
    .replace(new RegExp(`;\\s*${part}`, 'gi'), '')
    .trim();
}

function withoutSlips(text: string): { mended: string; advice: string[] } {
  const advice = new Set<string>();
  let mended = text;
  for (const slip of SLIPS) {
    if (mended.search(slip.seen) >= 0) advice.add(slip.advice);
    mended = mended.replace(slip.seen, slip.mendedTo);
  }
  if (mended !== mended.toUpperCase()) advice.add('in capitals');
  return { mended: mended.toUpperCase(), advice: [...advice] };
}

function problemsOf(text: string): string[] {
  const { recurrence, problems } = readRecurrence(text);
  if (problems.length > 0) return problems.slice(0, MOST_PROBLEMS);
  return CONFLICTS.filter(({ found }) => found(recurrence)).map(({ said }) =>
    typeof said === 'string' ? said : said(recurrence),
  );
}

const MOST_OF_A_WEEKDAY = 5;

function isBeyondAMonth({ nth }: RuleDay): boolean {
  return Math.abs(nth ?? 0) > MOST_OF_A_WEEKDAY;
}

function isNumberedInMonths({ frequency, byMonth }: Recurrence): boolean {
  return frequency === 'MONTHLY' || (frequency === 'YEARLY' && byMonth.length > 0);
}

function isDailyOrWeekly(frequency: Recurrence['frequency']): boolean {
  return frequency === 'DAILY' || frequency === 'WEEKLY';
}

function givesDaysToPickFrom({ byDay, byMonth, byMonthDay, byYearDay, byWeekNo }: Recurrence): boolean {
  return [byDay, byMonth, byMonthDay, byYearDay, byWeekNo].some((list) => list.length > 0);
}

/** Days of the month in a leap year. */
function daysIn(month: number): number {
  return Temporal.PlainYearMonth.from({ year: 2024, month }).daysInMonth;
}
