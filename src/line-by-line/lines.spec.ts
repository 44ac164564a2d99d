import * as fc from 'fast-check';
import { type Line, LONGEST_LINE, linesOf, TOO_LONG } from './lines';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesIn(text: string, size = 64_000): Promise<Line[]> {
  return all(linesOf(inChunks(Buffer.from(text), size)));
}

async function all(found: AsyncIterable<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of found) lines.push(line);
  return lines;
}

describe('linesOf', () => {
  it('leaves out blank lines, and needs no line feed at the end', async () => {
    expect(await linesIn('one\n\n \t\r\ntwo\r\nthree')).toEqual(['one', 'two\r', 'three']);
    expect(await linesIn('one\n')).toEqual(['one']);
    expect(await linesIn('')).toEqual([]);
  });

  it('is the same however the bytes arrive, also in the middle of a letter', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 9 })),
        fc.integer({ min: 1, max: 9 }),
        async (lines, size) => {
          const expected = lines.flatMap((line) => line.split('\n')).filter((line) => line.trim() !== '');
          expect(await linesIn(lines.join('\n'), size)).toEqual(expected);
        },
      ),
    ));

  it('passes over a line that is too long, and goes on', async () => {
    const longest = 'x'.repeat(LONGEST_LINE);
    expect(await linesIn(`${longest}\n${longest}x\nnext`)).toEqual([longest, TOO_LONG, 'next']);
  });

  it('does not keep a line that no string could hold', async () => {
    const megabyte = Buffer.alloc(1_000_000, 'x');
    async function* endless(): AsyncGenerator<Buffer> {
      for (let count = 0; count < 600; count += 1) yield megabyte;
    }
    expect(await all(linesOf(endless()))).toEqual([TOO_LONG]);
  });
});
