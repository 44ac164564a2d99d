import {
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleAll,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  retry,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel';
import { SECOND } from '../../kernel/clock';
import { Problem } from '../../kernel/problem';
import { RefusedByPart } from './refused-by-part';
import { partUnavailable } from './resilience.problems';

/** How a part outside is asked. Times are in milliseconds. */
export interface PolicyOptions {
  /** Of one attempt. Then its signal aborts, and nobody waits any longer. */
  timeLimit: number;
  /** Of all attempts together, their pauses included; unlimited unless it is set here, or by who asks. */
  inAll?: number;
  /** Whether asking twice does no harm. What is not repeatable is asked once, whatever happens. */
  repeatable: boolean;
  /** After the first attempt, when repeatable; each after a longer pause, a random part of it. */
  retries?: number;
  /** Asked at the same time at most; whoever comes then may wait if there is room, or is turned away. */
  concurrent: number;
  waiting?: number;
  /** So many failures in a row, and the part is left in peace for a while; then one attempt shows whether it is back. */
  failures?: number;
  leftInPeaceFor?: number;
}

/** `refused`: it said no. `failed` and `late`: it is not well. `open` and `full`: it was not even asked. */
export type Outcome = 'done' | 'refused' | 'failed' | 'late' | 'open' | 'full';

export type BreakerState = 'closed' | 'half-open' | 'open';

/** Told of everything that happens, to be measured. */
export interface Observer {
  finished(outcome: Outcome, milliseconds: number): void;
  changed(state: BreakerState): void;
}

type Answer<T> = { value: T } | { refusal: RefusedByPart };

const PAUSE = { generator: fullJitterGenerator, initialDelay: 100, maxDelay: 2 * SECOND };

const DEFAULTS = { inAll: Number.POSITIVE_INFINITY, retries: 2, waiting: 0, failures: 5, leftInPeaceFor: 10 * SECOND };

/** A way to ask one part outside, so that its trouble does not become ours. Made once, by `Resilience`, and shared by all who ask it. */
export class Policy {
  private readonly options: Required<PolicyOptions>;
  private changedAt = 0;
  private readonly crowd;
  private readonly breaker;

  constructor(
    private readonly part: string,
    options: PolicyOptions,
    private readonly observer: Observer,
  ) {
    this.options = { ...DEFAULTS, ...options };
    const { concurrent, waiting, failures, leftInPeaceFor } = this.options;
    this.crowd = bulkhead(concurrent, waiting);
    this.breaker = circuitBreaker(handleAll, {
      breaker: new ConsecutiveBreaker(failures),
      halfOpenAfter: leftInPeaceFor,
    });
    this.breaker.onStateChange(() => {
      this.changedAt = performance.now();
      observer.changed(this.state);
    });
  }

  /** Whoever asked now would not even be asked for. Once its peace is over, somebody has to ask to find out how the part is. */
  get isLeftInPeace(): boolean {
    return this.state === 'open' && performance.now() < this.changedAt + this.options.leftInPeaceFor;
  }

  get state(): BreakerState {
    return STATES[this.breaker.state];
  }

  /**
   * Asks. The work must heed the signal: it aborts when the time is over. `inAll`, in milliseconds, is what the asker can wait.
   * @throws RefusedByPart as the work threw it
   * @throws Problem (`part-unavailable`) when the part failed, was late, is left in peace, or is asked too much already
   */
  async run<T>(work: (signal: AbortSignal) => Promise<T>, inAll = this.options.inAll): Promise<T> {
    const startedAt = performance.now();
    const note = (outcome: Outcome) => this.observer.finished(outcome, performance.now() - startedAt);
    const attempts: unknown[] = [];
    const answer = await this.ask(work, attempts, startedAt + inAll).catch((error: unknown) => {
      const cause = attempts.at(-1) ?? error;
      const outcome = outcomeOf(isTaskCancelledError(error) ? error : cause);
      note(outcome);
      throw partUnavailable(this.part, this.retryAfterSeconds(outcome), cause);
    });
    if ('refusal' in answer) {
      note('refused');
      throw answer.refusal;
    }
    note('done');
    return answer.value;
  }

  /** To the guards a refusal is an answer like any other: the part is well. What went wrong is noted, attempt by attempt. */
  private ask<T>(work: (signal: AbortSignal) => Promise<T>, failures: unknown[], deadline: number): Promise<Answer<T>> {
    const attempt = async (signal: AbortSignal): Promise<Answer<T>> => {
      try {
        return { value: await work(signal) };
      } catch (error) {
        if (error instanceof RefusedByPart) return { refusal: error };
        failures.push(error);
        throw error;
      }
    };
    return this.guardsUntil(deadline).execute(({ signal }) => {
      const limit = Math.max(1, Math.min(this.options.timeLimit, deadline - performance.now()));
      return timeout(limit, TimeoutStrategy.Aggressive).execute((inTime) => attempt(inTime.signal), signal);
    });
  }

  /** A further attempt is begun only where its longest pause leaves time for it. */
  private guardsUntil(deadline: number) {
    const { repeatable, retries } = this.options;
    const again = retry(
      handleWhen((error) => !isBrokenCircuitError(error) && performance.now() + PAUSE.initialDelay < deadline),
      { maxAttempts: repeatable ? retries : 0, backoff: new ExponentialBackoff(PAUSE) },
    );
    return wrap(this.crowd, again, this.breaker);
  }

  /** Who found it full is let in again as soon as somebody else is done. */
  private retryAfterSeconds(outcome: Outcome): number {
    return outcome === 'full' ? 1 : Math.ceil(this.options.leftInPeaceFor / SECOND);
  }
}

/** Whether what `run` threw means that the part was not even asked: it is left in peace, or too much is asked of it. */
export function wasNeverAsked(error: unknown): boolean {
  const cause = error instanceof Problem ? error.also.cause : error;
  return isBrokenCircuitError(cause) || isBulkheadRejectedError(cause);
}

const STATES: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

function outcomeOf(error: unknown): Outcome {
  if (isBulkheadRejectedError(error)) return 'full';
  if (isBrokenCircuitError(error)) return 'open';
  return isTaskCancelledError(error) ? 'late' : 'failed';
}
