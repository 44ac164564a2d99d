import type { Measure, NumberWords } from '../../lexicon';
import { words } from '../../word-set';

const ONES = ['', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun'];
const TEENS = 'zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(' ');
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig'];

const COUNTED = counted();

export const numbers: NumberWords = {
  numberWords: { null: 0, eins: 1, ein: 1, eine: 1, einen: 1, einer: 1, zwo: 2, dreissig: 30, ...COUNTED },
  compound,
  multipliers: { hundert: 100, dutzend: 12 },
  thousand: 'tausend',
  fractions: {
    halb: 0.5,
    halbe: 0.5,
    halben: 0.5,
    halber: 0.5,
    halbes: 0.5,
    'eine halbe': 0.5,
    'einer halben': 0.5,
    'einen halben': 0.5,
    'ein halbes': 0.5,
    'ein halber': 0.5,
    'ein viertel': 0.25,
    dreiviertel: 0.75,
    'drei viertel': 0.75,
  },
  setAmounts: {
    'ein paar': 2,
    'einen zehner': 10,
    'ein zehner': 10,
    'ein zwanziger': 20,
    'einen zwanziger': 20,
    'einen fünfziger': 50,
    'ein halbes dutzend': 6,
    'ein dutzend': 12,
    eineinhalb: 1.5,
    anderthalb: 1.5,
    zweieinhalb: 2.5,
    dreieinhalb: 3.5,
    viereinhalb: 4.5,
    fünfeinhalb: 5.5,
    sechseinhalb: 6.5,
    siebeneinhalb: 7.5,
    achteinhalb: 8.5,
  },
  articles: words('ein eine einen einer einem eins'),
  beforeAmount: [
    'ich habe',
    'ich bin',
    'habe',
    'bin',
    'es waren',
    'das waren',
    'waren',
    'nur',
    'mindestens',
    'insgesamt',
    'genau',
    'alle',
    'etwa',
    'ich habe nur',
    'habe nur',
    'erst',
    'bloß',
    'so',
    'es sind',
    'das sind',
    'sind',
    'macht',
    'zusammen',
    'ganze',
    'knapp',
    'fast',
    'über',
    'ich bin bei',
    'bin bei',
    'auf',
    'bei',
    'bis',
    'geschafft habe ich',
    'gut',
  ],
  and: 'und',
  of: 'von',
  point: words('komma'),
  about: words('ungefähr etwa circa rund vielleicht so zirka'),
  decimalComma: true,
  percent: 'prozent',
  countNouns: words(
    'prozent sekunden tage tagen wochen monate monaten jahre jahren sätze runden kapitel gläser tassen seiten minuten stunden mal flaschen zeilen schritte tage wochen',
  ),
  money: words('money'),
  ofWhole: ['von', 'von den', 'von meinen', 'statt', 'aus'],
  spentOn: words('mit an'),
  measures: {
    ...named('time', 1, 'minute minuten min'),
    ...named('time', 1 / 60, 'sekunde sekunden'),
    ...named('time', 60, 'stunde stunden'),
    ...named('volume', 1, 'ml milliliter'),
    ...named('volume', 1000, 'l liter litern'),
    ...named('length', 1, 'm meter metern'),
    ...named('length', 1000, 'km kilometer kilometern'),
    ...named('weight', 1, 'g gramm'),
    ...named('weight', 1000, 'kg kilo kilogramm'),
    ...named('money', 1, 'euro euros eur'),
  },
  beforeMeasure: words('weitere mehr ganze'),
};

/** "Sechstausendvierhundert", "hundertzwanzig". */
function compound(word: string): number | undefined {
  const [, thousands, rest] = /^(.*)tausend(.*)$/u.exec(word) ?? [];
  if (thousands === undefined || rest === undefined)
    return word.startsWith('hundert') ? COUNTED[`ein${word}`] : undefined;
  const many = thousands === '' || thousands === 'ein' ? 1 : COUNTED[thousands];
  const more = rest === '' ? 0 : (COUNTED[rest] ?? COUNTED[`ein${rest}`]);
  return many === undefined || more === undefined || word === 'tausend' ? undefined : many * 1000 + more;
}

/** From two to 999, in one word each: "zweihunderteinundzwanzig". */
function counted(): Record<string, number> {
  const below = [...ONES, ...TEENS];
  const hundred = Array.from({ length: 100 }, (_, value) => below[value] ?? tens(value));
  const table: Record<string, number> = {};
  for (let value = 2; value < 1000; value += 1) table[wordOf(value, hundred)] = value;
  return table;
}

function wordOf(value: number, hundred: readonly string[]): string {
  const hundreds = Math.floor(value / 100);
  return (hundreds > 0 ? `${ONES[hundreds]}hundert` : '') + hundred[value % 100];
}

function tens(value: number): string {
  const one = value % 10;
  return (one > 0 ? `${ONES[one]}und` : '') + TENS[Math.floor(value / 10)];
}

function named(family: string, size: number, names: string): Record<string, Measure> {
  return Object.fromEntries(names.split(' ').map((name) => [name, { family, size }]));
}
