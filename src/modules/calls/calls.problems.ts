import { Problem, type ProblemKind } from '../../kernel/problem';

const conflict = (code: string, title: string): ProblemKind => ({
  code,
  status: 409,
  title,
  category: 'conflict',
  severity: 'low',
});

export const callNotRinging = (how: string) =>
  new Problem(conflict('call-not-ringing', 'The call does not ring'), `This call cannot be answered: ${how}.`);

export const callInProgress = () =>
  new Problem(
    conflict('call-in-progress', 'There is a call already'),
    'You are in a call, or your phone rings just now.',
  );

export const habitDoesNotRing = (how: 'paused' | 'archived') =>
  new Problem(conflict('habit-not-active', 'The habit does not ring'), `The habit is ${how}. Resume it first.`);
