import { words } from './word-set';

/** Minutes in a unit of time. */
export const TIME_UNITS: Readonly<Record<string, number>> = {
  minute: 1,
  minutes: 1,
  min: 1,
  mins: 1,
  hour: 60,
  hours: 60,
  hr: 60,
  hrs: 60,
};
/** Spans nobody measures, in minutes, as a habit of speech means them. The longest that fits is taken. */
export const LOOSE_SPANS: Readonly<Record<string, number>> = {
  'a bit': 30,
  'a little bit': 30,
  'a little while': 30,
  'a little': 30,
  'a while': 30,
  'a moment': 5,
  'a second': 5,
  'a sec': 5,
  'a few minutes': 10,
  'some minutes': 10,
  'a couple of minutes': 5,
  'a couple minutes': 5,
  'a few hours': 180,
  'a couple of hours': 120,
  'a couple hours': 120,
};
/** Parts of a day as wall-clock hours, for "this evening" and the like. */
export const PARTS_OF_DAY: Readonly<Record<string, number>> = {
  'this afternoon': 15,
  'in the morning': 8,
  'after breakfast': 9,
  'after lunch': 13,
  'in the afternoon': 15,
  'after work': 18,
  'in the evening': 19,
  'after dinner': 20,
  'this evening': 19,
  tonight: 20,
};
export const NAMED_CLOCKS: Readonly<Record<string, number>> = { noon: 12, midday: 12, midnight: 0 };
/** What makes an hour one of the morning or of the evening, after it. */
export const HALVES_OF_DAY: Readonly<Record<string, 'am' | 'pm'>> = {
  am: 'am',
  pm: 'pm',
  'in the morning': 'am',
  'this morning': 'am',
  'in the afternoon': 'pm',
  'this afternoon': 'pm',
  'in the evening': 'pm',
  'this evening': 'pm',
  'at night': 'pm',
  tonight: 'pm',
};
export const DAYS_AHEAD: Readonly<Record<string, number>> = {
  today: 0,
  'the day after tomorrow': 2,
  tomorrow: 1,
  'tomorrow morning': 1,
  'tomorrow evening': 1,
  'next week': 7,
  'next month': 30,
};
export const TIME_WORDS = {
  beforeSpan: ['in', 'in about', 'in like', 'within', 'after about', 'give me', 'give me another', 'give me about'],
  afterSpan: ['from now', 'later'],
  ago: ['ago', 'earlier', 'before'],
  beforeUnit: ['of an', 'of a', 'an', 'a', 'more'],
  minutesAfter: 'in',
  beforeClock: ['at', 'at about', 'at around', 'by', 'after', 'until', 'till'],
  aroundClock: ['around', 'about'],
  past: words('past after'),
  to: words('to before'),
  half: 'half',
  quarter: 'quarter',
  oclock: 'oclock',
  ohMinutes: words('oh o'),
} as const;
