import { Asked } from '../understanding/situation';

/** Where a conversation stands: what was asked last, or that it is over. */
export const PHASES = [
  'ringing',
  'asking',
  'reading-back',
  'counting',
  'arranging',
  'keying',
  'offering-skip',
  'remembering',
  'over',
] as const;
export type Phase = (typeof PHASES)[number];

const ENDS = 'the last habit is answered or left open, or the call ends early';
const NEXT = 'answered: the next habit';
const HEDGED = 'a hedge, or what may well be a yes';
const NEEDS_NUMBER = 'done or partly, and how many is not said';
const LATER = 'later, without a time';
const UNSURE = 'still not understood, or an unknown key';
const UNWELL = '“I am sick”, “not again today”';
const WORTH_KEEPING = 'a no, a part or a skip, with a reason or a plan: once in a call';
const REFUSED = 'a callback that can not be, refused aloud';

/** Every move a conversation can make, and when. What is asked again without a move stays in its phase. */
export const MOVES: Readonly<Record<Phase, Partial<Readonly<Record<Phase, string>>>>> = {
  ringing: {
    asking: 'picked up: greeting, disclosure, first habit',
    over: 'nothing is open, a voicemail answers, or the call ends early',
  },
  asking: {
    asking: `${NEXT}; not understood: asked once more; ${REFUSED}`,
    'reading-back': HEDGED,
    counting: NEEDS_NUMBER,
    arranging: LATER,
    keying: UNSURE,
    'offering-skip': UNWELL,
    remembering: WORTH_KEEPING,
    over: ENDS,
  },
  'reading-back': {
    asking: `${NEXT}; ${REFUSED}`,
    counting: NEEDS_NUMBER,
    arranging: LATER,
    keying: UNSURE,
    'offering-skip': UNWELL,
    remembering: WORTH_KEEPING,
    over: ENDS,
  },
  counting: {
    asking: `${NEXT}; ${REFUSED}`,
    arranging: LATER,
    'offering-skip': UNWELL,
    remembering: WORTH_KEEPING,
    over: ENDS,
  },
  arranging: {
    asking: `${NEXT}; ${REFUSED}`,
    'reading-back': HEDGED,
    counting: NEEDS_NUMBER,
    arranging: 'no time understood: asked once more',
    'offering-skip': UNWELL,
    over: `a time is named, or chosen for want of one; ${ENDS}`,
  },
  keying: {
    asking: `${NEXT}; ${REFUSED}`,
    'reading-back': HEDGED,
    counting: NEEDS_NUMBER,
    arranging: LATER,
    'offering-skip': UNWELL,
    over: ENDS,
  },
  'offering-skip': {
    asking: `${NEXT}; ${REFUSED}`,
    'reading-back': HEDGED,
    counting: NEEDS_NUMBER,
    arranging: LATER,
    keying: UNSURE,
    remembering: WORTH_KEEPING,
    over: ENDS,
  },
  remembering: { asking: 'kept or not: the next habit', over: ENDS },
  over: {},
};

/** The question that waits for an answer in each phase. */
export const QUESTIONS: Readonly<Record<Exclude<Phase, 'ringing' | 'over'>, Asked>> = {
  asking: 'done?',
  'reading-back': 'did-you-mean-done?',
  counting: 'how-many?',
  arranging: 'when?',
  keying: 'done?',
  'offering-skip': 'skip?',
  remembering: 'remember?',
};

export function mayMove(from: Phase, to: Phase): boolean {
  return Object.hasOwn(MOVES[from], to);
}
