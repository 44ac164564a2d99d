import { words } from './word-set';

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

/** Words that no open slot of a phrase may take. */
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
