import { ConversationState, habitAt, scriptOf } from './state';

/** The question that waits for an answer, as it is asked again. */
export function question(state: ConversationState): string {
  switch (state.phase) {
    case 'reading-back':
      return scriptOf(state).didYouMeanDone;
    case 'counting':
      return scriptOf(state).howMany(habitAt(state));
    case 'arranging':
      return scriptOf(state).whenAgain;
    case 'keying':
      return scriptOf(state).pressAKey;
    case 'offering-skip':
      return scriptOf(state).shallISkip;
    case 'remembering':
      return scriptOf(state).shallIRemember;
    default:
      return scriptOf(state).haveYouDoneIt;
  }
}

/** What it is about, where the question alone would leave that open. */
export function reminder(state: ConversationState): string[] {
  return state.phase === 'asking' ? [scriptOf(state).aboutHabit(habitAt(state))] : [];
}
