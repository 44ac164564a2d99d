import { ConversationState, habitAt, Offer, scriptOf } from './state';

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
      return offerOf(state, state.offer!).join(' ');
    default:
      return scriptOf(state).haveYouDoneIt;
  }
}

/** Reads back what would be remembered, and asks whether it shall be. */
export function offerOf(state: ConversationState, { memory }: Offer): string[] {
  return [scriptOf(state).youSaid(memory.text), scriptOf(state).shallIRemember];
}

/** What it is about, where the question alone would leave that open. */
export function reminder(state: ConversationState): string[] {
  return state.phase === 'asking' ? [scriptOf(state).aboutHabit(habitAt(state))] : [];
}
