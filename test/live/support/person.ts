import type { CallResponse } from '../../../src/modules/calls/calls.dto';
import type { HabitResponse } from '../../../src/modules/habits/habits.dto';
import type { TodayResponse } from '../../../src/modules/habits/occurrences.dto';
import type { HttpClient } from '../../support/http-client';
import { Line } from '../../support/phone';
import type { App } from './app';
import { Events } from './events';
import { until } from './until';

/** Somebody with a browser phone, at the app they are connected to. */
export class Person {
  private constructor(
    private readonly api: HttpClient,
    readonly accessToken: string,
  ) {}

  static async signIn(app: App, name: string): Promise<Person> {
    const http = await app.http();
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
    const { accessToken } = expectStatus(
      200,
      await http.post<{ accessToken: string }>('/auth/dev', { email, name, timeZone: 'UTC' }),
    );
    return new Person(http.as(accessToken), accessToken);
  }

  /** The same person, connected to another app. */
  async at(app: App): Promise<Person> {
    return new Person((await app.http()).as(this.accessToken), this.accessToken);
  }

  /** A daily habit, due at this minute for the first time. */
  async habit(title: string, minute: Date): Promise<HabitResponse> {
    const [startDate, time] = minute.toISOString().split('T') as [string, string];
    const schedule = { startDate, times: [time.slice(0, 5)], recurrence: 'FREQ=DAILY', timeZone: 'UTC' };
    return expectStatus(201, await this.api.post<HabitResponse>('/habits', { title, schedule }));
  }

  /** Proves a number by the code that `read` finds where it was sent to. */
  async verifies(number: string, read: () => string | undefined): Promise<void> {
    expectStatus(202, await this.api.put('/me/phone', { number }));
    const code = await until('a code', read);
    expectStatus(200, await this.api.post('/me/phone/verification', { code }));
  }

  /** Agrees to be called at their number, and lets their calls ring there. */
  async agreesToCalls(): Promise<void> {
    const { version } = expectStatus(200, await this.api.get<{ version: string }>('/consents/calls'));
    expectStatus(201, await this.api.post('/me/consents', { kind: 'calls', version }));
    const allDay = { start: '00:00', end: '24:00' };
    expectStatus(200, await this.api.patch('/me/settings', { ringOn: 'phone', callingWindow: allDay }));
  }

  /** "Call me now." */
  async askForCall(habit: { id: string }): Promise<CallResponse> {
    return expectStatus(202, await this.api.post<CallResponse>(`/habits/${habit.id}/calls`));
  }

  listen(): Promise<Events> {
    return Events.open(this.api.origin, this.accessToken);
  }

  /** Picks up, and listens to the greeting. */
  async pickUp(callId: string): Promise<Line> {
    const { relayUrl } = expectStatus(200, await this.api.post<{ relayUrl: string }>(`/calls/${callId}/answer`));
    return Line.open(callId, relayUrl);
  }

  /** The oldest first. */
  async calls(): Promise<CallResponse[]> {
    const { items } = expectStatus(200, await this.api.get<{ items: CallResponse[] }>('/calls?limit=100'));
    return items.reverse();
  }

  async call(id: string): Promise<CallResponse> {
    return expectStatus(200, await this.api.get<CallResponse>(`/calls/${id}`));
  }

  async streakOf(habit: { id: string }): Promise<number> {
    return expectStatus(200, await this.api.get<HabitResponse>(`/habits/${habit.id}`)).streak.current;
  }

  /** The titles of their habits. */
  async habits(): Promise<string[]> {
    const { items } = expectStatus(200, await this.api.get<{ items: HabitResponse[] }>('/habits'));
    return items.map(({ title }) => title);
  }

  /** How today's habits stand, by title. */
  async today(): Promise<Record<string, string>> {
    const { items } = expectStatus(200, await this.api.get<TodayResponse>('/today'));
    return Object.fromEntries(items.map(({ habit, occurrence }) => [habit.title, occurrence.status]));
  }
}

function expectStatus<Body>(wanted: number, { status, body }: { status: number; body: Body }): Body {
  if (status !== wanted) throw new Error(`${status} instead of ${wanted}: ${JSON.stringify(body)}`);
  return body;
}
