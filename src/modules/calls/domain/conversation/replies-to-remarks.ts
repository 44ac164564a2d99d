import { unreachable } from '../../../../kernel/unreachable';
import { Alarm, Meaning, Understanding } from '../understanding/meaning';
import { leaveVoicemail, settleAll } from './endings';
import { question } from './questions';
import { advisesInEmergency, Remark, remarkIn } from './remarks';
import { AskedBack, Claim, ConversationState, moved, Step, scriptOf, step } from './state';

/** So many silences are borne for somebody who said "hold on", each as long as one that is asked into. */
const PATIENCE = 3;

/**
 * For which meanings a remark may speak instead: never for a clear answer. A wish not to be called is only asked back when
 * all that was said is at which times; said again, it is heeded.
 */
const SPEAKS_FOR: Readonly<Record<Remark, readonly Meaning[]>> = {
  voicemail: ['unclear', 'later', 'who-is-this', 'wrong-person', 'not-done', 'repeat', 'help'],
  screening: ['unclear', 'who-is-this', 'repeat', 'later', 'not-done'],
  hold: ['unclear', 'repeat'],
  'somebody-else': ['unclear', 'wrong-person'],
  unwell: ['unclear', 'not-done'],
  'not-today': ['unclear'],
  'not-so-late': ['unclear'],
  'stop-at-times': ['unclear', 'stop-calling'],
  hostile: ['unclear', 'repeat', 'help', 'not-done'],
};

/** What hardly anybody says who is no machine: on a telephone it outweighs a suspicion of an answer. */
const OF_MACHINES: ReadonlySet<Remark> = new Set(['voicemail', 'screening']);

/** What follows a remark that answers no question; null where there is none, or where it was answered once already. */
export function answerTo(state: ConversationState, answer: Understanding): Step | null {
  const remark = remarkMade(state, answer);
  switch (remark) {
    case null:
      return null;
    case 'voicemail':
      return leaveVoicemail(state);
    case 'screening':
      return step({ ...patiently(state), screened: true }, [scriptOf(state).toTheScreener(state.briefing)]);
    case 'hold':
      return step(patiently(state), [scriptOf(state).takeYourTime]);
    case 'somebody-else':
      return settleAll(state, { meaning: 'unclear', quote: answer.quote }, [scriptOf(state).toSomebodyElse]);
    case 'unwell':
      return offerSkip(state, answer, { meaning: answer.meaning });
    case 'not-today':
      return offerSkip(state, answer, { meaning: 'unclear', quiet: true });
    case 'not-so-late':
      return once(state, 'hours', [scriptOf(state).whereHoursAre]);
    case 'stop-at-times':
      return once(state, 'hours', [scriptOf(state).whereHoursAre, scriptOf(state).howToStop]);
    case 'hostile':
      return once({ ...state, mayOffer: false }, 'how-to-stop', [scriptOf(state).howToStop]);
    default:
      return unreachable(remark);
  }
}

/** What follows the first words on a telephone, where only a machine says such; null for anybody else. */
export function answerToMachine(state: ConversationState, answer: Understanding): Step | null {
  const remark = remarkMade(state, answer);
  const isMachine = remark && (OF_MACHINES.has(remark) || (remark === 'hold' && state.screened));
  return isMachine ? answerTo(state, answer) : null;
}

/** Words of danger; "if this is an emergency, hang up and dial 911" is a recording's advice to everybody, on a telephone. */
export function alarmIn({ briefing }: ConversationState, { alarm, quote }: Understanding): Alarm | undefined {
  return briefing.telephone && advisesInEmergency(quote, briefing.language) ? undefined : alarm;
}

/** What is remarked, where the answer is not clearer than the remark. Who calls us has no voicemail. */
function remarkMade({ briefing }: ConversationState, { basis, quote, perhaps, meaning }: Understanding): Remark | null {
  const remark = basis === 'key' ? null : remarkIn(quote, briefing.language);
  if (!remark || !SPEAKS_FOR[remark].includes(meaning)) return null;
  if (perhaps && !(briefing.telephone && OF_MACHINES.has(remark))) return null;
  return remark === 'voicemail' && briefing.purpose === 'inbound' ? null : remark;
}

/** Whoever is ill, away, or wants peace for today is offered what the app would: to skip it, once for each habit. */
function offerSkip(
  state: ConversationState,
  { quote, reason }: Understanding,
  claim: Pick<Claim, 'meaning' | 'quiet'>,
): Step | null {
  if (state.askedBack.includes('skip')) return null;
  const offered = moved(state, 'offering-skip', {
    askedBack: [...state.askedBack, 'skip'],
    claim: { ...claim, quote, ...(reason && { reason }) },
  });
  return step(offered, [scriptOf(state).shallISkip]);
}

/** An answer to what was said beside the question, once for each habit; then the question again. */
function once(state: ConversationState, what: AskedBack, say: readonly string[]): Step | null {
  if (state.askedBack.includes(what)) return null;
  return step({ ...state, askedBack: [...state.askedBack, what] }, [...say, question(state)]);
}

function patiently(state: ConversationState): ConversationState {
  return { ...state, patience: PATIENCE };
}
