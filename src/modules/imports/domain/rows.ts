const MOST_SPANS = 10;

const AND = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** Rows as they are named in a sentence, `rows 2 to 4 and 9`: of a long list its beginning, and how many more there are. */
export function rowsText(rows: readonly number[]): string {
  const spans = spansOf(rows);
  const shown = spans.slice(0, MOST_SPANS);
  const more = spans.slice(MOST_SPANS).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const named = AND.format([...shown.map(spanText), ...(more > 0 ? [`${more} more`] : [])]);
  return `${isOne(spans) ? 'row' : 'rows'} ${named}`;
}

interface Span {
  first: number;
  last: number;
}

function spansOf(rows: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (const row of [...new Set(rows)].sort((one, other) => one - other)) {
    const before = spans.at(-1);
    if (before && row === before.last + 1) before.last = row;
    else spans.push({ first: row, last: row });
  }
  return spans;
}

function spanText({ first, last }: Span): string {
  if (first === last) return String(first);
  return `${first} to ${last}`;
}

function isOne([only, ...others]: Span[]): boolean {
  return only !== undefined && others.length === 0 && only.first === only.last;
}
