/** What a file is by its content, whatever it is called. */
export type Kind = 'zip' | 'json' | 'text';

/** So many bytes show it. */
const BEGINNING = 1024;

/** A zip begins with the head of its first file or, without any, with the end of its list of files. */
const ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006'];

const JSON_BEGINS = /^(\u00EF\u00BB\u00BF)?\s*(\{\s*["}]|\[\s*[[{"\]])/;

const WHERE_TO: Record<Kind, string> = {
  zip: 'This is a zip: what Loop Habit Tracker exports goes to POST /api/v1/imports/loop, and a spreadsheet is saved as CSV first.',
  json: 'This is JSON: the user data of Habitica goes to POST /api/v1/imports/habitica.',
  text: 'This is text: a table as CSV goes to POST /api/v1/imports/csv.',
};

function kindOf(bytes: Uint8Array): Kind {
  const beginning = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1');
  if (ZIP.some((magic) => beginning.startsWith(magic))) return 'zip';
  return JSON_BEGINS.test(beginning) ? 'json' : 'text';
}

/** What it is instead of what was asked for, and where it belongs; null when it is of that kind. */
export function misdirection(bytes: Uint8Array, wanted: Kind): string | null {
  const kind = kindOf(bytes);
  return kind === wanted || (wanted === 'json' && isJson(bytes)) ? null : WHERE_TO[kind];
}

/** Also what begins like any text, such as null or a number. */
function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}
