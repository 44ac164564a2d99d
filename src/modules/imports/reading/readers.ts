import { shapeOf } from '../../../kernel/wording';
import { type Columns, withHead } from '../domain/columns';
import type { Found, Today } from '../domain/found';
import { isHabitica, readHabitica } from '../domain/habitica';
import { readLoop } from '../domain/loop';
import { KNOWN_COLUMNS, NEEDED_COLUMNS, readPlainCsv } from '../domain/plain-csv';
import { fileNotUnderstood } from '../imports.problems';
import { sheetOf } from './csv';
import { type Kind, misdirection } from './kinds';
import { loopExportIn } from './loop-zip';

/** Tells what is in a file. @throws Problem when nothing can be told. */
export type Reader = (body: unknown, today: Today) => Promise<Found>;

export const readLoopFile: Reader = async (body, today) => {
  const found = readLoop(await loopExportIn(bytesOf('zip', body)), today);
  mustTellOf(
    found,
    'There is no habit in the Habits.csv of this zip: in Loop, make one and choose "Export as CSV" again.',
  );
  return found;
};

export const readHabiticaFile: Reader = async (body, today) => {
  const data = jsonIn(bytesOf('json', body));
  if (!isHabitica(data)) {
    throw fileNotUnderstood(
      `There are no "tasks" in this JSON, which is ${shapeOf(data)}: in Habitica, export your user data as JSON.`,
    );
  }
  const found = readHabitica(data, today);
  mustTellOf(
    found,
    'There is no daily, habit, to-do or reward in the "tasks" of this: export your user data once more.',
  );
  return found;
};

const EXAMPLE = 'the first row is like habit,date and each row below it like Read ten pages,2026-03-01.';

export const readCsvFile: Reader = async (body, today) => {
  const sheet = await sheetOf(null, bytesOf('text', body));
  if (sheet.rows.length === 0) throw fileNotUnderstood(`There is no row in this file: ${EXAMPLE}`);
  const { columns, rows } = withHead(sheet);
  columnsMustBeClear(columns);
  if (rows.length === 0) throw fileNotUnderstood(`There is no row below the names of the columns: ${EXAMPLE}`);
  return readPlainCsv(sheet, today);
};

/** @throws Problem when there is nothing in it, neither to take nor to reject. */
function mustTellOf({ habits, rejected }: Found, emptiness: string): void {
  if (habits.length === 0 && rejected.length === 0) throw fileNotUnderstood(emptiness);
}

/** @throws Problem when one is missing, or it is not clear which of two is meant. */
function columnsMustBeClear(columns: Columns): void {
  const missing = NEEDED_COLUMNS.find((name) => !columns.has(name));
  if (missing) throw fileNotUnderstood(`There is no column "${missing}": the first row names the columns.`);
  const twice = KNOWN_COLUMNS.find((name) => columns.numbersOf(name).length > 1);
  if (!twice) return;
  const [one, other] = columns.numbersOf(twice);
  throw fileNotUnderstood(
    `The columns ${one} and ${other} are both called "${twice}": keep one of them, and rename the other.`,
  );
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw fileNotUnderstood('This JSON is broken: export it once more.');
  }
}

/** @throws Problem when there is no file, or one that belongs elsewhere. */
function bytesOf(kind: Kind, body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array && body.length > 0)) {
    throw fileNotUnderstood('There is no file in the body of the request.');
  }
  const elsewhere = misdirection(body, kind);
  if (elsewhere) throw fileNotUnderstood(elsewhere);
  return body;
}
