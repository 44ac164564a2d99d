import type { Effect, Heard } from './briefing';
import type { Step } from './state';

/**
 * Over a telephone, once: proof that a person answered it. A key is one, and words that were understood as an answer; a
 * hello is none, for machines say it too.
 */
export function withProof(next: Step, heard: Heard): Step {
  const { state, effects } = next;
  if (!state.briefing.telephone || state.proven || !isProof(heard, effects)) return next;
  return { ...next, state: { ...state, proven: true }, effects: [...effects, { kind: 'human' }] };
}

function isProof(heard: Heard, effects: readonly Effect[]): boolean {
  return heard.kind === 'key' || (heard.kind === 'said' && effects.some(isOfPerson));
}

function isOfPerson(effect: Effect): boolean {
  if (effect.kind === 'result') return effect.meaning !== 'unclear';
  return effect.kind === 'suppress' || effect.kind === 'alarm';
}
