import type { Meaning, Understanding } from '../understanding/meaning';
import type { Effect } from './briefing';
import { askFrom } from './endings';
import { agreesIn } from './remarks';
import { ConversationState, Step, scriptOf } from './state';

/** What is answered in this phase as in every other: a wish not to be called, and questions. */
const ANSWERED_ANYWHERE: ReadonlySet<Meaning> = new Set([
  'stop-calling',
  'wrong-person',
  'repeat',
  'who-is-this',
  'help',
]);

/**
 * What follows an answer to "Shall I remember …?": a yes keeps it, anything else lets it go, and the next habit comes.
 * Null where nothing is offered, and for what is answered as everywhere.
 */
export function answerToOffer(state: ConversationState, answer: Understanding): Step | null {
  if (state.phase !== 'remembering' || ANSWERED_ANYWHERE.has(answer.meaning)) return null;
  if (!isYes(state, answer)) return goOn(state);
  return goOn(state, [scriptOf(state).remembered], [{ kind: 'remember', ...state.offer! }]);
}

/** Silence is no yes, and not worth asking into. */
export function goOn(state: ConversationState, say: readonly string[] = [], effects: readonly Effect[] = []): Step {
  return askFrom(state, state.at, say, effects);
}

/** "Yes, I will do it" is a yes to this, whatever it says of the habit; "I have done it" is none. */
function isYes({ briefing }: ConversationState, { meaning, basis, quote }: Understanding): boolean {
  return meaning === 'done' ? basis === 'yes' : !basis && agreesIn(quote, briefing.language);
}
