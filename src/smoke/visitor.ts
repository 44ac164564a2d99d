import { setTimeout as pause } from 'node:timers/promises';
import { type CallRead, Phone } from '../demo/phone';
import { firstRing } from './first-ring';

/** Between two looks at what should be so in a moment, in milliseconds. */
const LOOK_EVERY = 250;

/** What was promised did not come about: a sentence for the log of a deployment. */
class Broken extends Error {}

/** One thing a visitor does, in words that follow "The visitor …". */
export type Step = [what: string, act: () => Promise<void>];

interface Habit {
  id: string;
  streak: { current: number };
}

/**
 * Somebody who tries out a service as a person would: signs in, makes a habit, is called, says that it is done, and sees
 * it counted. Knows the public address alone, and takes away with them whatever they made.
 */
export class Visitor {
  private phone: Phone;
  private habit: Habit;
  private call: CallRead;
  private events: ReadableStream<string>;
  private readonly leaving = new AbortController();

  /** Without a token the visitor is somebody new, by `/auth/dev`. */
  constructor(
    private readonly origin: string,
    private readonly token: string | undefined,
  ) {}

  readonly steps: Step[] = [
    ['finds the service ready', () => this.findReady()],
    ['signs in', () => this.signIn()],
    ['listens to events', () => this.listen()],
    ['makes a habit', () => this.makeHabit()],
    ['asks for a call', () => this.askForCall()],
    ['hears it ring', () => firstRing(this.events, this.call.id)],
    ['picks up and says "Yes, just finished"', () => this.talk()],
    ['was understood', () => this.checkCall()],
    ['sees it checked in', () => this.checkOccurrence()],
    ['has a streak of one', () => this.checkStreak()],
  ];

  /** Leaves nothing behind: a new account goes altogether, of somebody who lives there only the habit that was made. */
  async leave(): Promise<void> {
    this.leaving.abort();
    if (this.token === undefined) await this.phone?.delete('/me');
    else if (this.habit) await this.phone.delete(`/habits/${this.habit.id}`);
  }

  private async findReady(): Promise<void> {
    const { status } = await fetch(`${this.origin}/health/ready`);
    if (status !== 200) throw new Broken(`/health/ready says ${status}.`);
  }

  private async signIn(): Promise<void> {
    const email = `smoke-${crypto.randomUUID()}@example.com`;
    this.phone = this.token
      ? await Phone.withToken(this.origin, this.token)
      : await Phone.signIn(this.origin, { email, name: 'Smoke', timeZone: 'UTC' });
  }

  private async listen(): Promise<void> {
    this.events = await this.phone.events(this.leaving.signal);
  }

  /** Due at the end of the person's day, so that it counts for today and does not ring by itself meanwhile. */
  private async makeHabit(): Promise<void> {
    const { day } = await this.phone.get<{ day: string }>('/today');
    const schedule = { startDate: day, times: ['23:59'], recurrence: 'FREQ=DAILY' };
    this.habit = await this.phone.post<Habit>('/habits', { title: 'Smoke test', schedule });
  }

  private async askForCall(): Promise<void> {
    this.call = await this.phone.post<CallRead>(`/habits/${this.habit.id}/calls`, undefined);
  }

  private async talk(): Promise<void> {
    const yes = { type: 'prompt', voicePrompt: 'Yes, just finished', last: true } as const;
    if (!(await this.phone.answer(this.call.id, [yes]))) throw new Broken('Somebody else picked up.');
  }

  private async checkCall(): Promise<void> {
    const read = () => this.phone.get<CallRead>(`/calls/${this.call.id}`);
    while ((await read()).status !== 'ended') await pause(LOOK_EVERY);
    const { ending, results } = await read();
    const [result] = results;
    if (ending !== 'answered' || result?.meaning !== 'done') {
      throw new Broken(`The call ended as ${ending}, understood as ${result?.meaning ?? 'nothing'}.`);
    }
  }

  private async checkOccurrence(): Promise<void> {
    const [id] = this.call.occurrenceIds;
    const occurrence = await this.phone.get<{ status: string; checkIn: { via: string } | null }>(`/occurrences/${id}`);
    if (occurrence.status !== 'completed' || occurrence.checkIn?.via !== 'call') {
      throw new Broken(`The occurrence is ${occurrence.status}, by ${occurrence.checkIn?.via ?? 'nobody'}.`);
    }
  }

  private async checkStreak(): Promise<void> {
    const { streak } = await this.phone.get<Habit>(`/habits/${this.habit.id}`);
    if (streak.current !== 1) throw new Broken(`The streak is ${streak.current}.`);
  }
}
