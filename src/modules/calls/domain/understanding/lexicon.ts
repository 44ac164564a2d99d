/**
 * Every English word the rules know, but for the sentences in `phrases/`: with that file, all that another language
 * would have to bring along. Words are lower case and as `tokens.ts` leaves them: contractions spelled out.
 */

/** Short forms a suffix does not explain, with and without the apostrophe transcribers forget. */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  "can't": 'can not',
  cannot: 'can not',
  cant: 'can not',
  "won't": 'will not',
  wont: 'will not',
  "shan't": 'shall not',
  "ain't": 'have not',
  aint: 'have not',
  dont: 'do not',
  doesnt: 'does not',
  didnt: 'did not',
  havent: 'have not',
  hasnt: 'has not',
  hadnt: 'had not',
  isnt: 'is not',
  wasnt: 'was not',
  couldnt: 'could not',
  im: 'i am',
  ive: 'i have',
  its: 'it is',
  thats: 'that is',
  whos: 'who is',
  whats: 'what is',
  "let's": 'let us',
  lets: 'let us',
  dunno: 'do not know',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  lemme: 'let me',
  gimme: 'give me',
  dun: 'done',
  coz: 'because',
  cuz: 'because',
  cos: 'because',
  "o'clock": 'oclock',
  "'cause": 'because',
};

/** Endings of contractions; the longest that fits is spelled out. `'s` stands for "is" only after these words. */
export const CONTRACTIONS: Readonly<Record<string, string>> = {
  "n't": ' not',
  "'m": ' am',
  "'re": ' are',
  "'ve": ' have',
  "'ll": ' will',
  "'d": ' would',
};
export const BEFORE_IS = words('it that this what who he she there here where how everything all');

/** Said without changing what is meant, and left out. */
export const FILLERS = words(
  'um uh uhm er erm hmm hm mm mmm ah ooh just even already really actually honestly basically literally finally',
  'luckily thankfully happily fortunately unfortunately quite also anyway frankly truly',
);

/** Left out too, unless nothing else is said between two pauses: then they are an answer. */
export const EMPHASIS = words('definitely absolutely certainly surely obviously');

/** Where one thought ends and the next begins. */
export const CONJUNCTIONS = words('but and because although though however so or plus');

/** Words that are a thought of their own and need no pause: "yeah no I have not". */
export const INTERJECTIONS = words(
  'yes yeah yea ya yah yep yup yip aye yeh yess yessir no nope nah nay naw hello hi hey sorry wait please ok okay',
);

/** Words no placeholder of a phrase may stand for. */
export const NEGATORS = words('not never no none nothing nobody neither nor without hardly barely');

/** Words that open a sentence after "no"; before any other word "no" counts things: "no kids today". */
export const AFTER_NO = words(
  'i it the my we you that this he she they there not do did can could will would have is was am let please because',
);

export const BECAUSE = 'because';

/** What every word of the person's own name is replaced by before phrases are looked for. */
export const THE_NAME = '$name';

/** Word classes for `phrases/`, written with a `$` there. */
export const CLASSES: Readonly<Record<string, ReadonlySet<string>>> = {
  name: words(THE_NAME),
  i: words('i we'),
  have: words('have has had'),
  be: words('is are was were am'),
  finished: words('done finished completed complete accomplished'),
  it: words('it that this them those these mine everything both all'),
  aux: words('have has had did do does was were am is are could'),
  me: words('me us here this'),
  call: words('call calling ring ringing phone phoning contact contacting bother bothering disturb disturbing'),
  you: words('you that it this'),
  do: words('do finish start begin complete get make try manage'),
  did: words(
    'ran read walked meditated exercised trained stretched swam cycled cleaned practiced practised studied wrote',
    'journaled drank took ate cooked slept worked brushed flossed watered prayed jogged biked lifted sang drew painted',
  ),
  participle: words('taken drunk eaten written swum sung drawn run read gone'),
  deed: words(
    'run ran go gone went read walk walked meditate meditated exercise exercised train trained stretch stretched swim',
    'swum cycle cycled clean cleaned practice practiced practise practised study studied write written journal drink',
    'drunk take taken eat eaten cook cooked sleep slept work worked brush brushed floss flossed water watered pray',
    'prayed jog jogged lift lifted sing sung draw drawn paint painted',
  ),
};

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
/** What multiplies the number before it; a thousand begins a new group. */
export const MULTIPLIERS: Readonly<Record<string, number>> = { hundred: 100, dozen: 12, thousand: 1000 };
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
export const POINT = 'point';
export const ABOUT = words('about around roughly approximately maybe like');

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
  beforeClock: ['at', 'at about', 'at around', 'by', 'after', 'until', 'till'],
  aroundClock: ['around', 'about'],
  past: words('past after'),
  to: words('to before'),
  half: 'half',
  quarter: 'quarter',
  oclock: 'oclock',
  ohMinutes: words('oh o'),
} as const;

/** Words of a text as a set. */
export function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}
