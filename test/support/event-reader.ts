import { eventually } from './eventually';
import type { Person } from './person';

interface Told {
  id: string | null;
  topic: string;
  data: Record<string, unknown>;
}

/** Reads a person's events as the page does: by fetch, with the token in the header. */
export class EventReader {
  readonly told: Told[] = [];
  private rest = '';

  private constructor(
    readonly response: Response,
    private readonly leaving: AbortController,
  ) {}

  static async open(person: Person, lastEventId?: string): Promise<EventReader> {
    const api = await person.fresh();
    const leaving = new AbortController();
    const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId };
    const response = await fetch(`${api.origin}/api/v1/events`, {
      headers: { ...api.credentials, ...headers },
      signal: leaving.signal,
    });
    const reader = new EventReader(response, leaving);
    void reader.listen();
    return reader;
  }

  get topics(): string[] {
    return this.told.map(({ topic }) => topic);
  }

  /** The first event of the topic, as soon as it has come. */
  async hears(topic: string, matches: (data: Told['data']) => boolean = () => true): Promise<Told> {
    const found = () => this.told.find((one) => one.topic === topic && matches(one.data));
    await eventually(async () => found() !== undefined);
    return found()!;
  }

  leave(): void {
    this.leaving.abort();
  }

  private async listen(): Promise<void> {
    try {
      for await (const chunk of this.response.body!.pipeThrough(new TextDecoderStream())) this.take(chunk);
    } catch (error) {
      if (!this.leaving.signal.aborted) throw error;
    }
  }

  private take(chunk: string): void {
    const blocks = (this.rest + chunk).split('\n\n');
    this.rest = blocks.pop()!;
    for (const block of blocks) if (!block.startsWith(':')) this.told.push(event(block));
  }
}

function event(block: string): Told {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  return { id: field('id') ?? null, topic: field('event')!, data: JSON.parse(field('data')!) };
}
