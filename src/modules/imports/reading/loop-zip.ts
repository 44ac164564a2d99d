import { type UnzipFileInfo, unzipSync } from 'fflate';
import type { LoopExport } from '../domain/loop';
import { cut, plain } from '../domain/text';
import { fileNotUnderstood } from '../imports.problems';
import { MOST_ROWS, sheetOf } from './csv';

/** Of what is read, unpacked, in bytes. */
const LARGEST_UNPACKED = 50 * 1024 * 1024;

const MOST_FILES = 2000;
const LONGEST_PATH = 200;

/** Where the head of its first file says how a zip is packed. */
const FLAGS = 6;
const ENCRYPTED = 1;

/**
 * The tables in a zip of Loop Habit Tracker. Nothing of it is written anywhere, and what its paths say beyond the names of
 * Loop is passed over.
 * @throws Problem when it is no such zip, or too large.
 */
export async function loopExportIn(bytes: Uint8Array): Promise<LoopExport> {
  const files = unpacked(bytes);
  const habits = files.find(({ path }) => /(^|\/)habits\.csv$/i.test(path));
  if (!habits) throw fileNotUnderstood('There is no Habits.csv in this zip: in Loop, choose "Export as CSV".');
  const found: LoopExport = {
    habits: await sheetOf(habits.path, habits.content),
    checkmarks: new Map(),
    overview: null,
  };
  const base = habits.path.slice(0, -'habits.csv'.length);
  let rows = 0;
  for (const { path, content } of files.filter((file) => file !== habits && file.path.startsWith(base))) {
    const folder = path.slice(base.length).split('/').slice(0, -1);
    const position = Number(/^\d{1,6}(?= |$)/.exec(folder[0] ?? '')?.[0] ?? Number.NaN);
    if (folder.length > 1 || (folder.length === 1 && Number.isNaN(position))) continue;
    const sheet = await sheetOf(path, content);
    rows += sheet.rows.length;
    if (rows > MOST_ROWS) throw fileNotUnderstood(`There are more than ${MOST_ROWS} rows in this zip.`);
    if (folder.length === 0) found.overview = sheet;
    else if (!found.checkmarks.has(position)) found.checkmarks.set(position, sheet);
  }
  return found;
}

/** Only what is of use is unpacked, and its size is known before. */
function unpacked(bytes: Uint8Array): { path: string; content: Uint8Array }[] {
  if (bytes[FLAGS]! & ENCRYPTED) throw fileNotUnderstood('This zip is encrypted: export it without a password.');
  let [count, size] = [0, 0];
  const isWanted = ({ name, originalSize }: UnzipFileInfo) => {
    count += 1;
    if (count > MOST_FILES) throw fileNotUnderstood(`There are more than ${MOST_FILES} files in this zip.`);
    if (!/(^|\/)(habits|checkmarks)\.csv$/i.test(name) || name.startsWith('__MACOSX/')) return false;
    size += originalSize;
    if (size > LARGEST_UNPACKED) throw fileNotUnderstood('Unpacked, this zip is larger than 50 MB.');
    return true;
  };
  return Object.entries(unzipped(bytes, isWanted)).map(([path, content]) => ({
    path: cut(plain(path), LONGEST_PATH),
    content,
  }));
}

function unzipped(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (isOfZip(error)) throw fileNotUnderstood('This zip is broken: export it once more.');
    throw error;
  }
}

/** What fflate throws carries a number; so does reading past the end of a file that was cut off. */
function isOfZip(error: unknown): boolean {
  return error instanceof RangeError || typeof (error as { code?: unknown }).code === 'number';
}
