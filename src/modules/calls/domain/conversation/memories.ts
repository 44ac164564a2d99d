import type { Meaning, Understanding } from '../understanding/meaning';
import type { Memory } from './briefing';
import { Answer, claimed, settle } from './endings';
import { agreesIn } from './remarks';
import { ConversationState, habitAt, moved, Step, scriptOf, step } from './state';

/** What is no yes to the offer, and no other answer about the habit either. */
const KEEPS_NOTHING: readonly Meaning[] = ['not-done', 'partly', 'unclear'];

/** Longer is no fact but a story. */
const LONGEST_MEMORY = 200;

/** Why it was not done, or when it will be: what is worth keeping in mind for the next call. */
export function memoryIn({ meaning, reason, plan, quote, basis }: Understanding): Memory | null {
  const isMissed = meaning === 'not-done' || meaning === 'partly';
  if (!isMissed || basis === 'key') return null;
  const memory: Memory | null = plan ? { kind: 'commitment', text: quote } : reasonGiven(reason);
  return memory && memory.text.length <= LONGEST_MEMORY ? memory : null;
}

/**
 * Offers to remember what was said, and holds the answer until that is settled. Null where there is nothing to remember,
 * where it was offered before in this call, and in calls that mark nothing.
 */
export function offerToRemember(state: ConversationState, answer: Understanding): Step | null {
  const memory = memoryIn(answer);
  const { occurrenceId } = habitAt(state);
  if (!memory || occurrenceId === null || state.offeredMemory || state.claim?.quiet) return null;
  const { meaning, quote, reason } = answer;
  const claim = { meaning, quote, memory, ...(reason && { reason }) };
  const offered = moved(state, 'remembering', { offeredMemory: true, claim });
  const { youSaid, shallIRemember } = scriptOf(state);
  return step(offered, [youSaid(memory.text), shallIRemember]);
}

/**
 * What follows the offer: a yes keeps it, a no does not, and what nobody understood keeps nothing. Null for an answer about
 * the habit itself, or for anything else that was asked.
 */
export function answeredOffer(state: ConversationState, answer: Understanding): Step | null {
  if (state.phase !== 'remembering' || !state.claim?.memory) return null;
  const { meaning, basis } = answer;
  const agreed = (meaning === 'done' && basis === 'yes') || (meaning === 'unclear' && agrees(state, answer));
  if (agreed) return kept(state, state.claim.memory);
  const { thanksForTelling } = scriptOf(state);
  return KEEPS_NOTHING.includes(meaning) ? settle(state, held(state), [thanksForTelling]) : null;
}

function kept(state: ConversationState, memory: Memory): Step {
  const { occurrenceId } = habitAt(state);
  const next = settle(state, held(state), [scriptOf(state).remembered]);
  return { ...next, effects: [{ kind: 'remember', occurrenceId: occurrenceId!, memory }, ...next.effects] };
}

function held({ claim }: ConversationState): Answer {
  return claimed(claim!);
}

function agrees({ briefing }: ConversationState, { quote }: Understanding): boolean {
  return agreesIn(quote, briefing.language);
}

function reasonGiven(reason: string | undefined): Memory | null {
  return reason ? { kind: 'reason', text: reason } : null;
}
