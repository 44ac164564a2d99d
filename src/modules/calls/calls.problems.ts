import { Problem, problemKind } from '../../kernel/problem';

const CALL_NOT_RINGING = problemKind({
  code: 'call-not-ringing',
  status: 409,
  title: 'The call does not ring',
  category: 'conflict',
  remedy: 'Only a call that rings can be answered or declined, and only once. Read the call to see where it is.',
});

const CALL_IN_PROGRESS = problemKind({
  code: 'call-in-progress',
  status: 409,
  title: 'There is a call already',
  category: 'conflict',
  remedy: 'A person is in one call at a time. Answer the one that rings, or ask again when it is over.',
});

const HABIT_NOT_ACTIVE = problemKind({
  code: 'habit-not-active',
  status: 409,
  title: 'The habit does not ring',
  category: 'conflict',
  remedy: 'The habit is paused or archived. End the pause, or take it out of the archive.',
});

export const callNotRinging = (how: string) => new Problem(CALL_NOT_RINGING, `This call cannot be answered: ${how}.`);

export const callInProgress = () => new Problem(CALL_IN_PROGRESS, 'You are in a call, or your phone rings just now.');

export const habitDoesNotRing = (how: 'paused' | 'archived') =>
  new Problem(HABIT_NOT_ACTIVE, `The habit is ${how}. Resume it first.`);
