import fc from 'fast-check';
import { rowsText } from './rows';

const row = fc.integer({ min: 2, max: 60 });

/** Every row that is named one by one. */
const namedIn = (text: string): number[] =>
  [...text.matchAll(/(\d+)(?: to (\d+))?(?! more|\d)/g)].flatMap(([, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, place) => Number(first) + place),
  );

describe('Rows in a sentence', () => {
  it.each([
    ['row 2', [2]],
    ['rows 2 to 4', [4, 2, 3, 2]],
    ['rows 2 to 4, 7 and 9 to 10', [2, 3, 4, 7, 9, 10]],
    ['rows 1, 3, 5, 7, 9, 11, 13, 15, 17, 19 and 3 more', [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 24]],
  ])('are %s', (text, rows) => {
    expect(rowsText(rows)).toBe(text);
  });

  it('are all named, or counted as more', () => {
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1 }), (rows) => {
        const text = rowsText(rows);
        const named = namedIn(text);
        const more = Number(/(\d+) more/.exec(text)?.[1] ?? 0);
        expect(named).toEqual(rows.toSorted((one, other) => one - other).slice(0, named.length));
        expect(named.length + more).toBe(rows.length);
      }),
    );
  });
});
