import { until } from './until';

/** One server-sent event, and when it reached us. */
export interface Event {
  topic: string;
  data: { callId?: string; habits?: { title: string }[] };
  at: Date;
}

/** An open stream of events, read by fetch as the page does. */
export class Events {
  readonly seen: Event[] = [];
  private isOpen = true;
  private readonly leaving = new AbortController();

  /** Resolves when the stream is open. */
  static async open(origin: string, accessToken: string): Promise<Events> {
    const events = new Events();
    const response = await fetch(`${origin}/api/v1/events`, {
      headers: { authorization: `Bearer ${accessToken}` },
      signal: events.leaving.signal,
    });
    if (response.status !== 200) throw new Error(`No events: ${response.status}`);
    void events.read(response.body!.pipeThrough(new TextDecoderStream()));
    return events;
  }

  get rings(): Event[] {
    return this.seen.filter(({ topic }) => topic === 'call.ringing');
  }

  /** The first ring; waits for it. */
  async ring(patience = 90_000): Promise<Event & { callId: string }> {
    const ring = await until('a ring', () => this.rings[0], patience);
    return { ...ring, callId: ring.data.callId! };
  }

  get hasEnded(): boolean {
    return !this.isOpen;
  }

  close(): void {
    this.leaving.abort();
  }

  private async read(text: ReadableStream<string>): Promise<void> {
    let unread = '';
    try {
      for await (const piece of text) {
        const blocks = (unread + piece).split('\n\n');
        unread = blocks.pop()!;
        for (const block of blocks) this.take(block);
      }
    } catch {
      // A server that was killed ends the stream in the middle; what matters is that it has ended.
    }
    this.isOpen = false;
  }

  private take(block: string): void {
    const [, topic] = /^event: (.*)$/m.exec(block) ?? [];
    const [, data] = /^data: (.*)$/m.exec(block) ?? [];
    if (topic && data) this.seen.push({ topic, data: JSON.parse(data), at: new Date() });
  }
}
