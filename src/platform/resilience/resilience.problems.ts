import { Problem, problemKind } from '../../kernel/problem';

const PART_UNAVAILABLE = problemKind({
  code: 'part-unavailable',
  status: 503,
  title: 'Something outside that this needs does not answer',
  category: 'external-service',
  severity: 'high',
  retryable: true,
  remedy: 'Send the request again after the seconds named in "Retry-After".',
});

export function partUnavailable(part: string, retryAfterSeconds: number, cause: unknown): Problem {
  return new Problem(
    PART_UNAVAILABLE,
    `We cannot reach what we need for this (${part}). Please try again in a moment.`,
    [],
    { headers: { 'Retry-After': String(retryAfterSeconds) }, cause },
  );
}
