import { Problem, problemKind } from '../../kernel/problem';

const NOT_SIGNED = problemKind({
  code: 'not-signed-by-provider',
  status: 403,
  title: 'Not signed by the telephone provider',
  category: 'authorization',
  remedy:
    'Let PUBLIC_BASE_URL be the very address the provider calls, and TWILIO_AUTH_TOKEN the token of its account: `npm run doctor:twilio` checks both.',
});

export const notSigned = () =>
  new Problem(
    NOT_SIGNED,
    'This is for the telephone provider: its signature is missing, or is not right for this address.',
  );
