import { EARLIEST_DATE, isLocalDate, LOCAL_DATE, type LocalDate } from '../../../kernel/local-time';

export const LONGEST_TITLE = 200;
export const LONGEST_NOTE = 1000;
export const LONGEST_UNIT = 30;

/** The same as the API allows. */
export const LARGEST_QUANTITY = 1_000_000_000;
export const SMALLEST_TARGET = 0.001;

const LONGEST_QUOTE = 40;

/** Text without what nobody can see: control characters, halves of characters, characters that turn its direction. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, ' ')
    .trim();
}

/** At most so long, and never ending in half of a character. */
export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** The text, cut; null when there is none. */
export function noteOf(text: string): string | null {
  return cut(plain(text), LONGEST_NOTE) || null;
}

/** A cell as it is quoted to the person. */
export function quoted(text: string): string {
  const shown = plain(text).replaceAll(/\s+/g, ' ');
  return shown.length <= LONGEST_QUOTE ? `“${shown}”` : `“${cut(shown, LONGEST_QUOTE)}…”`;
}

/** What two spellings of one name have in common. Short enough for an index. */
export function keyOf(name: string): string {
  return cut(plain(name).normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' '), LONGEST_TITLE).trim();
}

/** What is wrong with the date of a past day; null when nothing is. */
export function dateFault(text: string, today: LocalDate): string | null {
  if (!LOCAL_DATE.test(text)) return `${quoted(text)} is not a date: write it like 2026-03-29.`;
  if (!isLocalDate(text)) return `${text} does not exist.`;
  if (text > today) return `${text} lies in the future.`;
  return text < EARLIEST_DATE ? `${text} lies before ${EARLIEST_DATE}.` : null;
}

/** Gives each the same key but for those that were there before, which get a number: `read`, `read #2`. */
export class Keys {
  private readonly given = new Map<string, number>();

  next(name: string): string {
    const key = keyOf(name);
    const nth = (this.given.get(key) ?? 0) + 1;
    this.given.set(key, nth);
    return nth === 1 ? key : `${key} #${nth}`;
  }
}
