import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { type App, NPM_START } from './support/app';
import { closedCheckout } from './support/closed-checkout';
import { type Machine, onAMachine } from './support/machine';
import { Person } from './support/person';
import { timeOf, until } from './support/until';

/** A start that cannot succeed says so in this time, in ms. */
const REFUSES_WITHIN = 5000;

/** From the signal until nothing is left, in ms. */
const ENDS_WITHIN = 5000;

const USUAL_PORT = 3000;

/** Programs of others that listen on ports. */
class Strangers {
  private readonly servers: Server[] = [];

  /** Listens on the port. If somebody else does already, it is taken as well. */
  async take(port: number): Promise<void> {
    const server = createServer().listen(port, '127.0.0.1');
    this.servers.push(server);
    await once(server, 'listening').catch(() => undefined);
  }

  leave(): void {
    for (const server of this.servers.splice(0)) server.close();
  }
}

/** All there are, so that none has to be made and kept. */
const SECRETS = {
  JWT_KEYS: `given:${'0'.repeat(32)}`,
  ENCRYPTION_KEYS: `given:${'1'.repeat(32)}`,
  BLIND_INDEX_KEY: '2'.repeat(32),
  OPS_TOKEN: '3'.repeat(32),
};

describe('The start', () => {
  const strangers = new Strangers();

  afterEach(() => strangers.leave());

  it('prints where the page, the documentation and the health are', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const http = await app.http();
      for (const place of ['Browser phone', 'Swagger UI', 'Health']) {
        const { pathname } = new URL(await app.printedAddress(place));
        expect((await http.raw(pathname, {})).status).toBe(200);
      }
      expect((await http.raw('/', {})).headers.get('content-type')).toContain('text/html');
    }));

  it('works in a checkout that is closed to everybody else, for root as well', () =>
    onAMachine(async (machine) => {
      const app = machine.start({ DATA_DIR: '' }, { command: NPM_START, folder: closedCheckout(machine.dataDir) });
      await Person.signIn(app, 'Ada');
      expect((await (await app.http()).raw('/', {})).status).toBe(200);
      const isRoot = process.getuid?.() === 0;
      if (isRoot)
        await until('the folder outside', () => app.output.includes('PostgreSQL may not enter this checkout'));
      app.signal('SIGTERM');
      await until('the end of everything', () => machine.processes().length === 0, ENDS_WITHIN);
    }));

  it('takes the next free port when the usual one is taken, and prints it', () =>
    onAMachine(async (machine) => {
      await strangers.take(USUAL_PORT);
      const app = machine.start();
      const { port } = new URL(await app.printedAddress());
      expect(Number(port)).toBeGreaterThan(USUAL_PORT);
      expect(await app.readiness()).toBe(200);
    }));

  it('refuses a port that was asked for and is taken, in a sentence; PostgreSQL runs on for others alone', () =>
    onAMachine(async (machine) => {
      const first = machine.start();
      const { port } = new URL(await first.printedAddress());
      expect(await refusal(machine.start({ PORT: port }))).toContain(`Port ${port} on 127.0.0.1 is taken.`);
      expect(await first.readiness()).toBe(200);

      first.signal('SIGTERM');
      await first.ended();
      await strangers.take(Number(port));
      expect(await refusal(machine.start({ PORT: port }))).toContain(`Port ${port} on 127.0.0.1 is taken.`);
      expect(machine.processes()).toEqual([]);
    }));

  it('names all variables that are not valid at once, and no value', () =>
    onAMachine(async (machine) => {
      const app = machine.start({
        PORT: 'eighty-eighty',
        LOG_LEVEL: 'deafening',
        JWT_KEYS: 'hush:too-short',
        DATABASE_URL: 'mysql://root:hunter2@db/x',
        AUTH_DEV_ENABLED: 'perhaps',
      });
      const sentences = await refusal(app);
      for (const name of ['PORT', 'LOG_LEVEL', 'JWT_KEYS', 'DATABASE_URL', 'AUTH_DEV_ENABLED']) {
        expect(sentences).toContain(`- ${name} must be`);
      }
      expect(sentences).not.toMatch(/eighty-eighty|deafening|too-short|hunter2|perhaps/);
    }));

  it('refuses production without its secrets, and names each', () =>
    onAMachine(async (machine) => {
      const sentences = await refusal(machine.start({ NODE_ENV: 'production' }));
      expect(sentences).toContain('- DATABASE_URL is required in production');
      expect(sentences).toContain('- JWT_KEYS is required in production');
      expect(sentences).toContain('- AUTH_DEV_ENABLED must be false in production');
    }));

  it.each([
    ['its secrets', {}, 'Secrets cannot be kept in'],
    ['its database', SECRETS, 'PostgreSQL cannot use'],
  ])('says in a sentence that it cannot write %s to its folder', (_, environment, sentence) =>
    onAMachine(async (machine) => {
      const folder = notAFolder(machine);
      expect(await refusal(machine.start({ ...environment, DATA_DIR: folder }))).toContain(`${sentence} ${folder}`);
    }),
  );
});

/** A place where not even root can write. */
function notAFolder(machine: Machine): string {
  const file = join(machine.dataDir, 'a-file');
  writeFileSync(file, '');
  return join(file, 'data');
}

/** What an app prints that ends by itself with 1: sentences for a person, not a trace. */
async function refusal(app: App): Promise<string> {
  expect(await timeOf(() => app.ended())).toBeLessThan(REFUSES_WITHIN);
  expect(await app.ended()).toEqual({ code: 1, signal: null });
  expect(app.output).not.toMatch(/^ +at /m);
  return app.output;
}
