import { Problem } from '../../kernel/problem';

export const sessionOver = () =>
  new Problem(
    { code: 'session-over', status: 401, title: 'Sign in again', category: 'authentication', severity: 'low' },
    'This session is over, or the token is not valid. Sign in again.',
  );

export const devSignInDisabled = () =>
  new Problem(
    { code: 'not-found', status: 404, title: 'Not found', category: 'not-found', severity: 'low' },
    'There is nothing at this address.',
  );
