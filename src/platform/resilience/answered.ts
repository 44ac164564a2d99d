import { RefusedByPart } from './refused-by-part';

/**
 * The error of a vendor's SDK without what the SDK hangs on it: request and answer, in which people's words may stand. What was
 * refused says nothing of how the part is; all else does, a key that is not taken included.
 */
export function answeredBy(error: unknown, status: number | undefined, refusal: string): Error {
  if (status === 400 || status === 413 || status === 422) return new RefusedByPart(`${refusal} (${status}).`);
  if (status !== undefined) return new Error(`status ${status}`);
  return new Error(error instanceof Error ? error.name : 'unknown');
}
