import type { Understanding } from '../understanding/meaning';
import type { Effect } from './briefing';
import { askFrom } from './endings';
import { answerToMachine } from './replies-to-remarks';
import { ConversationState, Step, scriptOf, step } from './state';

/** Says who calls and asks about the first habit. What was said before it answered nothing. */
export function greet(state: ConversationState): Step {
  const greeting = { ...state, turns: 0, silences: 0, patience: 0, screened: false };
  return askFrom(greeting, 0, introduction(state), disclosure(state));
}

/** Who calls, that it is an AI, and why; then what becomes of the person's words. */
export function introduction(state: ConversationState): string[] {
  const { briefing } = state;
  const { greeting, testWorks, writtenDown } = scriptOf(state);
  const words = greeting(briefing);
  if (briefing.habits.length === 0) return briefing.purpose === 'test' ? [...words, testWorks] : words;
  return briefing.habits.some((habit) => habit.open) ? [...words, writtenDown] : words;
}

/** Over a telephone it is put on record that it was said. */
export function disclosure({ briefing }: ConversationState): Effect[] {
  return briefing.telephone ? [{ kind: 'disclosed' }] : [];
}

/** Words before the greeting: a hello is greeted, a machine is answered as one, and has heard nothing yet. */
export function metByWords(state: ConversationState, answer: Understanding): Step {
  const machine = state.briefing.telephone ? answerToMachine(state, answer) : null;
  return machine ?? greet(state);
}

/** Nobody spoke. Whoever was screened may have the person on the line by now, who waits for a word. */
export function metBySilence(state: ConversationState): Step {
  if (!state.briefing.telephone) return step(state);
  if (state.patience > 0) return step({ ...state, patience: state.patience - 1, silences: 0 });
  return greet(state);
}
