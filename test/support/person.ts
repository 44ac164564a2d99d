import type { CallResponse } from '../../src/modules/calls/calls.dto';
import type { CreateHabitRequest, HabitResponse } from '../../src/modules/habits/habits.dto';
import type { CalendarResponse, OccurrenceResponse, TodayResponse } from '../../src/modules/habits/occurrences.dto';
import type { MessageResponse } from '../../src/modules/notifications/messages.dto';
import type { HttpClient } from './http-client';
import { Phone } from './phone';
import type { World } from './world';

type Items<Item> = { items: Item[] };
type NewHabit = Partial<Omit<CreateHabitRequest, 'schedule'>> & {
  at?: string | string[];
  every?: string | null;
  zone?: string;
  from?: string;
};

const RULES: Record<string, string> = { day: 'FREQ=DAILY' };

/** Somebody who uses the service through its API, as an app would. */
export class Person {
  readonly phone: Phone;

  private constructor(
    readonly world: World,
    readonly api: HttpClient,
    readonly id: string,
    readonly refreshToken: string,
  ) {
    this.phone = new Phone(this);
  }

  static async signIn(world: World, name: string, timeZone?: string): Promise<Person> {
    const email = `${name.toLowerCase()}@example.com`;
    const { status, body } = await world.http.post<{ accessToken: string; refreshToken: string; user: { id: string } }>(
      '/auth/dev',
      { email, name, timeZone },
    );
    if (status !== 200) throw new Error(`${name} could not sign in: ${JSON.stringify(body)}`);
    return new Person(world, world.http.as(body.accessToken), body.user.id, body.refreshToken);
  }

  /** The same person on a new token: the old one ends after 15 minutes of the held clock. */
  again(): Promise<Person> {
    return this.profile().then(({ name, timeZone }) => Person.signIn(this.world, name!, timeZone ?? undefined));
  }

  /** A habit due each day from today on, unless it is said otherwise. */
  async habit(
    title: string,
    { at = '20:00', every = 'day', zone, from, ...fields }: NewHabit = {},
  ): Promise<HabitResponse> {
    const startDate = from ?? this.world.clock.now().toISOString().slice(0, 10);
    const recurrence = every === null ? null : (RULES[every] ?? every);
    const schedule = { startDate, times: [at].flat(), recurrence, timeZone: zone ?? null };
    const api = await this.fresh();
    const { status, body } = await api.post<HabitResponse>('/habits', { title, schedule, ...fields });
    if (status !== 201) throw new Error(`No habit: ${JSON.stringify(body)}`);
    return body;
  }

  async today(): Promise<TodayResponse> {
    return this.read<TodayResponse>('/today');
  }

  async occurrences(from: string, to: string): Promise<OccurrenceResponse[]> {
    return (await this.read<Items<OccurrenceResponse>>(`/occurrences?from=${from}&to=${to}`)).items;
  }

  /** All that was ever asked of them, a day at a time, as `20:00 completed`. */
  async dayOf(day: string): Promise<string[]> {
    return (await this.occurrences(day, day)).map(({ localTime, status }) => `${localTime} ${status}`);
  }

  async streakOf(habit: { id: string }): Promise<number> {
    return (await this.read<HabitResponse>(`/habits/${habit.id}`)).streak.current;
  }

  async calendar(month: string): Promise<CalendarResponse> {
    return this.read<CalendarResponse>(`/calendar/${month}`);
  }

  /** The oldest first. */
  async calls(): Promise<CallResponse[]> {
    return (await this.read<Items<CallResponse>>('/calls?limit=100')).items.reverse();
  }

  /** The oldest first. */
  async messages(): Promise<MessageResponse[]> {
    return (await this.read<Items<MessageResponse>>('/notifications?limit=100')).items.reverse();
  }

  async timeline(occurrenceId: string): Promise<string[]> {
    const { items } = await this.read<Items<{ kind: string }>>(`/occurrences/${occurrenceId}/timeline`);
    return items.map(({ kind }) => kind);
  }

  async checkIn(
    occurrenceId: string,
    status: 'completed' | 'skipped' | 'missed' = 'completed',
  ): Promise<OccurrenceResponse> {
    const api = await this.fresh();
    return (await api.put<OccurrenceResponse>(`/occurrences/${occurrenceId}/check-in`, { status })).body;
  }

  /** A client whose token is valid now, whatever the clock did. */
  async fresh(): Promise<HttpClient> {
    const probe = await this.api.get('/me');
    return probe.status === 401 ? (await this.world.person(await this.name(), undefined)).api : this.api;
  }

  private async read<Body>(path: string): Promise<Body> {
    const { status, body } = await (await this.fresh()).get<Body>(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  private async profile(): Promise<{ name: string | null; timeZone: string | null }> {
    return this.read('/me');
  }

  private async name(): Promise<string> {
    const [row] = await this.world.rows<{ name: string }>('SELECT name FROM users WHERE id = $1', [this.id]);
    return row!.name;
  }
}
