import { CallivateProblem } from './problem';
import type { components } from './schema';
import { serverSentEvents } from './sse';
import { isWorthAnother, type Transport } from './transport';

type Schemas = components['schemas'];

/** What each topic tells. */
interface Told {
  'call.ringing': Schemas['CallRinging'];
  'call.updated': Schemas['CallUpdated'];
  'occurrence.updated': Schemas['OccurrenceUpdated'];
  'habit.updated': Schemas['HabitUpdated'];
  'streak.updated': Schemas['StreakUpdated'];
  'notification.created': Schemas['NotificationCreated'];
}

/** Something that happened to the person's things. `id` is its place in the log; a ring that goes on has none. */
export type CallivateEvent = {
  [Topic in keyof Told]: { id: string | null; topic: Topic; data: Told[Topic] };
}[keyof Told];

export interface EventsOptions {
  /** Ends the reading. */
  signal?: AbortSignal;
  /** The last event that was read, maybe days ago: what was missed since is told first. */
  lastEventId?: string;
  /** Called each time the stream is open: from then on nothing is missed. */
  onOpen?: () => void;
}

/** The service's word that it is about to go, and will be there again by the time it names. */
const RECONNECT = 'reconnect';
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** One reading of the events: it outlives any number of streams. */
export class EventReading {
  private readonly signal: AbortSignal;
  private last: string | null;
  private retry = FIRST_WAIT_MS;
  private failures = 0;

  constructor(
    private readonly transport: Transport,
    private readonly address: string,
    private readonly options: EventsOptions,
  ) {
    this.signal = options.signal ?? new AbortController().signal;
    this.last = options.lastEventId ?? null;
  }

  /**
   * Tells events until the signal says stop, and comes back after the last that was read whenever the stream breaks.
   * @throws CallivateProblem when the service refuses for good, as at the end of the session.
   */
  async *events(): AsyncGenerator<CallivateEvent> {
    while (!this.signal.aborted) {
      try {
        yield* this.oneStream();
      } catch (error) {
        if (error instanceof CallivateProblem && !isWorthAnother(error.status)) throw error;
      }
      if (!this.signal.aborted) await this.transport.wait(Math.min(this.retry * 2 ** this.failures++, LONGEST_WAIT_MS));
    }
  }

  private async *oneStream(): AsyncGenerator<CallivateEvent> {
    const response = await this.transport.fetch(this.request());
    if (!response.ok || !response.body) throw await CallivateProblem.of(response);
    this.failures = 0;
    this.options.onOpen?.();
    for await (const { id, event, data, retry } of serverSentEvents(response.body)) {
      this.retry = retry ?? this.retry;
      if (data === '' || event === RECONNECT) continue;
      this.last = id ?? this.last;
      yield { id, topic: event, data: JSON.parse(data) } as CallivateEvent;
    }
  }

  private request(): Request {
    const headers = new Headers({ accept: 'text/event-stream' });
    if (this.last !== null) headers.set('last-event-id', this.last);
    return new Request(this.address, { headers, signal: this.signal });
  }
}
