import type { CallsMetrics } from '../calls.metrics';
import { type Latency, latencyOf } from '../domain/latency';
import type { Layer } from '../understanding/understander';

/** How long the person of one talk waits for words of ours, each time that they have spoken. */
export class Waits {
  private readonly taken: number[] = [];
  private since: number | null = null;

  constructor(private readonly metrics: CallsMetrics) {}

  /** The person has spoken at `since`, by the clock of `performance`; null for what is not speech, and not measured. */
  begin(since: number | null): void {
    this.since = since;
  }

  /** Words of ours are sent: the first of them end the wait. */
  end(layer: Layer): void {
    if (this.since === null) return;
    const took = performance.now() - this.since;
    this.since = null;
    this.taken.push(took);
    this.metrics.answered(took, layer);
  }

  get latency(): Latency | null {
    return latencyOf(this.taken);
  }
}
