import { Asked } from '../understanding/situation';

/** Where a conversation stands: what was asked last, or that it is over. */
export const PHASES = ['ringing', 'asking', 'reading-back', 'counting', 'arranging', 'over'] as const;
export type Phase = (typeof PHASES)[number];

/** Every move a conversation can make. The next habit is asked about by moving to `asking` again. */
export const MOVES: Readonly<Record<Phase, readonly Phase[]>> = {
  ringing: ['asking', 'over'],
  asking: ['asking', 'reading-back', 'counting', 'arranging', 'over'],
  'reading-back': ['asking', 'reading-back', 'counting', 'arranging', 'over'],
  counting: ['asking', 'counting', 'arranging', 'over'],
  arranging: ['asking', 'reading-back', 'counting', 'arranging', 'over'],
  over: [],
};

/** The question that waits for an answer in each phase. */
export const QUESTIONS: Readonly<Record<Exclude<Phase, 'ringing' | 'over'>, Asked>> = {
  asking: 'done?',
  'reading-back': 'did-you-mean-done?',
  counting: 'how-many?',
  arranging: 'when?',
};

export function mayMove(from: Phase, to: Phase): boolean {
  return MOVES[from].includes(to);
}
