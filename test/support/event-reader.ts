import type { CallivateEvent } from '../../clients/typescript/src';
import { wrongBySchema } from './documented';
import { eventually } from './eventually';
import type { Person } from './person';

interface Told {
  id: string | null;
  topic: string;
  data: Record<string, unknown>;
}

/** The schema of what each event tells. */
const SCHEMAS: Record<CallivateEvent['topic'], string> = {
  'call.ringing': 'CallRinging',
  'call.updated': 'CallUpdated',
  'occurrence.updated': 'OccurrenceUpdated',
  'habit.updated': 'HabitUpdated',
  'streak.updated': 'StreakUpdated',
  'notification.created': 'NotificationCreated',
};

/** Reads a person's events as their app does. */
export class EventReader {
  readonly told: Told[] = [];
  private readonly leaving = new AbortController();
  private mistake: unknown;

  private constructor() {}

  /** Resolves when the stream is open. */
  static open(person: Person, lastEventId?: string): Promise<EventReader> {
    const reader = new EventReader();
    return new Promise((resolve, reject) => {
      reader.listen(person, () => resolve(reader), lastEventId).catch(reject);
    });
  }

  get topics(): string[] {
    return this.told.map(({ topic }) => topic);
  }

  /** The first event of the topic, as soon as it has come. @throws when anything came that is not documented. */
  async hears(topic: string, matches: (data: Told['data']) => boolean = () => true): Promise<Told> {
    const found = () => this.told.find((one) => one.topic === topic && matches(one.data));
    await eventually(async () => found() !== undefined || this.mistake !== undefined);
    if (this.mistake !== undefined) throw this.mistake;
    return found()!;
  }

  leave(): void {
    this.leaving.abort();
  }

  private async listen(person: Person, onOpen: () => void, lastEventId?: string): Promise<void> {
    await person.asks(({ GET }) => GET('/api/v1/me'));
    try {
      for await (const event of person.app.events({ signal: this.leaving.signal, lastEventId, onOpen }))
        this.take(event);
    } catch (error) {
      this.mistake = error;
      throw error;
    }
  }

  private take({ id, topic, data }: CallivateEvent): void {
    const wrong = SCHEMAS[topic] ? wrongBySchema(SCHEMAS[topic], data) : 'nobody has described it';
    if (wrong) throw new Error(`${topic} told ${JSON.stringify(data)}, but ${wrong}.`);
    this.told.push({ id, topic, data: { ...data } });
  }
}
