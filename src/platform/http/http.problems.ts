import { invalid, notFound, Problem, type ProblemKind, problemKind } from '../../kernel/problem';

const INTERNAL = problemKind({
  code: 'internal',
  status: 500,
  title: 'Something went wrong on our side',
  category: 'internal',
  severity: 'high',
  retryable: true,
  remedy: 'Try again. If it happens again, tell us the correlation id.',
});

const UNAUTHENTICATED = problemKind({
  code: 'unauthenticated',
  status: 401,
  title: 'Sign in first',
  category: 'authentication',
  remedy: 'Send the access token of a session as "Authorization: Bearer <token>".',
});

const FORBIDDEN = problemKind({
  code: 'forbidden',
  status: 403,
  title: 'Not allowed',
  category: 'authorization',
  remedy: 'You are signed in, but this is not for you.',
});

const METHOD_NOT_ALLOWED = problemKind({
  code: 'method-not-allowed',
  status: 405,
  title: 'This address knows no such method',
  category: 'validation',
  remedy: 'Use one of the methods named in the "Allow" header.',
});

const TOO_SLOW = problemKind({
  code: 'too-slow',
  status: 408,
  title: 'The request came too slowly',
  category: 'validation',
  retryable: true,
  remedy: 'Send the whole request within 15 seconds.',
});

const BODY_TOO_LARGE = problemKind({
  code: 'body-too-large',
  status: 413,
  title: 'The body is too large',
  category: 'validation',
  remedy: 'A body may have at most 100 kB, a file to import at most 10 MB.',
});

const UNSUPPORTED_MEDIA_TYPE = problemKind({
  code: 'unsupported-media-type',
  status: 415,
  title: 'Send it in another form',
  category: 'validation',
  remedy: 'Send the body as application/json, or a file to import as the route says.',
});

const HEADERS_TOO_LARGE = problemKind({
  code: 'headers-too-large',
  status: 431,
  title: 'The headers are too large',
  category: 'validation',
  remedy: 'The headers of a request may have at most 16 kB together.',
});

/** What the framework refuses before a controller is reached, by its status. */
const REFUSALS: Record<number, { kind: ProblemKind; detail: string }> = {
  400: { kind: invalid, detail: 'The body is not valid JSON, or the request is malformed.' },
  401: {
    kind: UNAUTHENTICATED,
    detail: 'This needs a valid access token: send it as "Authorization: Bearer <token>".',
  },
  403: { kind: FORBIDDEN, detail: 'You are not allowed to do this.' },
  404: { kind: notFound, detail: 'There is nothing at this address.' },
  405: { kind: METHOD_NOT_ALLOWED, detail: 'This address does not know that method.' },
  408: { kind: TOO_SLOW, detail: 'The request did not arrive in time. Send it again.' },
  413: { kind: BODY_TOO_LARGE, detail: 'A body may have at most 100 kB, a file to import at most 10 MB.' },
  414: { kind: notFound, detail: 'There is nothing at this address.' },
  415: { kind: UNSUPPORTED_MEDIA_TYPE, detail: 'Send the body as application/json.' },
  431: { kind: HEADERS_TOO_LARGE, detail: 'The headers of a request may have at most 16 kB together.' },
};

/** What the framework's own refusal of that status is called here; anything unforeseen is an error of ours. */
export function refusalOf(status: number): Problem {
  const refusal = REFUSALS[status];
  if (refusal) return new Problem(refusal.kind, refusal.detail);
  if (status >= 400 && status < 500) return new Problem({ ...invalid, status }, 'The request could not be understood.');
  return new Problem(INTERNAL, 'Please try again. If it happens again, tell us the correlation id.');
}
