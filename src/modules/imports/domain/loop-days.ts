import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import type { FoundDay, FoundHabit, Rejection } from './found';
import { LARGEST_QUANTITY, quoted } from './text';

/** One line of a Checkmarks.csv whose date is fine. */
export interface Mark {
  row: number;
  date: LocalDate;
  value: string;
  note: string | null;
}

type Kept = Pick<FoundHabit, 'told' | 'silence'>;
type Asked = Pick<FoundHabit, 'kind' | 'target' | 'archived'> & { goal: FoundHabit['rule']['goal'] };

/** What Loop's word for a day means; a number of thousandths where a quantity is kept. */
type Meaning = 'done' | 'not-needed' | 'not-done' | 'unknown' | 'skipped' | number;

/** Versions of before 2.1 write numbers; a skip is 3, and was -3 for a while. */
const WORDS: Record<string, Meaning> = {
  YES_MANUAL: 'done',
  YES_AUTO: 'not-needed',
  NO: 'not-done',
  UNKNOWN: 'unknown',
  SKIP: 'skipped',
  '2': 'done',
  '1': 'not-needed',
  '0': 'not-done',
  '-1': 'unknown',
  '3': 'skipped',
  '-3': 'skipped',
};

/** Loop names even a quantity by those words where their numbers are the same. */
const QUANTITIES: Partial<Record<string, number>> = { done: 2, 'not-needed': 1, 'not-done': 0 };

const THOUSANDTHS = 1000;

/**
 * The days of one habit. `lastDay` is the day on which the file was made: it was not over, so that what was not reached by
 * then is not told. A day since the first of which nothing is said was not done, where a miss is possible.
 */
export function daysOf(
  habit: Asked,
  marks: Mark[],
  lastDay: LocalDate,
): Kept & { rejected: Omit<Rejection, 'file'>[] } {
  const read = marks.map((mark) => ({ mark, meaning: meaningOf(mark.value, habit.kind) }));
  const known = read.filter((one): one is KnownMark => one.meaning !== null);
  const days = known.map(({ mark, meaning }) => ({ mark, day: dayOf(habit, meaning, mark) }));
  const [told, unfinished] = [[] as FoundDay[], [] as Mark[]];
  for (const { mark, day } of days) {
    if (day && mark.date === lastDay && isUnfinished(day, habit)) unfinished.push(mark);
    else if (day) told.push(day);
  }
  return {
    told: reached(told, habit),
    silence: silenceOf(habit, known, told, lastDay),
    rejected: [
      ...read.filter(({ meaning }) => meaning === null).map(({ mark }) => unreadable(mark)),
      ...known
        .filter(({ mark, meaning }) => meaning === 'not-needed' && mark.note !== null)
        .map(({ mark }) => noteOfNothing(mark)),
      ...unfinished.map(({ row, date }) => ({
        row,
        reason: `${date} was not over when the file was made: a later file tells how it went.`,
      })),
    ],
  };
}

type KnownMark = { mark: Mark; meaning: Meaning };

function unreadable({ row, value }: Mark): Omit<Rejection, 'file'> {
  return { row, reason: `${quoted(value)} is no value that Loop writes.` };
}

/** A day on which Loop did not ask is no day here, so that there is nothing a note could stand with. */
function noteOfNothing({ row, date, note }: Mark): Omit<Rejection, 'file'> {
  const cure = 'to keep it, check the day in in Loop and export again';
  return { row, reason: `${date} was not asked for, so that its note ${quoted(note!)} is not taken: ${cure}.` };
}

function isUnfinished({ status, quantity }: FoundDay, { target }: Asked): boolean {
  return status === 'missed' || (quantity !== null && target?.direction === 'at-most');
}

/** What was put away was not asked for after it was done last. */
function silenceOf(habit: Asked, marks: KnownMark[], told: FoundDay[], lastDay: LocalDate): Kept['silence'] {
  const said = marks.filter(({ meaning }) => meaning !== 'unknown').map(({ mark }) => mark.date);
  const done = told.filter(({ status }) => status !== 'missed').map(({ date }) => date);
  const from = said.sort()[0];
  const to = habit.archived ? done.sort().at(-1) : addDays(lastDay, -1);
  if (!mayBeMissed(habit) || !from || !to || from > to) return null;
  return { from, to, spared: marks.filter(({ meaning }) => meaning === 'not-needed').map(({ mark }) => mark.date) };
}

function meaningOf(value: string, kind: FoundHabit['kind']): Meaning | null {
  const word = WORDS[value.toUpperCase()];
  if (kind === 'yes-no') return word ?? null;
  if (word !== undefined) return QUANTITIES[word as string] ?? word;
  const thousandths = /^\d{1,13}$/.test(value) ? Number(value) : Number.NaN;
  return thousandths <= LARGEST_QUANTITY * THOUSANDTHS ? thousandths : null;
}

function dayOf(habit: Asked, meaning: Meaning, { row, date, note }: Mark): FoundDay | null {
  const day = { row, date, time: null, quantity: null, reason: null, note };
  if (typeof meaning === 'number') {
    const quantity = meaning / THOUSANDTHS;
    const status = isReached(quantity, habit) ? ('completed' as const) : ('missed' as const);
    return quantity === 0 && status === 'missed' && !note ? null : { ...day, status, quantity };
  }
  if (meaning === 'done') return { ...day, status: 'completed' };
  if (meaning === 'skipped') return { ...day, status: 'skipped' };
  return note && meaning !== 'not-needed' ? { ...day, status: 'missed' } : null;
}

function isReached(quantity: number, { target }: Asked): boolean {
  return target!.direction === 'at-least' ? quantity >= target!.value : quantity <= target!.value;
}

/** A goal misses no single day, and what is not to be exceeded is not exceeded where nothing is said. */
function mayBeMissed({ goal, target }: Asked): boolean {
  return goal === null && target?.direction !== 'at-most';
}

/** Loop adds up what was done in a week or a month: the day on which that was enough is the one that counts. */
function reached(told: FoundDay[], { goal, target }: Asked): FoundDay[] {
  if (!goal || target?.direction !== 'at-least') return told;
  const sums = new Map<string, number>();
  return told
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map((day) => {
      const period = goal.per === 'month' ? day.date.slice(0, 7) : addDays(day.date, 1 - weekdayOf(day.date));
      const before = sums.get(period) ?? 0;
      const after = before + (day.quantity ?? 0);
      sums.set(period, after);
      return before < target.value && after >= target.value ? { ...day, status: 'completed' } : day;
    });
}
