import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import type { Sheet } from '../domain/found';
import { fileNotUnderstood } from '../imports.problems';

/** So much is read before others have their turn, in bytes. */
const PIECE = 64 * 1024;

/** In bytes: no note of anybody is longer, but what follows a quotation mark that is never closed. */
const LONGEST_ROW = 100 * 1024;

const MOST_COLUMNS = 1000;
export const MOST_ROWS = 300_000;

const DELIMITERS = [',', ';', '\t'];

/**
 * A table of text as a spreadsheet shows it: with commas, semicolons or tabs, in UTF-8 or what Excel saves, with or without
 * quotation marks. Rows may be longer or shorter than its head.
 * @throws Problem when it is no such table.
 */
export async function sheetOf(file: string | null, bytes: Uint8Array): Promise<Sheet> {
  const text = inUtf8(bytes);
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: LONGEST_ROW,
    }),
  );
  const rows: Sheet['rows'] = [];
  let number = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      if (cells.length > MOST_COLUMNS)
        throw fileNotUnderstood(`${place(file, number)} has more than ${MOST_COLUMNS} columns.`);
      if (number > MOST_ROWS)
        throw fileNotUnderstood(`${named(file)} has more than ${MOST_ROWS} rows: send it in parts.`);
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ number, cells });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fileNotUnderstood(
      `${place(file, number + 1)} cannot be read: is a quotation mark opened there and never closed?`,
    );
  }
  return { file, rows };
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += PIECE) {
    yield bytes.subarray(start, start + PIECE);
    await setImmediate();
  }
}

/** UTF-16 says so at its beginning; what is not UTF-8 either is what Windows writes in the West. */
function inUtf8(bytes: Uint8Array): Buffer {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return Buffer.from(new TextDecoder('utf-16le').decode(bytes));
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Buffer.from(new TextDecoder('windows-1252').decode(bytes));
}

/** What the head has most of. */
function delimiterOf(text: Buffer): string {
  const head =
    text
      .subarray(0, PIECE)
      .toString()
      .split(/[\r\n]/, 1)[0] ?? '';
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce((one, other) => (count(other) > count(one) ? other : one));
}

function place(file: string | null, row: number): string {
  return `Row ${row} of ${file ?? 'the file'}`;
}

function named(file: string | null): string {
  return file ?? 'The file';
}
