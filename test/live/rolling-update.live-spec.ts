import { setTimeout as pause } from 'node:timers/promises';
import type { App } from './support/app';
import { onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, reach, until } from './support/until';

/** Between two requests of the one who goes on asking, in ms: just within the limit of a person. */
const ASKS_EVERY = 120;

/** So long before the minute the old process is told to leave, in ms. */
const LEAVES_BEFORE = 1000;

describe('A rolling update', () => {
  it('loses no request and no ring, though the old process leaves in the very second', () =>
    onAMachine(async (machine) => {
      const old = machine.start();
      const ada = await Person.signIn(old, 'Ada');
      const minute = nextMinute(15_000);
      const reading = await ada.habit('Read', minute);
      const balancer = new Balancer(ada, old);
      const asking = balancer.keepAsking();

      const young = machine.start();
      await until('the new process', async () => (await young.readiness()) === 200);
      const events = await (await ada.at(young)).listen();
      await reach(new Date(minute.getTime() - LEAVES_BEFORE));
      await balancer.turnTo(young);
      old.signal('SIGTERM');

      const { callId } = await events.ring();
      const line = await (await ada.at(young)).pickUp(callId);
      await line.say('Yes, just finished');
      expect(await old.ended()).toEqual({ code: 0, signal: null });
      balancer.stop();
      await asking;
      expect(balancer.failures).toEqual([]);
      expect(balancer.answers).toBeGreaterThan(100);
      expect(events.rings).toHaveLength(1);
      const there = await ada.at(young);
      await until('the check-in', async () => (await there.streakOf(reading)) === 1);
    }));
});

/** Sends a person's requests where it was turned to, as a load balancer does, without a pause. */
class Balancer {
  answers = 0;
  readonly failures: string[] = [];
  private stopped = false;

  constructor(
    private person: Person,
    private app: App,
  ) {}

  async turnTo(app: App): Promise<void> {
    this.person = await this.person.at(app);
    this.app = app;
  }

  async keepAsking(): Promise<void> {
    while (!this.stopped) {
      await this.person.today().then(
        () => {
          this.answers += 1;
        },
        (error: Error) => this.failures.push(`${this.app.pid}: ${error.message}`),
      );
      await pause(ASKS_EVERY);
    }
  }

  stop(): void {
    this.stopped = true;
  }
}
