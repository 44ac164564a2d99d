import { LOCAL_TIME, type LocalTime } from '../../../kernel/local-time';
import { type Columns, withHead } from './columns';
import type { Found, FoundDay, FoundHabit, Sheet, Today } from './found';
import {
  cut,
  cutting,
  dateFault,
  keyOf,
  LARGEST_QUANTITY,
  LONGEST_NOTE,
  LONGEST_TITLE,
  LONGEST_UNIT,
  noteOf,
  plain,
  quoted,
  SMALLEST_TARGET,
} from './text';

/** Columns without which a table tells of no habit. */
export const NEEDED_COLUMNS = ['habit', 'date'];

export const KNOWN_COLUMNS = [
  ...NEEDED_COLUMNS,
  'time',
  'status',
  'quantity',
  'note',
  'reason',
  'description',
  'recurrence',
  'target',
  'unit',
  'direction',
];

const STATUSES: Record<string, FoundDay['status']> = {
  completed: 'completed',
  done: 'completed',
  yes: 'completed',
  true: 'completed',
  x: 'completed',
  '1': 'completed',
  skipped: 'skipped',
  skip: 'skipped',
  missed: 'missed',
  'not done': 'missed',
  no: 'missed',
  false: 'missed',
  '0': 'missed',
};

const REASONS = ['sick', 'travelling', 'rest-day', 'other'];

const MOST_TIMES = 24;
const LONGEST_RECURRENCE = 1000;

/** One table: a row for each day of each habit. What cannot be taken is in `rejected`. */
export function readPlainCsv(sheet: Sheet, today: Today): Found {
  const { columns, head, rows } = withHead(sheet);
  const habits = new Map<string, FoundHabit>();
  const rejected = unknownColumns(head);
  const seen = new Set<string>();
  for (const { number: row, cells } of rows) {
    const reject = (reason: string) => rejected.push({ file: null, row, reason });
    const title = plain(columns.cell(cells, 'habit')).replaceAll(/\s+/g, ' ');
    const key = keyOf(title);
    const habit = habits.get(key) ?? habitOf(columns, cells, title, row);
    if (typeof habit === 'string') {
      reject(habit);
      continue;
    }
    habits.set(key, habit);
    const day = dayOf(columns, cells, habit, today);
    if (typeof day === 'string') {
      reject(day);
      continue;
    }
    const moment = `${key} ${day.date} ${day.time}`;
    if (seen.has(moment)) {
      reject('It is there twice: the first row counts.');
      continue;
    }
    seen.add(moment);
    habit.told.push(day);
    addTime(habit.rule.times, day.time);
    const note = cutting('note', columns.cell(cells, 'note'), LONGEST_NOTE);
    [...notCounted(columns, cells, habit, day), ...(note ? [note] : [])].forEach(reject);
  }
  return { habits: [...habits.values()].filter(({ told }) => told.length > 0), rejected };
}

function unknownColumns(head: string[]): Found['rejected'] {
  return head
    .filter((name) => name.trim() !== '' && !KNOWN_COLUMNS.includes(name.trim().toLowerCase()))
    .map((name) => ({ file: null, row: 1, reason: `There is no column ${quoted(name)}: it was passed over.` }));
}

/** From the first row that names it. A sentence when it cannot be one. */
function habitOf(columns: Columns, cells: string[], title: string, row: number): FoundHabit | string {
  if (!title) return 'It names no habit.';
  const target = targetOf(columns, cells);
  if (typeof target === 'string') return target;
  const recurrence = plain(columns.cell(cells, 'recurrence')) || 'FREQ=DAILY';
  if (recurrence.length > LONGEST_RECURRENCE) return `A recurrence has at most ${LONGEST_RECURRENCE} characters.`;
  return {
    key: keyOf(title),
    title: cut(title, LONGEST_TITLE),
    description: noteOf(columns.cell(cells, 'description')),
    kind: target ? 'numeric' : 'yes-no',
    target,
    rule: { startDate: null, recurrence, goal: null, times: [] },
    archived: false,
    told: [],
    missed: [],
    silence: null,
    remarks: [
      cutting('name', title, LONGEST_TITLE),
      cutting('description', columns.cell(cells, 'description'), LONGEST_NOTE),
      target && cutting('unit', columns.cell(cells, 'unit'), LONGEST_UNIT),
    ].filter((one) => one !== null),
    place: { file: null, row },
  };
}

function targetOf(columns: Columns, cells: string[]): FoundHabit['target'] | string {
  const text = columns.cell(cells, 'target');
  if (text === '') return null;
  const value = numberIn(text);
  if (value === null || value < SMALLEST_TARGET) return `${quoted(text)} is no target: write a number like 5 or 2.5.`;
  const direction = columns.cell(cells, 'direction') || 'at-least';
  if (direction !== 'at-least' && direction !== 'at-most') {
    return `${quoted(direction)} is no direction: write at-least or at-most.`;
  }
  return { value, unit: cut(plain(columns.cell(cells, 'unit')), LONGEST_UNIT) || 'times', direction };
}

function dayOf(columns: Columns, cells: string[], habit: FoundHabit, today: Today): FoundDay | string {
  const date = columns.cell(cells, 'date');
  const fault = dateFault(date, today.day);
  if (fault) return fault;
  const time = columns.cell(cells, 'time') || null;
  if (time !== null && !LOCAL_TIME.test(time)) return `${quoted(time)} is not a time of day: write it like 07:00.`;
  if (time !== null && isOneTooMany(habit.rule.times, time)) return `A habit has at most ${MOST_TIMES} times a day.`;
  const number = columns.cell(cells, 'quantity');
  const quantity = number === '' ? null : numberIn(number);
  if (number !== '' && quantity === null) return `${quoted(number)} is no quantity: write a number like 5 or 2.5.`;
  const word = columns.cell(cells, 'status');
  if (word === '' && quantity === 0 && habit.target === null) {
    return `0 does not say whether it was done, as ${quoted(habit.title)} has no target: write a status, or name a target in row ${habit.place.row}.`;
  }
  const status = statusOf(word, quantity, habit.target);
  if (!status) return `${quoted(word)} is no status: write completed, skipped or missed.`;
  const reason = columns.cell(cells, 'reason').toLowerCase() || null;
  if (reason !== null && (status !== 'skipped' || !REASONS.includes(reason))) {
    return `${quoted(reason)} is no reason of a skip: write ${REASONS.join(', ')}, or put it in the note.`;
  }
  return { date, time, status, quantity, reason, note: noteOf(columns.cell(cells, 'note')) };
}

/** A yes-no habit has no number of a day: what belongs to a target is told back, so that one can be named before it is applied. */
function notCounted(columns: Columns, cells: string[], habit: FoundHabit, { quantity }: FoundDay): string[] {
  if (habit.target !== null) return [];
  const cure = `as ${quoted(habit.title)} has no target: name one in row ${habit.place.row}, like 5.`;
  const idle = ['unit', 'direction'].filter((name) => columns.cell(cells, name) !== '');
  return [
    ...(quantity === null ? [] : [`${quantity} stands in the check-in but does not count, ${cure}`]),
    ...idle.map((name) => `The ${name} ${quoted(columns.cell(cells, name))} was passed over, ${cure}`),
  ];
}

/** Without a status it is what the quantity makes of it, or done: a row is a row because it was. */
function statusOf(word: string, quantity: number | null, target: FoundHabit['target']): FoundDay['status'] | undefined {
  if (word !== '') return STATUSES[word.toLowerCase()];
  if (quantity === null || target === null) return 'completed';
  const isReached = target.direction === 'at-least' ? quantity >= target.value : quantity <= target.value;
  return isReached ? 'completed' : 'missed';
}

/** With a point or, as much of the world writes it, a comma. */
function numberIn(text: string): number | null {
  const number = /^\d{1,10}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return number <= LARGEST_QUANTITY ? number : null;
}

function isOneTooMany(times: LocalTime[], time: LocalTime): boolean {
  return times.length >= MOST_TIMES && !times.includes(time);
}

function addTime(times: LocalTime[], time: LocalTime | null): void {
  if (time !== null && !times.includes(time)) times.push(time);
}
