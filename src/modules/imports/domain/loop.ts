import { LOCAL_DATE, type LocalDate } from '../../../kernel/local-time';
import { type Columns, withHead } from './columns';
import { dateFault } from './dates-and-times';
import type { Found, FoundHabit, Rejection, Sheet, Today } from './found';
import { daysOf, type Mark } from './loop-days';
import { frequencyOf } from './loop-frequency';
import {
  cut,
  cutting,
  Keys,
  LONGEST_NOTE,
  LONGEST_TITLE,
  LONGEST_UNIT,
  noteOf,
  plain,
  quoted,
  SMALLEST_TARGET,
} from './text';

/** The tables of an export of Loop Habit Tracker, whichever version wrote it. */
export interface LoopExport {
  /** `Habits.csv`. */
  habits: Sheet;
  /** `001 Meditate/Checkmarks.csv` and so on, by the number of the habit. */
  checkmarks: Map<number, Sheet>;
  /** The `Checkmarks.csv` beside `Habits.csv`: a column for each habit, a row for each day up to that of the export. */
  overview: Sheet | null;
}

/** What is in such an export. What of it cannot be taken is in `rejected`. */
export function readLoop({ habits, checkmarks, overview }: LoopExport, today: Today): Found {
  const found: Found = { habits: [], rejected: [] };
  const lastDay = dayOfExport([...checkmarks.values(), ...(overview ? [overview] : [])], today.day);
  const { columns, rows } = withHead(habits);
  const keys = new Keys();
  rows.forEach(({ number, cells }, index) => {
    const place = { file: habits.file, row: number };
    const habit = habitOf(columns, cells, keys, place);
    if ('reason' in habit) {
      found.rejected.push(habit);
      return;
    }
    const position = Number(columns.cell(cells, 'position')) || index + 1;
    const sheet = checkmarks.get(position) ?? columnOf(overview, columns.cell(cells, 'name'));
    if (!sheet) found.rejected.push({ ...place, reason: `There is no Checkmarks.csv for ${quoted(habit.title)}.` });
    const marks = marksOf(sheet ?? { file: null, rows: [] }, today.day, found.rejected);
    const { rejected, ...days } = daysOf({ ...habit, goal: habit.rule.goal }, marks, lastDay);
    for (const one of rejected) found.rejected.push({ file: sheet!.file, ...one });
    found.habits.push({ ...habit, ...days });
  });
  return found;
}

/** The newest day in it. Rows are in any order, not every row is one of a day, and no file was made tomorrow. */
function dayOfExport(sheets: Sheet[], today: LocalDate): LocalDate {
  const days = sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells[0] ?? ''));
  return (
    days
      .filter((day) => LOCAL_DATE.test(day) && day <= today)
      .reduce((one, other) => (one > other ? one : other), '') || today
  );
}

function habitOf(columns: Columns, cells: string[], keys: Keys, place: FoundHabit['place']): FoundHabit | Rejection {
  const name = plain(columns.cell(cells, 'name')).replaceAll(/\s+/g, ' ');
  if (!name) return { ...place, reason: 'It has no name.' };
  const times = wholeNumber(columns.cell(cells, 'frequencynumerator', 'numrepetitions'));
  const days = wholeNumber(columns.cell(cells, 'frequencydenominator', 'interval'));
  if (!times || !days) return { ...place, reason: `How often ${quoted(name)} is to be done cannot be read.` };
  const { recurrence, goal, remark } = frequencyOf(times, days);
  const target = targetOf(columns, cells);
  const words = [columns.cell(cells, 'question'), columns.cell(cells, 'description')].filter(Boolean).join('\n');
  return {
    key: keys.next(name),
    title: cut(name, LONGEST_TITLE),
    description: noteOf(words),
    kind: target ? 'numeric' : 'yes-no',
    target,
    rule: { isNamed: true, startDate: null, recurrence, goal, times: [] },
    archived: columns.cell(cells, 'archived?').toLowerCase() === 'true',
    told: [],
    missed: [],
    silence: null,
    remarks: [
      remark,
      cutting('name', name, LONGEST_TITLE),
      cutting('description', words, LONGEST_NOTE),
      target && cutting('unit', columns.cell(cells, 'unit'), LONGEST_UNIT),
    ].filter((one) => one !== null),
    place,
  };
}

function wholeNumber(text: string): number | null {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}

/** `NUMERICAL` and `AT_MOST`; 1 and 1 in versions that write numbers. */
function targetOf(columns: Columns, cells: string[]): FoundHabit['target'] {
  if (!/^(NUMERICAL|1)$/i.test(columns.cell(cells, 'type'))) return null;
  const value = Number(columns.cell(cells, 'target value'));
  return {
    value: Number.isFinite(value) ? Math.min(Math.max(value, SMALLEST_TARGET), 1_000_000_000) : SMALLEST_TARGET,
    unit: cut(plain(columns.cell(cells, 'unit')), LONGEST_UNIT) || 'times',
    direction: /^(AT_MOST|1)$/i.test(columns.cell(cells, 'target type')) ? 'at-most' : 'at-least',
  };
}

/** The column of that name, as a table of its own; null when there is none, or more than one. */
function columnOf(overview: Sheet | null, name: string): Sheet | null {
  const [head, ...rows] = overview?.rows ?? [];
  const places = (head?.cells ?? []).flatMap((cell, place) => (place > 0 && cell.trim() === name ? [place] : []));
  if (places.length !== 1) return null;
  const cellsOf = (cells: string[]) => [cells[0] ?? '', cells[places[0]!] ?? ''];
  return { file: overview!.file, rows: rows.map(({ number, cells }) => ({ number, cells: cellsOf(cells) })) };
}

/** Older versions write no head. */
function marksOf({ file, rows }: Sheet, today: LocalDate, rejected: Rejection[]): Mark[] {
  const seen = new Set<LocalDate>();
  const marks: Mark[] = [];
  for (const { number: row, cells } of rows) {
    const [date = '', value = '', note = ''] = cells.map((cell) => cell.trim());
    if (date === 'Date') continue;
    const fault = dateFault(date, today) ?? (seen.has(date) ? `${date} is there twice: the first row counts.` : null);
    if (!fault) marks.push({ row, date, value, note: noteOf(note) });
    const reason = fault ?? cutting('note', note, LONGEST_NOTE);
    if (reason) rejected.push({ file, row, reason });
    seen.add(date);
  }
  return marks;
}
