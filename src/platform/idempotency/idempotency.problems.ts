import { invalid, Problem, problemKind } from '../../kernel/problem';

const KEY_NEEDED = problemKind({
  code: 'idempotency-key-needed',
  status: 400,
  title: 'An idempotency key is needed',
  category: 'validation',
  remedy:
    'Send an "Idempotency-Key" header with a value of your own, such as a UUID, and the same one when you try again.',
});

const STILL_RUNNING = problemKind({
  code: 'still-running',
  status: 409,
  title: 'The first request is still running',
  category: 'conflict',
  retryable: true,
  remedy: 'Wait for the answer of the first request, or send the same request again after "Retry-After".',
});

const KEY_TAKEN = problemKind({
  code: 'idempotency-key-taken',
  status: 422,
  title: 'The idempotency key belongs to another request',
  category: 'conflict',
  remedy: 'Use a new "Idempotency-Key" for each new request, and an old one only to send the very same request again.',
});

export const keyNeeded = () => new Problem(KEY_NEEDED, 'Send an Idempotency-Key with this request.');

export const malformedKey = () =>
  new Problem(invalid, 'The Idempotency-Key header must be 1 to 255 visible ASCII characters, without spaces.');

export const stillRunning = () =>
  new Problem(STILL_RUNNING, 'The first request with this Idempotency-Key is still running.', [], {
    headers: { 'retry-after': '1' },
  });

export const keyTaken = () =>
  new Problem(KEY_TAKEN, 'This Idempotency-Key was used for another request: take a new one.');
