const WELL_FORMED = /^[\w.:-]{8,128}$/;

/** W3C Trace Context, version 00: the second part is the trace. All zeros are no trace. */
const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's own correlation id when it is fit to be logged, else the trace it belongs to, else a new one. */
export function correlationIdFrom({
  'x-correlation-id': given,
  traceparent,
}: Record<string, string | string[] | undefined>): string {
  if (typeof given === 'string' && WELL_FORMED.test(given)) return given;
  return TRACEPARENT.exec(String(traceparent))?.[1] ?? crypto.randomUUID();
}
