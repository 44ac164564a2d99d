import { Problem, problemKind } from '../../kernel/problem';
import { type Standing, secondsOf } from './headers';

const TOO_MANY_REQUESTS = problemKind({
  code: 'too-many-requests',
  status: 429,
  title: 'Too many requests',
  category: 'rate-limit',
  retryable: true,
  remedy: 'Wait as many seconds as the "Retry-After" header says, then send the request again.',
});

export const tooManyRequests = (standing: Standing) => {
  const seconds = Math.max(1, secondsOf(standing));
  return new Problem(TOO_MANY_REQUESTS, `That was too often. Try again in ${seconds} s.`, [], {
    headers: { 'Retry-After': String(seconds) },
  });
};
