const WELL_FORMED = /^[\w.:-]{8,128}$/;

/** The caller's own correlation id when it is fit to be logged, a new one otherwise. */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && WELL_FORMED.test(header) ? header : crypto.randomUUID();
}
