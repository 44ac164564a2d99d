import { notFound, Problem, problemKind } from '../../kernel/problem';

const SESSION_OVER = problemKind({
  code: 'session-over',
  status: 401,
  title: 'Sign in again',
  category: 'authentication',
  remedy: 'The access token is too old or not valid, or the session was ended. Refresh it once, or sign in again.',
});

export const sessionOver = () =>
  new Problem(SESSION_OVER, 'This session is over, or the token is not valid. Sign in again.');

export const devSignInDisabled = () => new Problem(notFound, 'There is nothing at this address.');
