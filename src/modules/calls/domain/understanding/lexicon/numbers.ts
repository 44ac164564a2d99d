import { words } from './word-set';

export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
/** What multiplies the number before it; a thousand also begins a new group. */
export const MULTIPLIERS: Readonly<Record<string, number>> = { hundred: 100, dozen: 12 };
export const THOUSAND = 'thousand';
export const FRACTIONS: Readonly<Record<string, number>> = {
  half: 0.5,
  'a half': 0.5,
  'one half': 0.5,
  'a quarter': 0.25,
  'three quarters': 0.75,
};
export const SET_AMOUNTS: Readonly<Record<string, number>> = { 'half a dozen': 6, 'a couple': 2, 'a couple of': 2 };
export const ARTICLES = words('a an one');
/** What people say before the number they did. */
export const BEFORE_AMOUNT: readonly string[] = [
  'i did',
  'i only did',
  'did',
  'only',
  'i managed',
  'managed',
  'i got',
  'i made',
  'it was',
  'it was only',
  'it is',
  'all',
  'at least',
  'the full',
];
export const AND = 'and';
export const OF = 'of';
export const POINT = 'point';
export const ABOUT = words('about around roughly approximately maybe like');
