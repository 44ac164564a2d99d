import { understand } from '../understanding/understand';
import { Briefing, Brought, Effect } from './briefing';
import { begin, converse, situationOf } from './conversation';
import { ConversationState, Step } from './state';

/** A talk that was played through, without a line, a model or a clock that moves. */
export interface Rehearsal {
  said: string[];
  effects: Effect[];
  state: ConversationState;
  /** Everything in its order. */
  lines: { heard: Brought; said: string[]; state: ConversationState }[];
}

/** Plays what is brought, as of one moment. The state goes through JSON between two things, as it may in production. */
export function rehearse(briefing: Briefing, brought: readonly Brought[], now: Date): Rehearsal {
  let state = begin(briefing);
  const played: Omit<Rehearsal, 'state'> = { said: [], effects: [], lines: [] };
  for (const heard of brought) {
    const next = hear(JSON.parse(JSON.stringify(state)), heard, now);
    state = next.state;
    played.said.push(...next.say);
    played.effects.push(...next.effects);
    played.lines.push({ heard, said: next.say, state });
  }
  return { ...played, state };
}

/** One thing brought by the line, words understood by the rules. */
export function hear(state: ConversationState, heard: Brought, now: Date): Step {
  if (heard.kind !== 'said') return converse(state, heard, now);
  return converse(state, { ...heard, understood: understand(heard.text, situationOf(state, now)) }, now);
}
