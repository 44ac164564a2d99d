import { worthRemembering } from '../memory/worth-remembering';
import type { Meaning, Understanding } from '../understanding/meaning';
import type { Result } from './briefing';
import type { Phase } from './phases';
import { remarkIn } from './remarks';
import { AskedBack, ConversationState, habitAt, moved, Offer } from './state';

/** An answer that may have a reason or a plan beside it. */
const WITH_MORE_TO_SAY: ReadonlySet<Meaning> = new Set(['not-done', 'partly', 'skip']);

/** Who is asked for a time, or for keys, is in a hurry or hard to understand: no question more than there must be. */
const TRYING_PHASES: ReadonlySet<Phase> = new Set(['arranging', 'keying']);
const TRYING_QUESTIONS: ReadonlySet<AskedBack> = new Set(['keys', 'when', 'how-to-stop']);

/**
 * What may be offered to be remembered after an answer: once in a call, in none that marks nothing, and to nobody who wants
 * to be gone.
 */
export function offerAfter(
  state: ConversationState,
  { meaning, quote, quiet }: Pick<Understanding, 'meaning' | 'quote'> & Pick<Result, 'quiet'>,
): Offer | null {
  const { occurrenceId } = habitAt(state);
  if (!state.mayOffer || occurrenceId === null || quiet || !WITH_MORE_TO_SAY.has(meaning) || isTrying(state))
    return null;
  const said = state.claim && !quote.includes(state.claim.quote) ? `${state.claim.quote} … ${quote}` : quote;
  if (remarkIn(said, state.briefing.language) === 'hostile') return null;
  const memory = worthRemembering(said, state.briefing.language);
  return memory ? { occurrenceId, memory } : state.offer;
}

/** When it will be done, of an answer that was refused as a callback: "no, tomorrow before work". */
export function planIn(state: ConversationState, quote: string): Offer | null {
  const memory = worthRemembering(quote, state.briefing.language);
  const { occurrenceId } = habitAt(state);
  return occurrenceId !== null && memory?.kind === 'commitment' ? { occurrenceId, memory } : state.offer;
}

/** The habit has its answer: what is heard next is about the offer alone, and behind it comes the next habit. */
export function offering(state: ConversationState, offer: Offer): ConversationState {
  return moved(state, 'remembering', { at: state.at + 1, claim: null, mayOffer: false, offer });
}

function isTrying({ phase, askedBack }: ConversationState): boolean {
  return TRYING_PHASES.has(phase) || askedBack.some((what) => TRYING_QUESTIONS.has(what));
}
