import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Metrics } from '../metrics';
import { Status } from '../status';
import { type BreakerState, type Observer, Policy, type PolicyOptions } from './policy';

const STATE_VALUES: Record<BreakerState, number> = { closed: 0, 'half-open': 1, open: 2 };

/**
 * Who asks something outside this process (a push service, a telephone line, a language model) makes a policy for it here,
 * once, in a constructor, and asks through it alone.
 */
@Injectable()
export class Resilience {
  private readonly policies = new Map<string, Policy>();
  private readonly states;
  private readonly calls;
  private readonly seconds;

  constructor(metrics: Metrics, status: Status) {
    this.states = metrics.gauge({
      name: 'callivate_breaker_state',
      help: 'Whether a part outside is asked: 0 yes, 1 one attempt is on its way, 2 it is left in peace.',
      labelNames: ['part'],
    });
    this.calls = metrics.counter({
      name: 'callivate_outside_calls_total',
      help: 'How asking a part outside ended: done, refused, failed, late; or it was not asked: open, full.',
      labelNames: ['part', 'outcome'],
    });
    this.seconds = metrics.histogram({
      name: 'callivate_outside_call_seconds',
      help: 'How long asking a part outside took, with its retries.',
      labelNames: ['part'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30],
    });
    status.section('breakers', () => Object.fromEntries([...this.policies].map(([part, { state }]) => [part, state])));
  }

  /** @throws Error when the part has a policy already: two would each know half of its trouble. */
  policy(part: string, options: PolicyOptions): Policy {
    if (this.policies.has(part)) throw new Error(`There are two policies for "${part}".`);
    const policy = new Policy(part, options, this.observerOf(part));
    this.policies.set(part, policy);
    this.states.set({ part }, STATE_VALUES.closed);
    return policy;
  }

  private observerOf(part: string): Observer {
    return {
      changed: (state) => this.states.set({ part }, STATE_VALUES[state]),
      finished: (outcome, milliseconds) => {
        this.calls.inc({ part, outcome });
        this.seconds.observe({ part }, milliseconds / SECOND);
      },
    };
  }
}
