import type { Columns } from './columns';
import type { FoundDay, FoundHabit } from './found';
import {
  cut,
  cutting,
  keyOf,
  LONGEST_NOTE,
  LONGEST_TITLE,
  LONGEST_UNIT,
  noteOf,
  numberIn,
  plain,
  quoted,
  SMALLEST_TARGET,
} from './text';

const EVERY_DAY = 'FREQ=DAILY';
const LONGEST_RECURRENCE = 1000;

/** From the first row that names it. A sentence when it cannot be one. */
export function habitOf(columns: Columns, cells: string[], title: string, row: number): FoundHabit | string {
  if (!title) return 'It names no habit.';
  const target = targetOf(columns, cells);
  if (typeof target === 'string') return target;
  const named = plain(columns.cell(cells, 'recurrence'));
  const recurrence = named || EVERY_DAY;
  if (recurrence.length > LONGEST_RECURRENCE) return `A recurrence has at most ${LONGEST_RECURRENCE} characters.`;
  return {
    key: keyOf(title),
    title: cut(title, LONGEST_TITLE),
    description: noteOf(columns.cell(cells, 'description')),
    kind: target ? 'numeric' : 'yes-no',
    target,
    rule: { isNamed: named !== '', startDate: null, recurrence, goal: null, times: [] },
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
  return { value, unit: unitIn(columns, cells) || 'times', direction };
}

function unitIn(columns: Columns, cells: string[]): string {
  return cut(plain(columns.cell(cells, 'unit')), LONGEST_UNIT);
}

/** What a later row says otherwise of its habit than the first; null when it says the same, or nothing. */
export function notOfTheHabit(columns: Columns, cells: string[], habit: FoundHabit): string | null {
  const { target, description, rule, title, place } = habit;
  const isSame: [name: string, isSame: boolean][] = [
    ['description', noteOf(columns.cell(cells, 'description')) === description],
    ['recurrence', plain(columns.cell(cells, 'recurrence')) === rule.recurrence],
    ['target', target !== null && numberIn(columns.cell(cells, 'target')) === target.value],
    ['unit', target === null || unitIn(columns, cells) === target.unit],
    ['direction', target === null || columns.cell(cells, 'direction') === target.direction],
  ];
  const others = isSame
    .filter(([name, same]) => !same && plain(columns.cell(cells, name)) !== '')
    .map(([name]) => `${name} ${quoted(columns.cell(cells, name))}`);
  if (others.length === 0) return null;
  return `What it says of ${quoted(title)} is not what row ${place.row} says, which comes first and counts: ${others.join(', ')}.`;
}

/** A yes-no habit has no number of a day: what belongs to a target is told back, so that one can be named before it is applied. */
export function notCounted(columns: Columns, cells: string[], habit: FoundHabit, { quantity }: FoundDay): string[] {
  if (habit.target !== null) return [];
  const cure = `as ${quoted(habit.title)} has no target: name one in row ${habit.place.row}, like 5.`;
  const idle = ['unit', 'direction'].filter((name) => columns.cell(cells, name) !== '');
  return [
    ...(quantity === null ? [] : [`${quantity} stands in the check-in but does not count in a new habit, ${cure}`]),
    ...idle.map((name) => `The ${name} ${quoted(columns.cell(cells, name))} was passed over, ${cure}`),
  ];
}
