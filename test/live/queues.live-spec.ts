import { onAMachine } from './support/machine';
import { timeOf, until } from './support/until';

const OPS_TOKEN = 'operators of this proof and nobody else';

/** The dead worker's jobs are found after its sign of life has been missed, and the next look, in ms. */
const TAKEN_OVER_WITHIN = 25_000;

interface QueueLine {
  queue: string;
  waiting: number;
  active: number;
}

/** The service with a queue of the test's own, told apart by what its work does. */
function worker(does: string): [string, ...string[]] {
  const script = `
    const { createApplication } = require('./dist/src/application');
    const { Queues, queue } = require('./dist/src/platform/queues');
    const parcels = queue('parcels', { retries: 1 });
    createApplication().then(async (app) => {
      const queues = app.get(Queues);
      queues.bind(parcels, async ({ to }) => { console.log('Parcel for ' + to); ${does} });
      await app.listen(process.env.PORT, '127.0.0.1');
      process.on('SIGUSR2', () => queues.send(parcels, { to: 'Ada' }));
      console.log('Browser phone http://127.0.0.1:' + process.env.PORT + '/');
    });`;
  return [process.execPath, '-e', script];
}

describe('A queue', () => {
  it('tries again, and keeps what failed every time as a dead letter for operators to see', () =>
    onAMachine(async (machine) => {
      const app = machine.start({ OPS_TOKEN, PORT: '3861' }, { command: worker('throw new Error("no");') });
      const http = await app.http();
      const queues = async () => {
        const { body } = await http.raw('/status', { headers: { authorization: `Bearer ${OPS_TOKEN}` } });
        return (body as unknown as { queues: QueueLine[] }).queues;
      };
      app.signal('SIGUSR2');
      await until('two tries', () => app.output.split('Parcel for Ada').length === 3);
      await until('the dead letter', async () =>
        (await queues()).some(({ queue, waiting }) => queue === 'dead-letters' && waiting === 1),
      );
    }));

  it('gives the job of a worker that was killed to another one within seconds', () =>
    onAMachine(async (machine) => {
      const first = machine.start({ PORT: '3862' }, { command: worker('await new Promise(() => {});') });
      await first.printedAddress();
      first.signal('SIGUSR2');
      await until('the job', () => first.output.includes('Parcel for Ada'));
      const second = machine.start({ PORT: '3863' }, { command: worker('') });
      await second.printedAddress();
      first.signal('SIGKILL');
      const took = await timeOf(() => until('the same job', () => second.output.includes('Parcel for Ada')));
      expect(took).toBeLessThan(TAKEN_OVER_WITHIN);
    }));
});
