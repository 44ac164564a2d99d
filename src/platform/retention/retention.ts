import { Injectable } from '@nestjs/common';
import { Clock, MINUTE, plus } from '../../kernel/clock';
import { Jobs } from '../jobs';
import { type Queue, Queues, queue } from '../queues';

/** Deletes at most `limit` rows older than the moment. Returns how many it deleted. */
type Forget = (before: Date, limit: number) => Promise<number>;

interface Rule {
  /** In milliseconds. */
  keptFor: number;
  forget: Forget;
}

const FORGOTTEN_AT_ONCE = 10_000;

export const RETENTION: Queue<{ what: string }> = queue('retention', { within: 10 * MINUTE });

/**
 * What only grows is forgotten after its time. Each hour one replica hands every rule to the queue, where a failure holds up
 * no other rule and is tried again.
 */
@Injectable()
export class Retention {
  private readonly rules = new Map<string, Rule>();

  constructor(
    jobs: Jobs,
    private readonly queues: Queues,
    private readonly clock: Clock,
  ) {
    jobs.bind('retention.forget', () => this.begin());
    queues.bind(RETENTION, ({ what }) => this.forgetOld(what));
  }

  /** Says for how long rows of a kind are kept, in milliseconds, and how to forget a bounded number of them. */
  keep(what: string, keptFor: number, forget: Forget): void {
    this.rules.set(what, { keptFor, forget });
  }

  private async begin(): Promise<void> {
    for (const what of this.rules.keys()) await this.queues.send(RETENTION, { what }, what);
  }

  /** A rule that is gone since its job was sent asks for nothing. */
  private async forgetOld(what: string): Promise<void> {
    const rule = this.rules.get(what);
    if (!rule) return;
    const before = plus(this.clock.now(), -rule.keptFor);
    while ((await rule.forget(before, FORGOTTEN_AT_ONCE)) === FORGOTTEN_AT_ONCE);
  }
}
