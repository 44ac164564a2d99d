/** How long a person waited for our answers in one call, in whole milliseconds. */
export interface Latency {
  /** Prompts that were answered. */
  turns: number;
  p50Ms: number;
  p95Ms: number;
}

/** Null when nothing was answered. A percentile is the smallest wait that so many of them do not exceed (nearest rank). */
export function latencyOf(waits: readonly number[]): Latency | null {
  if (waits.length === 0) return null;
  const sorted = waits.toSorted((one, other) => one - other);
  const rank = (part: number) => Math.round(sorted[Math.ceil(sorted.length * part) - 1]!);
  return { turns: sorted.length, p50Ms: rank(0.5), p95Ms: rank(0.95) };
}
