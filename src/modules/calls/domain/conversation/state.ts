import type { Memory } from '../memory/memory';
import { Script, scriptFor } from '../script';
import { Meaning } from '../understanding/meaning';
import { BriefedHabit, Briefing, Effect } from './briefing';
import { mayMove, Phase } from './phases';

/** A conversation between two things heard: plain data that survives JSON. */
export interface ConversationState {
  readonly phase: Phase;
  /** The briefing, its instant as ISO text. */
  readonly briefing: Omit<Briefing, 'latestCallback'> & { readonly latestCallback: string };
  /** Index of the habit being asked about. */
  readonly at: number;
  /** How many answers and keys were heard since the greeting. */
  readonly turns: number;
  /** Silences since the last word. */
  readonly silences: number;
  /** What was already asked back about this habit; each is asked once. */
  readonly askedBack: readonly AskedBack[];
  /** A machine heard the greeting in the person's place. */
  readonly screened: boolean;
  /** So many silences more are borne without a word: somebody said "hold on". */
  readonly patience: number;
  /** A callback of this call was refused once. */
  readonly refused: boolean;
  /** The person spoke over the greeting, and may not have heard the question. */
  readonly cutIn: boolean;
  /** False once it was offered to remember something, or somebody was hostile. */
  readonly mayOffer: boolean;
  /** What may be offered to be remembered of this habit, or is offered just now. */
  readonly offer: Offer | null;
  /** An answer that waits for its number, its time or a yes. */
  readonly claim: Claim | null;
  /** Over a telephone: it was answered as only a person does. */
  readonly proven: boolean;
}

export type AskedBack =
  | 'clarify'
  | 'read-back'
  | 'count'
  | 'when'
  | 'when-again'
  | 'keys'
  | 'skip'
  | 'hours'
  | 'how-to-stop';

export interface Claim {
  readonly meaning: Meaning;
  readonly quote: string;
  readonly reason?: string;
  readonly quiet?: boolean;
}

/** What would be remembered, and the occurrence it was said about. */
export interface Offer {
  readonly occurrenceId: string;
  readonly memory: Memory;
}

/** What one thing heard leads to. */
export interface Step {
  state: ConversationState;
  /** Sentences of at most 30 words, said in this order. */
  say: string[];
  /** A `suppress` is stored before `say` is spoken. */
  effects: Effect[];
}

export function step(state: ConversationState, say: readonly string[] = [], effects: readonly Effect[] = []): Step {
  return { state, say: [...say], effects: [...effects] };
}

export function habitAt(state: ConversationState): BriefedHabit {
  return state.briefing.habits[state.at]!;
}

/** The words of this call. */
export function scriptOf({ briefing }: Pick<ConversationState, 'briefing'>): Script {
  return scriptFor(briefing);
}

/** The habits that still wait for a result, the one being asked about first. */
export function openHabits({ briefing, at, phase }: ConversationState): BriefedHabit[] {
  return phase === 'over' ? [] : briefing.habits.slice(at).filter((habit) => habit.open);
}

export function moved(
  state: ConversationState,
  phase: Phase,
  change: Partial<ConversationState> = {},
): ConversationState {
  if (!mayMove(state.phase, phase)) throw new Error(`A conversation does not go from ${state.phase} to ${phase}`);
  return { ...state, ...change, phase };
}

/** The same without words of the person: that there were some is all that it still knows of them. */
export function unquoted(state: ConversationState): ConversationState {
  const { claim } = state;
  return claim ? { ...state, claim: { ...claim, quote: claim.quote && '…', reason: undefined } } : state;
}
