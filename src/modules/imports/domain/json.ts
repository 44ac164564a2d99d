export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordsIn(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Also of a text; what is neither is no number, and an object is never asked to become one. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

export function numbersIn(value: unknown): number[] {
  return recordsIn(value).filter((one): one is number => Number.isInteger(one));
}

/** Milliseconds since 1970, or a text that JavaScript reads as a date; null when it is neither. */
export function instantIn(value: unknown): Date | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const instant = new Date(value);
  return FAR_PAST <= instant && instant < FAR_FUTURE ? instant : null;
}

const FAR_PAST = new Date('1970-01-02T00:00:00Z');
const FAR_FUTURE = new Date('2200-01-01T00:00:00Z');
