/** So many rows go into one statement: years of a habit in a few of them, and no text of many megabytes. */
const ROWS_AT_ONCE = 2000;

export function inParts<Row>(rows: Row[]): Row[][] {
  const parts = Math.ceil(rows.length / ROWS_AT_ONCE);
  return Array.from({ length: parts }, (_, part) => rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE));
}
