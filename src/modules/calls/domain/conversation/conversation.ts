import { unreachable } from '../../../../kernel/unreachable';
import { Understanding } from '../understanding/meaning';
import { Situation, understandKey } from '../understanding/understand';
import { reply } from './answers';
import { Briefing, Heard } from './briefing';
import { askFrom, closePolitely, closeUnanswered } from './endings';
import { disclosure, greet, introduction, metBySilence, metByWords } from './opening';
import { QUESTIONS } from './phases';
import { withProof } from './proof';
import { question } from './questions';
import { goOn } from './remembering';
import { alarmIn } from './replies-to-remarks';
import { ConversationState, habitAt, Step, scriptOf, step } from './state';

export type { BriefedHabit, Briefing, Brought, ClosedAs, Effect, Heard, Result } from './briefing';
export { type ConversationState, type Step, scriptOf, unquoted } from './state';

/** Answers and keys a call about one habit may take, and how many more for each further habit. */
const TURN_LIMIT = 12;
const TURNS_PER_FURTHER_HABIT = 4;

export function begin(briefing: Briefing): ConversationState {
  return {
    phase: 'ringing',
    briefing: { ...briefing, latestCallback: briefing.latestCallback.toISOString() },
    at: 0,
    turns: 0,
    silences: 0,
    patience: 0,
    screened: false,
    askedBack: [],
    refused: false,
    cutIn: false,
    mayOffer: briefing.purpose !== 'test' && briefing.keepsWords !== false,
    offer: null,
    claim: null,
    proven: false,
  };
}

/**
 * The conversation: what is said and done after something is heard. Every call gives one result for each habit that was
 * open until its answer, and hangs up once; after that nothing heard changes anything.
 */
export function converse(state: ConversationState, heard: Heard, now: Date): Step {
  if (isOver(state)) return step(state);
  const next = withProof(respond(heardBy(state, heard), heard, now), heard);
  if (isOver(next.state) || next.state.turns < turnLimit(state)) return next;
  const end = closePolitely(next.state, now);
  return { ...end, effects: [...next.effects, ...end.effects] };
}

export function isOver(state: ConversationState): boolean {
  return state.phase === 'over';
}

/** The most answers and keys a call takes; of silences there are never more than a few between two of them. before it ends by itself. */
export function turnLimit({ briefing }: Pick<ConversationState, 'briefing'>): number {
  return TURN_LIMIT + TURNS_PER_FURTHER_HABIT * Math.max(0, briefing.habits.length - 1);
}

/** Whether words count whatever was asked, and though nothing was: a wish not to be called, and a cry for help. */
export function needsNoQuestion(state: ConversationState, understood: Understanding): boolean {
  const { meaning, basis } = understood;
  const isWish = (meaning === 'stop-calling' || meaning === 'wrong-person') && basis !== 'likeness';
  return isWish || alarmIn(state, understood) !== undefined;
}

/** What words heard now answer to: they are understood by it before they reach the conversation. */
export function situationOf(state: ConversationState, now: Date): Situation {
  const { timeZone, personName, habits, language } = state.briefing;
  const habit = habits[state.at];
  const asked = state.phase === 'ringing' || state.phase === 'over' ? 'done?' : QUESTIONS[state.phase];
  const { title: habitTitle, unit } = habit ?? {};
  return { asked, now, timeZone, personName, language, habitTitle, unit, numeric: habit?.kind === 'numeric' };
}

/** An interruption or a word from elsewhere in the product is no turn. */
function heardBy(state: ConversationState, heard: Heard): ConversationState {
  switch (heard.kind) {
    case 'silence':
      return { ...state, silences: state.silences + 1, cutIn: false };
    case 'said':
    case 'key':
      return { ...state, turns: state.turns + 1, silences: 0, patience: 0 };
    default:
      return state;
  }
}

function respond(state: ConversationState, heard: Heard, now: Date): Step {
  switch (heard.kind) {
    case 'answered':
      return state.phase === 'ringing' ? greet(state) : step(state);
    case 'said':
      return said(state, heard.understood, now);
    case 'key':
      return keyed(state, heard.digit, now);
    case 'interrupted':
      return step({ ...state, cutIn: state.phase === 'asking' && state.turns === 0 });
    case 'silence':
      return silent(state, now);
    case 'closed-elsewhere':
      return closedElsewhere(state, heard);
    case 'time-up':
      return closePolitely(state, now, [scriptOf(state).timeIsUp]);
    default:
      return unreachable(heard);
  }
}

/** Before the greeting nothing was asked, so only words of danger and a wish not to be called are answers. */
function said(state: ConversationState, understood: Understanding, now: Date): Step {
  if (state.phase === 'ringing' && !needsNoQuestion(state, understood)) return metByWords(state, understood);
  return answered(state, understood, now);
}

/** Keys work in every phase; one pressed before the greeting is heard behind it. */
function keyed(state: ConversationState, digit: string, now: Date): Step {
  const unknownKey: Understanding = { meaning: 'unclear', confidence: 0, quote: `[key ${digit.slice(0, 1)}]` };
  const understanding = understandKey(digit) ?? { ...unknownKey, basis: 'key' as const };
  if (state.phase !== 'ringing') return answered(state, understanding, now);
  const greeted = greet(state);
  if (isOver(greeted.state)) return greeted;
  const answer = answered(greeted.state, understanding, now);
  return {
    ...answer,
    say: [...introduction(state), ...answer.say],
    effects: [...disclosure(state), ...answer.effects],
  };
}

function answered(state: ConversationState, understanding: Understanding, now: Date): Step {
  const next = reply(state, understanding, now);
  return { ...next, state: { ...next.state, cutIn: false } };
}

function silent(state: ConversationState, now: Date): Step {
  if (state.phase === 'ringing') return metBySilence(state);
  if (state.phase === 'remembering') return goOn(state);
  if (state.patience > 0) return step({ ...state, patience: state.patience - 1, silences: 0 });
  if (state.silences > 1) return closeUnanswered(state, now);
  return step(state, [scriptOf(state).nothingHeard, question(state)]);
}

function closedElsewhere(
  state: ConversationState,
  { occurrenceIds, as }: Extract<Heard, { kind: 'closed-elsewhere' }>,
): Step {
  const habits = state.briefing.habits.map((habit, index) => {
    const closed = index >= state.at && habit.occurrenceId !== null && occurrenceIds.includes(habit.occurrenceId);
    return closed ? { ...habit, open: false, ...(as && { closedAs: as }) } : habit;
  });
  const next = { ...state, briefing: { ...state.briefing, habits } };
  const mustGoOn = isAboutHabit(state) && !habitAt(next).open;
  return mustGoOn ? askFrom(next, next.at, []) : step(next);
}

/** Whether a question about a habit waits: before the greeting none does, and what may be remembered is of one that has its answer. */
function isAboutHabit({ phase }: ConversationState): boolean {
  return phase !== 'ringing' && phase !== 'remembering';
}
