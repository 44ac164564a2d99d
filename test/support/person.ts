import { CallivateClient, CallivateProblem, type Schemas, type Tokens } from '../../clients/typescript/src';
import { documentedFetch } from './documented';
import type { HttpClient } from './http-client';
import { Phone } from './phone';
import type { World } from './world';

type NewHabit = Partial<Omit<Schemas['CreateHabitRequest'], 'title' | 'schedule'>> & {
  at?: string | string[];
  every?: string | null;
  zone?: string;
  from?: string;
};
type Habit = Schemas['HabitResponse'];
type Occurrence = Schemas['OccurrenceResponse'];

const RULES: Record<string, string> = { day: 'FREQ=DAILY' };

/** Whatever somebody waits for comes at once, so that no test sleeps. */
const surroundings = { fetch: documentedFetch, wait: () => new Promise<void>((resolve) => setImmediate(resolve)) };

/** Somebody who uses the service as an app does, through the typed client. */
export class Person {
  readonly phone = new Phone(this);

  private constructor(
    readonly world: World,
    readonly app: CallivateClient,
    /** The tokens they hold now: the app renews them. */
    private readonly purse: Purse,
    readonly id: string,
    /** Asks by hand, with the token of this sign-in: for what no app would send. */
    readonly api: HttpClient,
  ) {}

  static async signIn(world: World, name: string, timeZone?: string): Promise<Person> {
    const purse = new Purse();
    const app = new CallivateClient({ origin: world.http.origin, surroundings, onTokens: purse.keep });
    const { id } = await app.signIn({ email: emailOf(name), name, timeZone });
    return new Person(world, app, purse, id, world.http.as(purse.tokens.accessToken));
  }

  get refreshToken(): string {
    return this.purse.tokens.refreshToken;
  }

  /** A habit due each day from today on, unless it is said otherwise. */
  async habit(title: string, { at = '20:00', every = 'day', zone, from, ...fields }: NewHabit = {}): Promise<Habit> {
    const startDate = from ?? this.world.clock.now().toISOString().slice(0, 10);
    const recurrence = every === null ? null : (RULES[every] ?? every);
    const schedule = { startDate, times: [at].flat(), recurrence, timeZone: zone ?? null };
    return this.asks(({ POST }) => POST('/api/v1/habits', { body: { title, schedule, ...fields } }));
  }

  async today(): Promise<Schemas['TodayResponse']> {
    return this.asks(({ GET }) => GET('/api/v1/today'));
  }

  async occurrences(from: string, to: string): Promise<Occurrence[]> {
    const query = { from, to };
    return (await this.asks(({ GET }) => GET('/api/v1/occurrences', { params: { query } }))).items;
  }

  /** All that was ever asked of them, a day at a time, as `20:00 completed`. */
  async dayOf(day: string): Promise<string[]> {
    return (await this.occurrences(day, day)).map(({ localTime, status }) => `${localTime} ${status}`);
  }

  async streakOf({ id }: { id: string }): Promise<number> {
    const habit = await this.asks(({ GET }) => GET('/api/v1/habits/{id}', { params: { path: { id } } }));
    return habit.streak.current;
  }

  async calendar(month: string): Promise<Schemas['CalendarResponse']> {
    return this.asks(({ GET }) => GET('/api/v1/calendar/{month}', { params: { path: { month } } }));
  }

  /** The oldest first. */
  async calls(): Promise<Schemas['CallResponse'][]> {
    const query = { limit: 100 };
    return (await this.asks(({ GET }) => GET('/api/v1/calls', { params: { query } }))).items.reverse();
  }

  /** The oldest first. */
  async messages(): Promise<Schemas['MessageResponse'][]> {
    const query = { limit: 100 };
    return (await this.asks(({ GET }) => GET('/api/v1/notifications', { params: { query } }))).items.reverse();
  }

  async timeline(id: string): Promise<string[]> {
    const path = { id };
    const { items } = await this.asks(({ GET }) => GET('/api/v1/occurrences/{id}/timeline', { params: { path } }));
    return items.map(({ kind }) => kind);
  }

  async checkIn(id: string, status: Schemas['CheckInRequest']['status'] = 'completed'): Promise<Occurrence> {
    const told = { params: { path: { id } }, body: { status } };
    return this.asks(({ PUT }) => PUT('/api/v1/occurrences/{id}/check-in', told));
  }

  /** Asks by hand with a token that is valid now, whatever the clock did. */
  async fresh(): Promise<HttpClient> {
    await this.asks(({ GET }) => GET('/api/v1/me'));
    return this.world.http.as(this.purse.tokens.accessToken);
  }

  /** Asks through the app. Who finds their session over signs in again. @throws CallivateProblem when refused. */
  async asks<Data>(ask: (api: CallivateClient['api']) => Promise<{ data?: Data }>): Promise<Data> {
    const { data } = await ask(this.app.api).catch(async (error: unknown) => {
      if (!(error instanceof CallivateProblem) || error.status !== 401) throw error;
      await this.app.signIn({ email: emailOf(await this.name()) });
      return ask(this.app.api);
    });
    if (data === undefined) throw new Error('There was nothing in the answer.');
    return data;
  }

  private async name(): Promise<string> {
    const [row] = await this.world.rows<{ name: string }>('SELECT name FROM users WHERE id = $1', [this.id]);
    return row!.name;
  }
}

/** Where an app keeps its tokens. */
class Purse {
  private kept: Tokens | null = null;

  readonly keep = (tokens: Tokens | null): void => {
    this.kept = tokens;
  };

  get tokens(): Tokens {
    if (!this.kept) throw new Error('Nobody is signed in.');
    return this.kept;
  }
}

function emailOf(name: string): string {
  return `${name.toLowerCase()}@example.com`;
}
