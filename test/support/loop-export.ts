import { strToU8, zipSync } from 'fflate';

/** A day of a habit as Loop writes it: its value and, in newer versions, a note. */
export type Mark = [date: string, value: string, note?: string];

interface LoopHabit {
  name: string;
  /** So many times in so many days. */
  times?: number;
  days?: number;
  numeric?: { unit: string; target: number; atMost?: boolean };
  archived?: boolean;
  marks: Mark[];
}

type Version = 'newest' | '2.0' | '1.8';

const HEADS: Record<Version, string> = {
  newest:
    'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?',
  '2.0': 'Position,Name,Question,Description,NumRepetitions,Interval,Color',
  '1.8': 'Name,Description,NumRepetitions,Interval,Color',
};

/** The files of "Export as CSV" on `today`, as that version of Loop writes them: the newest day comes first. */
export function loopFiles(habits: LoopHabit[], today: string, version: Version = 'newest'): Record<string, string> {
  const files: Record<string, string> = {
    'Habits.csv': lines([HEADS[version], ...habits.map((habit, index) => rowOf(habit, index, version))]),
  };
  habits.forEach(({ name, marks }, index) => {
    const folder = `${numbered(index)} ${name.replace(/[^ a-zA-Z0-9._-]+/g, '').slice(0, 100)}`.trim();
    const rows = marks.toSorted(([one], [other]) => (one < other ? 1 : -1));
    const head = { newest: ['Date,Value,Notes'], '2.0': ['Date,Value'], '1.8': [] }[version];
    files[`${folder}/Scores.csv`] = lines(['Date,Score', `${today},0.5000`]);
    files[`${folder}/Checkmarks.csv`] = lines([
      ...head,
      ...rows.map(([date, value, note]) =>
        [date, value, ...(version === 'newest' ? [cell(note ?? '')] : [])].join(','),
      ),
    ]);
  });
  files['Checkmarks.csv'] = lines([
    `Date,${habits.map(({ name }) => `${name},`).join('')}`,
    `${today},${habits.map(() => `${version === 'newest' ? 'UNKNOWN' : '-1'},`).join('')}`,
  ]);
  return files;
}

export function loopZip(habits: LoopHabit[], today: string, version?: Version): Uint8Array {
  return zipOf(loopFiles(habits, today, version));
}

export function zipOf(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

function rowOf({ name, times = 1, days = 1, numeric, archived = false }: LoopHabit, index: number, version: Version) {
  const [named, asked] = [cell(name), 'Did you?'];
  if (version === '1.8') return [named, asked, times, days, '#AFB42B'].join(',');
  if (version === '2.0') return [numbered(index), named, asked, '', times, days, '#AFB42B'].join(',');
  const target = numeric
    ? [numeric.unit, numeric.atMost ? 'AT_MOST' : 'AT_LEAST', numeric.target.toFixed(1)]
    : ['', '', ''];
  const type = numeric ? 'NUMERICAL' : 'YES_NO';
  return [numbered(index), named, type, asked, '', times, days, '#FF8F00', ...target, archived].join(',');
}

function numbered(index: number): string {
  return String(index + 1).padStart(3, '0');
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function lines(rows: string[]): string {
  return `${rows.join('\n')}\n`;
}
