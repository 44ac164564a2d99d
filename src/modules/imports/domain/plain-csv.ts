import type { LocalTime } from '../../../kernel/local-time';
import { type Columns, withHead } from './columns';
import { dateFault, dateIn, timeFault, timeIn } from './dates-and-times';
import type { Found, FoundDay, FoundHabit, Sheet, Today } from './found';
import { habitOf, notCounted, notOfTheHabit } from './plain-habit';
import { cutting, keyOf, LONGEST_NOTE, noteOf, numberIn, plain, quoted } from './text';

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

const STATUSES: Record<string, 'completed' | 'skipped' | 'missed'> = {
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

/** What has been taken of the rows so far. */
interface Taken {
  habits: Map<string, FoundHabit>;
  seen: Set<string>;
}

/** One table: a row for each day of each habit. What cannot be taken is in `rejected`. */
export function readPlainCsv(sheet: Sheet, today: Today): Found {
  const { columns, head, rows } = withHead(sheet);
  const taken: Taken = { habits: new Map(), seen: new Set() };
  const rejected = rows.flatMap(({ number: row, cells }) =>
    takeRow(taken, columns, cells, row, today).map((reason) => ({ file: null, row, reason })),
  );
  const habits = [...taken.habits.values()].filter(({ told }) => told.length > 0);
  return { habits, rejected: [...unknownColumns(head), ...rejected] };
}

/** Takes of a row what can be taken. Returns what cannot, each in a sentence. */
function takeRow(taken: Taken, columns: Columns, cells: string[], row: number, today: Today): string[] {
  const title = plain(columns.cell(cells, 'habit')).replaceAll(/\s+/g, ' ');
  const key = keyOf(title);
  const habit = taken.habits.get(key) ?? habitOf(columns, cells, title, row);
  if (typeof habit === 'string') return [habit];
  taken.habits.set(key, habit);
  const day = dayOf(columns, cells, habit, today, row);
  if (typeof day === 'string') return [day];
  const moment = `${key} ${day.date} ${day.time}`;
  if (taken.seen.has(moment)) return ['It is there twice: the first row counts.'];
  taken.seen.add(moment);
  habit.told.push(day);
  addTime(habit.rule.times, day.time);
  return [
    notOfTheHabit(columns, cells, habit),
    ...notCounted(columns, cells, habit, day),
    reasonOfNoSkip(columns.cell(cells, 'reason'), day),
    cutting('note', columns.cell(cells, 'note'), LONGEST_NOTE),
    strayCells(columns.strays(cells)),
  ].filter((one) => one !== null);
}

function unknownColumns({ number: row, cells }: Sheet['rows'][number]): Found['rejected'] {
  return cells
    .filter((name) => name.trim() !== '' && !KNOWN_COLUMNS.includes(name.trim().toLowerCase()))
    .map((name) => ({ file: null, row, reason: `There is no column ${quoted(name)}: it was passed over.` }));
}

function reasonOfNoSkip(reason: string, { status }: FoundDay): string | null {
  if (reason === '' || status === 'skipped') return null;
  return `The reason ${quoted(reason)} was passed over, as only a skip has a reason: put it in the note.`;
}

/** Most often the end of a note with a comma in it. */
function strayCells(strays: string[]): string | null {
  if (strays.length === 0) return null;
  const shown = quoted(strays.map((cell) => cell.trim()).join(', '));
  return `${shown} stands under no column and was passed over: a text with a comma in it goes in quotation marks.`;
}

function dayOf(columns: Columns, cells: string[], habit: FoundHabit, today: Today, row: number): FoundDay | string {
  const date = dateIn(columns.cell(cells, 'date'));
  const time = timeIn(columns.cell(cells, 'time')) || null;
  const fault = dateFault(date, today.day) ?? (time === null ? null : timeFault(time));
  if (fault) return fault;
  if (time !== null && isOneTooMany(habit.rule.times, time)) return `A habit has at most ${MOST_TIMES} times a day.`;
  const number = columns.cell(cells, 'quantity');
  const quantity = number === '' ? null : numberIn(number);
  if (number !== '' && quantity === null) return `${quoted(number)} is no quantity: write a number like 5 or 2.5.`;
  const word = columns.cell(cells, 'status');
  if (word === '' && quantity === 0 && habit.target === null) {
    return `0 does not say whether it was done, as ${quoted(habit.title)} has no target: write a status, or name a target in row ${habit.place.row}.`;
  }
  const status = statusOf(word, quantity, habit.target);
  if (status === undefined) return `${quoted(word)} is no status: write completed, skipped or missed.`;
  const reason = (status === 'skipped' && columns.cell(cells, 'reason').toLowerCase()) || null;
  if (reason !== null && !REASONS.includes(reason)) {
    return `${quoted(reason)} is no reason of a skip: write ${REASONS.join(', ')}, or put it in the note.`;
  }
  return { row, date, time, status, quantity, reason, note: noteOf(columns.cell(cells, 'note')) };
}

/** Without a status it is what the number of its day makes of it, or done: a row is a row because it was. */
function statusOf(word: string, quantity: number | null, target: FoundHabit['target']): FoundDay['status'] | undefined {
  if (word !== '') return STATUSES[word.toLowerCase()];
  return quantity === null || target === null ? 'completed' : null;
}

function isOneTooMany(times: LocalTime[], time: LocalTime): boolean {
  return times.length >= MOST_TIMES && !times.includes(time);
}

function addTime(times: LocalTime[], time: LocalTime | null): void {
  if (time !== null && !times.includes(time)) times.push(time);
}
