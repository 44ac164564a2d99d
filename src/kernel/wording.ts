/** "a", "a and b", "a, b and c". */
export function inWords(items: readonly (string | number)[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** "1st", "22nd"; counted from the end when negative: "last", "2nd to last". */
export function ordinal(position: number): string {
  if (position === -1) return 'last';
  if (position < 0) return `${ordinal(-position)} to last`;
  return `${position}${ordinalEnding(position)}`;
}

/** Positions in the order of what they count: from its start, and then, below zero, from its end. */
export function byEnds(positions: readonly number[]): { fromTheStart: number[]; fromTheEnd: number[] } {
  const ascending = positions.toSorted((one, other) => one - other);
  return { fromTheStart: ascending.filter((at) => at > 0), fromTheEnd: ascending.filter((at) => at < 0) };
}

/** What somebody typed, safe to repeat to them: in quotes, and cut when it is long. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** What a value of JSON is, to somebody who should have sent another. */
export function shapeOf(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' ? `the number ${value}` : 'an object';
}

export function monthName(month: number): string {
  return MONTHS.format(Date.UTC(2024, month - 1));
}

/** Of the place in a week that begins on Monday, from 0. */
export function weekdayName(place: number): string {
  return WEEKDAYS.format(Date.UTC(2024, 0, 1 + place));
}

const WEEKDAYS = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });

const MONTHS = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

function ordinalEnding(position: number): string {
  const isTeen = position % 100 >= 11 && position % 100 <= 13;
  return isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th');
}
