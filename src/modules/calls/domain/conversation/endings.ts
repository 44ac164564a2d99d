import { MINUTE, plus } from '../../../../kernel/clock';
import { emergencyNumbers } from '../emergency-numbers';
import { Alarm, Meaning, Understanding } from '../understanding/meaning';
import { BriefedHabit, Effect, Result } from './briefing';
import { offerAfter, offering } from './offers';
import { offerOf } from './questions';
import { Claim, ConversationState, habitAt, moved, openHabits, Step, scriptOf, step } from './state';

/** An answer good enough to keep. */
export type Answer = Pick<Understanding, 'meaning' | 'quote' | 'quantity' | 'callBackAt' | 'reason'> &
  Pick<Result, 'quiet'>;

/** When nobody names a time that can be understood, a callback comes after this many minutes. */
const USUAL_CALLBACK_MINUTES = 30;

/** Keeps the answer about the current habit and goes on to the next, or says goodbye; before that it may offer to remember something. */
export function settle(state: ConversationState, answer: Answer, say: readonly string[]): Step {
  const result = resultFor(habitAt(state), answer);
  const offer = offerAfter(state, answer);
  if (offer) return step(offering(state, offer), [...say, ...offerOf(state, offer)], [result]);
  return askFrom(state, state.at + 1, say, [result]);
}

/** Asks about the first open habit from an index on; those closed before it are named, and thanked for. */
export function askFrom(
  state: ConversationState,
  from: number,
  say: readonly string[],
  effects: readonly Effect[] = [],
): Step {
  const { habits } = state.briefing;
  const open = habits.findIndex((habit, index) => index >= from && habit.open);
  const passed = habits.slice(from, open < 0 ? habits.length : open).map((habit) => closedElsewhere(state, habit));
  if (open < 0) return goodbye(state, [...say, ...passed], effects);
  const habit = habits[open]!;
  const next = moved(state, 'asking', { at: open, askedBack: [], claim: null, offer: null });
  const told = [...announcement(state, habit), ...reminiscence(state, habit), scriptOf(state).haveYouDoneIt];
  return step(next, [...say, ...passed, ...told], [...effects, ...remembered(habit)]);
}

/** On a telephone none but the one word that its owner wants to be left. */
function wordsForVoicemail(state: ConversationState): readonly string[] {
  const { toTheVoicemail, wordForVoicemail } = scriptOf(state);
  const { telephone } = state.briefing;
  if (!telephone) return [toTheVoicemail];
  return telephone.voicemail === 'leave-word' ? wordForVoicemail : [];
}

function closedElsewhere(state: ConversationState, habit: BriefedHabit): string {
  const { alreadyDone, nowPaused, settledElsewhere } = scriptOf(state);
  const say = { done: alreadyDone, paused: nowPaused, settled: settledElsewhere };
  return say[habit.closedAs ?? 'done'](habit);
}

/** Gives every habit still open the same answer and ends the call. */
export function settleAll(
  state: ConversationState,
  answer: Answer,
  say: readonly string[],
  before: readonly Effect[] = [],
): Step {
  const results = openHabits(state).map((habit) => resultFor(habit, answer));
  return goodbye(state, say, [...before, ...results]);
}

/**
 * Words of danger end the talk about habits: nothing is marked from here on, nothing follows (`nextStep`), and no
 * cheerful goodbye is said. The number is that of where the person's clock says they are.
 */
export function inDanger(state: ConversationState, alarm: Alarm, quote: string): Step {
  const unmarked = openHabits(state).map((habit) => resultFor(habit, { meaning: 'unclear', quote }));
  const { state: over, effects } = hangUp(state, [{ kind: 'alarm', alarm, quote }, ...unmarked]);
  return step(over, scriptOf(state).inDanger(alarm, emergencyNumbers(state.briefing.timeZone)), effects);
}

/** A machine answered: nobody was reached, so nothing was understood, and no habit is named on the tape. */
export function leaveVoicemail(state: ConversationState): Step {
  const over = moved(state, 'over', { claim: null, offer: null });
  return step(over, wordsForVoicemail(state), [{ kind: 'hang-up', voicemail: true }]);
}

/** Silence upon silence. On a telephone that never said a word since the greeting nobody is there, whatever picked it up; who calls us is. */
export function closeUnanswered(state: ConversationState, now: Date): Step {
  const { telephone, purpose } = state.briefing;
  const nobody = telephone && purpose !== 'inbound' && state.turns === 0;
  return nobody ? leaveVoicemail(state) : closePolitely(state, now);
}

/** Ends the call early: what was already said about the current habit is kept, the rest is left open. */
export function closePolitely(state: ConversationState, now: Date, say: readonly string[] = []): Step {
  const { claim } = state;
  if (state.phase === 'ringing') return hangUp(state, unanswered(openHabits(state)));
  const callback = claim?.meaning === 'later' ? usualCallback(state, now) : null;
  if (claim && callback) return settleForLater(state, { ...claim, callBackAt: callback }, now, say);
  const kept = claim && claimed(claim);
  const [current, ...others] = openHabits(state);
  const results = current ? [resultFor(current, kept ?? nothingSaid), ...unanswered(others)] : [];
  const left = results.some(({ meaning }) => meaning === 'unclear') ? [scriptOf(state).leftOpen] : [];
  return goodbye(state, [...say, ...left], results);
}

/** A callback is for everything still open: who has no time now has none for the next habit either. */
export function settleForLater(
  state: ConversationState,
  answer: Answer & { callBackAt: Date },
  now: Date,
  say: readonly string[] = [],
): Step {
  const confirmation = scriptOf(state).callAgainAt(answer.callBackAt, now, state.briefing, openHabits(state).length);
  return settleAll(state, { ...answer, meaning: 'later' }, [...say, confirmation]);
}

/** The time of a callback nobody named; null when there can be none. */
export function usualCallback({ briefing }: ConversationState, now: Date): Date | null {
  const usual = plus(now, USUAL_CALLBACK_MINUTES * MINUTE);
  return briefing.callbacksLeft > 0 && usual <= new Date(briefing.latestCallback) ? usual : null;
}

/** Said in so many words, though a question about it stayed open. */
const CLAIMS_THAT_STAND: readonly Meaning[] = ['done', 'partly', 'not-done'];

/** What a claim is worth when its number, time or yes never came. */
export function claimed(claim: Claim): Answer {
  const meaning: Meaning = CLAIMS_THAT_STAND.includes(claim.meaning) ? claim.meaning : 'unclear';
  return { ...claim, meaning };
}

const nothingSaid: Answer = { meaning: 'unclear', quote: '' };

/** Of several habits each is named before it is asked about; an only one was named in the greeting. */
function announcement(state: ConversationState, habit: BriefedHabit): string[] {
  if (state.briefing.habits.length === 1) return [];
  const { firstHabit, nextHabit } = scriptOf(state);
  return [state.phase === 'ringing' ? firstHabit(habit) : nextHabit(habit)];
}

/** What they asked us to keep in mind the last time, told once. */
function reminiscence(state: ConversationState, { memory }: BriefedHabit): string[] {
  return memory ? [scriptOf(state).lastTimeYouSaid(memory.text)] : [];
}

function remembered({ memory, occurrenceId }: BriefedHabit): Effect[] {
  return memory && occurrenceId ? [{ kind: 'memory-told', occurrenceId }] : [];
}

function unanswered(habits: readonly BriefedHabit[]): Result[] {
  return habits.map((habit) => resultFor(habit, nothingSaid));
}

function resultFor({ occurrenceId }: BriefedHabit, answer: Answer): Result {
  const { meaning, quote, quantity, callBackAt, reason, quiet } = answer;
  return {
    kind: 'result',
    occurrenceId,
    meaning,
    quote,
    ...(quantity !== undefined && { quantity }),
    ...(callBackAt && { callBackAt }),
    ...(reason && { reason }),
    ...(quiet && { quiet }),
  };
}

function goodbye(state: ConversationState, say: readonly string[], effects: readonly Effect[]): Step {
  const { state: over, effects: all } = hangUp(state, effects);
  return step(over, [...say, scriptOf(state).goodbye], all);
}

function hangUp(state: ConversationState, effects: readonly Effect[]): Step {
  return step(moved(state, 'over', { claim: null, offer: null }), [], [...effects, { kind: 'hang-up' }]);
}
