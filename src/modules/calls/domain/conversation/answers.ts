import { unreachable } from '../../../../kernel/unreachable';
import { Meaning, quoted, Understanding } from '../understanding/meaning';
import { BriefedHabit, Effect } from './briefing';
import { Answer, claimed, inDanger, settle, settleAll, settleForLater, usualCallback } from './endings';
import { planIn } from './offers';
import { Phase } from './phases';
import { question, reminder } from './questions';
import { agreesIn } from './remarks';
import { answerToOffer } from './remembering';
import { alarmIn, answerTo } from './replies-to-remarks';
import { AskedBack, ConversationState, habitAt, moved, Step, scriptOf, step } from './state';

/**
 * What follows an answer, once it is understood. A "done" to "Shall I skip it?" is too odd to be taken without a question,
 * a yes to it is no "done".
 */
export function reply(state: ConversationState, answer: Understanding, now: Date): Step {
  const alarm = alarmIn(state, answer);
  if (alarm) return inDanger(state, alarm, answer.quote);
  return answerToOffer(state, answer) ?? answerTo(state, answer) ?? metAnew(state, answer) ?? meant(state, answer, now);
}

/** Behind a machine the person has heard nothing yet: a hello, or a "yes?", is no answer, and who calls is said again. */
function metAnew(state: ConversationState, { meaning, basis }: Understanding): Step | null {
  if (!state.screened) return null;
  const met = { ...state, screened: false };
  if (meaning !== 'unclear' && meaning !== 'repeat' && basis !== 'yes') return null;
  const { whoThisIs, writtenDown } = scriptOf(met);
  return step(met, [whoThisIs, writtenDown, ...reminder(met), question(met)]);
}

function meant(state: ConversationState, answer: Understanding, now: Date): Step {
  switch (answer.meaning) {
    case 'stop-calling':
    case 'wrong-person':
      return answer.basis === 'likeness' ? howToStop(state) : suppressed(state, answer);
    case 'repeat':
      return step(state, [...reminder(state), question(state)]);
    case 'who-is-this':
      return step(state, [scriptOf(state).whoThisIs, ...reminder(state), question(state)]);
    case 'help':
      return step(state, [scriptOf(state).howToAnswer, question(state)]);
    case 'later':
      return postponed(state, answer, now);
    case 'skip':
      return settle(state, answer, [scriptOf(state).skipped]);
    case 'not-done':
      return denied(state, answer);
    case 'done':
      return affirmed(state, answer, now);
    case 'partly':
      return hedged(state, answer);
    case 'unclear':
      return lost(state, answer, now);
    default:
      return unreachable(answer.meaning);
  }
}

/** What only sounds like a wish not to be called ends no calls for good; the person hears how to say it. */
function howToStop(state: ConversationState): Step {
  return step(state, [scriptOf(state).howToStop, question(state)]);
}

/** No more calls, at once and for all habits; the shell stores it before a word of it is said. */
function suppressed(state: ConversationState, { meaning, quote, basis }: Understanding): Step {
  const wrong = meaning === 'wrong-person';
  const asked = basis === 'key' ? 'key' : 'asked';
  const suppress: Effect = { kind: 'suppress', quote, why: wrong ? 'wrong-person' : asked };
  return settleAll(state, { meaning, quote }, wrong ? scriptOf(state).wrongPerson : scriptOf(state).stopped, [
    suppress,
  ]);
}

function postponed(state: ConversationState, answer: Understanding, now: Date): Step {
  const { callbacksLeft, latestCallback } = state.briefing;
  const latest = new Date(latestCallback);
  if (callbacksLeft <= 0) return refused(state, answer, scriptOf(state).noCallAgain);
  if (now >= latest) return refused(state, answer, scriptOf(state).notSoLate);
  if (!answer.callBackAt) return withoutTime(state, answer, now);
  if (answer.callBackAt > latest) return refused(state, answer, scriptOf(state).notSoLate);
  return callBackAt(state, answer, answer.callBackAt, now);
}

/** A time is asked for, once more with an example, and then chosen and said. */
function withoutTime(state: ConversationState, answer: Understanding, now: Date): Step {
  if (!state.askedBack.includes('when'))
    return askBack(state, 'when', 'arranging', answer, 'later', scriptOf(state).whenAgain);
  if (!state.askedBack.includes('when-again')) {
    return askBack(state, 'when-again', 'arranging', answer, 'later', scriptOf(state).sayATime);
  }
  const usual = usualCallback(state, now);
  return usual ? callBackAt(state, answer, usual, now) : refused(state, answer, scriptOf(state).notSoLate);
}

function callBackAt(state: ConversationState, answer: Understanding, instant: Date, now: Date): Step {
  return settleForLater(state, { ...answer, quote: withClaim(state, answer.quote), callBackAt: instant }, now);
}

/** A callback that can not be is refused aloud, and the habit asked about once more; insisting ends the call. */
function refused(state: ConversationState, { quote }: Understanding, sentence: string): Step {
  if (state.refused) return settleAll(state, { meaning: 'unclear', quote }, [sentence, scriptOf(state).leftOpen]);
  const again = moved(state, 'asking', { refused: true, claim: null, offer: planIn(state, quote) });
  return step(again, [sentence, scriptOf(state).haveYouDoneIt]);
}

/** After a hedge, "no, not done" leaves it at the part that was; after an offer to skip, at what was said before it. */
function denied(state: ConversationState, answer: Understanding): Step {
  const { phase, claim } = state;
  if (phase === 'offering-skip' && claim && answer.basis !== 'key') {
    const stays = { ...claimed(claim), quote: withClaim(state, answer.quote) };
    return settle(state, stays, [claim.quiet ? scriptOf(state).leftOpen : scriptOf(state).thanksForTelling]);
  }
  if (phase === 'reading-back' && claim?.meaning === 'partly') return settle(state, claim, [scriptOf(state).partNoted]);
  return settle(state, answer, [scriptOf(state).thanksForTelling]);
}

function affirmed(state: ConversationState, answer: Understanding, now: Date): Step {
  const { phase, claim } = state;
  if (answer.basis === 'likeness' && phase !== 'counting') return lost(state, { ...answer, perhaps: 'done' }, now);
  if (answer.basis === 'yes' && phase === 'arranging') return lost(state, answer, now);
  if (phase === 'offering-skip' && answer.quantity === undefined) {
    if (answer.basis === 'yes') return skipAccepted(state, answer);
    if (answer.basis === 'words') return lost(state, { ...answer, perhaps: 'done' }, now);
  }
  if (answer.basis === 'yes' && state.cutIn) return readBack(state, answer, 'unclear');
  const quantity = answer.quantity;
  if (quantity === undefined) return phase === 'counting' ? settleClaim(state) : doneWithoutNumber(state, answer);
  const saidDone = claim?.meaning === 'done' || answer.basis !== 'number';
  const short = !saidDone && fallsShort(habitAt(state), quantity);
  const whole = { ...answer, quote: withClaim(state, answer.quote), meaning: short ? 'partly' : 'done' } as const;
  return settle(state, whole, short ? [scriptOf(state).partNoted] : praise(state));
}

function skipAccepted(state: ConversationState, answer: Understanding): Step {
  const skipped = { ...answer, meaning: 'skip', quote: withClaim(state, answer.quote) } as const;
  return settle(state, skipped, [scriptOf(state).skipped]);
}

function doneWithoutNumber(state: ConversationState, answer: Understanding): Step {
  if (habitAt(state).kind === 'numeric' && !state.askedBack.includes('count')) return count(state, answer, 'done');
  return settle(state, answer, praise(state));
}

/** "Sort of" is asked back, or counted where the habit counts. */
function hedged(state: ConversationState, answer: Understanding): Step {
  if (answer.quantity !== undefined) return settle(state, answer, [scriptOf(state).partNoted]);
  if (state.phase === 'counting') return settleClaim(state);
  if (habitAt(state).kind === 'numeric' && !state.askedBack.includes('count')) return count(state, answer, 'partly');
  if (state.askedBack.includes('read-back')) return settle(state, answer, [scriptOf(state).partNoted]);
  return readBack(state, answer, 'partly');
}

/**
 * Not understood: a likely "done" is read back, anything else asked once more; then come the keys, which always work; then
 * it is left open, and said so.
 */
function lost(state: ConversationState, answer: Understanding, now: Date): Step {
  const agrees = !answer.basis && agreesIn(answer.quote, state.briefing.language);
  if (state.phase === 'offering-skip' && agrees) return skipAccepted(state, answer);
  if (state.phase === 'counting') return settleClaim(state);
  if (answer.perhaps === 'done' && !state.askedBack.includes('read-back')) return readBack(state, answer, 'unclear');
  if (state.phase === 'arranging') return withoutTime(state, answer, now);
  if (state.phase === 'asking' && !wasAskedBack(state) && answer.basis !== 'key') {
    return askAgain(state, 'clarify', 'asking', scriptOf(state).sayYesOrNo);
  }
  if (!state.askedBack.includes('keys')) return askAgain(state, 'keys', 'keying', scriptOf(state).pressAKey);
  return leaveOpen(state, answer);
}

/** What was said before the question that nobody answered stands. */
function leaveOpen(state: ConversationState, { quote }: Understanding): Step {
  const { claim } = state;
  if (claim?.meaning === 'partly') return settleClaim(state);
  const stays =
    claim && (claim.meaning === 'not-done' || claim.quiet) ? claimed(claim) : { meaning: 'unclear' as const, quote };
  return settle(state, stays, [scriptOf(state).leftOpen]);
}

function wasAskedBack({ askedBack }: ConversationState): boolean {
  return askedBack.includes('clarify') || askedBack.includes('read-back');
}

function askAgain(state: ConversationState, what: AskedBack, phase: Phase, asks: string): Step {
  return step(moved(state, phase, { askedBack: [...state.askedBack, what] }), [asks]);
}

function settleClaim(state: ConversationState): Step {
  const answer: Answer = state.claim ? claimed(state.claim) : { meaning: 'unclear', quote: '' };
  return settle(state, answer, answer.meaning === 'done' ? praise(state) : [scriptOf(state).partNoted]);
}

function readBack(state: ConversationState, answer: Understanding, meaning: Meaning): Step {
  return askBack(state, 'read-back', 'reading-back', answer, meaning, scriptOf(state).didYouMeanDone);
}

function count(state: ConversationState, answer: Understanding, meaning: Meaning): Step {
  return askBack(state, 'count', 'counting', answer, meaning, scriptOf(state).howMany(habitAt(state)));
}

/** Holds the answer as a claim until one more question about it is answered. */
function askBack(
  state: ConversationState,
  what: AskedBack,
  phase: Phase,
  { quote, reason }: Understanding,
  meaning: Meaning,
  asks: string,
): Step {
  const claim = { meaning, quote: withClaim(state, quote), ...(reason && { reason }) };
  return step(moved(state, phase, { askedBack: [...state.askedBack, what], claim }), [asks]);
}

function praise(state: ConversationState): string[] {
  return state.briefing.purpose === 'test' ? [scriptOf(state).testWorks] : scriptOf(state).praise(habitAt(state));
}

function fallsShort({ target, direction }: BriefedHabit, quantity: number): boolean {
  if (target === null) return false;
  return direction === 'at-most' ? quantity > target : quantity < target;
}

/** The words of an answer and those of its number or time, as one quote. */
function withClaim({ phase, claim }: ConversationState, quote: string): string {
  const isPartOfIt = phase === 'counting' || phase === 'arranging' || phase === 'offering-skip';
  return claim && isPartOfIt ? quoted(`${claim.quote} … ${quote}`) : quote;
}
