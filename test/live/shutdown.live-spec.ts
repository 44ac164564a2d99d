import { Agent, get } from 'node:http';
import type { Line } from '../support/phone';
import { type App, NPM_START } from './support/app';
import { type Machine, onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, staysSo, timeOf, until } from './support/until';

/** From the signal until nothing is left, in ms. */
const ENDS_WITHIN = 5000;

/** What "at once" may take, in ms. */
const AT_ONCE = 2000;

describe('The end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('comes within 5 s of %s, whoever is still connected', (signal) =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const events = await connectEverybody(app);
      await endsAllInTime(machine, () => app.signal(signal), app);
      await until('the end of the stream', () => events.hasEnded);
      expect(events.seen.at(-1)?.topic).toBe('reconnect');
    }),
  );

  it('comes within 5 s of SIGTERM to npm start', () =>
    onAMachine(async (machine) => {
      const npm = machine.start({}, { command: NPM_START });
      await connectEverybody(npm);
      await endsAllInTime(machine, () => npm.signal('SIGTERM'), npm);
    }));

  it('comes within 5 s of Ctrl-C on npm start, which reaches npm and the app alike', () =>
    onAMachine(async (machine) => {
      const npm = machine.start({}, { command: NPM_START });
      await connectEverybody(npm);
      await endsAllInTime(machine, () => npm.pressCtrlC(), npm);
      expect(npm.output).toContain('PostgreSQL has been stopped.');
    }));

  it('comes within 5 s of Ctrl-C pressed before the app is up', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      await until('PostgreSQL', () => app.output.includes('PostgreSQL has been started'));
      await endsAllInTime(machine, () => app.pressCtrlC(), app);
    }));

  it('stops PostgreSQL with the last process alone', () =>
    onAMachine(async (machine) => {
      const [first, last] = [machine.start(), machine.start()];
      await Promise.all([first.printedAddress(), last.printedAddress()]);
      first.signal('SIGTERM');
      expect(await first.ended()).toEqual({ code: 0, signal: null });
      expect(await last.readiness()).toBe(200);
      await endsAllInTime(machine, () => last.signal('SIGTERM'), last);
    }));

  it('waits for a talk under way, and comes when that is over', () =>
    onAMachine(async (machine) => {
      const [app, other] = [machine.start(), machine.start()];
      const { person, line } = await talkOn(app);
      app.signal('SIGTERM');
      expect(await staysSo(1500, () => !app.hasEnded && !line.closed)).toBe(true);
      const took = await timeOf(async () => {
        await line.say('yes');
        expect(await app.ended()).toEqual({ code: 0, signal: null });
      });
      expect(took).toBeLessThan(ENDS_WITHIN);
      const [call] = await (await person.at(other)).calls();
      expect(call).toMatchObject({ status: 'ended', ending: 'answered', results: [{ meaning: 'done' }] });
    }));

  it('does not wait for a browser that fell asleep over the goodbye', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const { line } = await talkOn(app);
      void line.say('yes');
      line.socket.pause();
      await endsAllInTime(machine, () => app.signal('SIGTERM'), app);
      line.socket.terminate();
    }));

  it('comes at once with the second signal, even in the middle of a talk', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      await talkOn(app);
      app.signal('SIGINT');
      expect(await staysSo(1500, () => !app.hasEnded)).toBe(true);
      expect(await timeOf(() => endOf(machine, () => app.signal('SIGINT')))).toBeLessThan(AT_ONCE);
      expect(await app.ended()).toEqual({ code: 1, signal: null });
    }));
});

describe('What nobody caught', () => {
  it.each(['Promise.reject(new Error("lost"))', 'throw new Error("lost")'])(
    '%s: is logged, and the process leaves in good order',
    (fault) =>
      onAMachine(async (machine) => {
        const app = machine.start({}, { command: [process.execPath, '-e', withFault(fault)] });
        const events = await connectEverybody(app);
        app.signal('SIGUSR2');
        expect(await app.ended()).toEqual({ code: 1, signal: null });
        expect(app.output).toContain('Nobody caught this');
        expect(app.output).toContain('PostgreSQL has been stopped.');
        expect(events.hasEnded).toBe(true);
      }),
  );
});

/** The app as it is, with a fault that comes to light at a signal. */
function withFault(fault: string): string {
  return `process.once('SIGUSR2', () => { ${fault} }); require('./dist/src/main.js');`;
}

/** A person who listens to events, and a browser that keeps its connections for later. */
async function connectEverybody(app: App) {
  const ada = await Person.signIn(app, 'Ada');
  const agent = new Agent({ keepAlive: true });
  const address = await app.printedAddress('Health');
  await Promise.all(
    [1, 2, 3].map(() => new Promise((done) => get(address, { agent }, (page) => page.resume().on('end', done)))),
  );
  return ada.listen();
}

async function talkOn(app: App): Promise<{ person: Person; line: Line }> {
  const person = await Person.signIn(app, 'Ada');
  const habit = await person.habit('Read', nextMinute(600_000));
  const { id } = await person.askForCall(habit);
  return { person, line: await person.pickUp(id) };
}

async function endsAllInTime(machine: Machine, signal: () => void, app: App): Promise<void> {
  expect(await timeOf(() => endOf(machine, signal))).toBeLessThan(ENDS_WITHIN);
  expect(await app.ended()).toEqual({ code: 0, signal: null });
}

/** Until no process of this machine is left. */
async function endOf(machine: Machine, signal: () => void): Promise<void> {
  signal();
  await until('the end of everything', () => machine.processes().length === 0, 20_000);
}
