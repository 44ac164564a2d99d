import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { CANARY_ID } from '../../src/modules/users/canary-id';
import { type Machine, onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute } from './support/until';

const REPOSITORY = resolve(__dirname, '../..');

interface Visit {
  code: number | null;
  printed: string;
}

describe('npm run smoke', () => {
  it('goes through a call from the sign-in to the streak, prints its steps, and leaves nothing behind', () =>
    onAMachine(async (machine) => {
      const { origin } = await machine.start().http();
      const { code, printed } = await visit('--url', origin);
      expect({ code, printed }).toMatchObject({ code: 0, printed: expect.stringContaining('has a streak of one') });
      expect(printed.match(/^ok +\d+ ms /gm)).toHaveLength(11);
      expect(await peopleIn(machine.databaseUrl)).toBe(0);
    }));

  it('is somebody who lives there by their token, takes only its own habit away, and tells nobody the token', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const { origin } = await app.http();
      const ada = await Person.signIn(app, 'Ada');
      await ada.habit('Read', nextMinute(600_000));
      const { code, printed } = await visit('--url', origin, '--token', ada.accessToken);
      expect({ code, printed }).toMatchObject({ code: 0 });
      expect(printed).not.toContain(ada.accessToken);
      expect(Object.keys(await ada.today())).toEqual(['Read']);
    }));

  it('fails against an address where nobody lives', async () => {
    const { code, printed } = await visit('--url', await deadAddress());
    expect(code).toBe(1);
    expect(printed).toMatch(/^FAIL .* finds the service ready: .*ECONNREFUSED/m);
  });

  it.each([
    ['POST /api/v1/auth/dev', 'signs in'],
    ['GET /api/v1/events', 'listens to events'],
    ['POST /api/v1/habits', 'makes a habit'],
    ['POST answer', 'picks up and says "Yes, just finished"'],
  ])('fails at the step that is broken: %s', (broken, step) =>
    onAMachine(async (machine) => {
      const front = await behindABrokenProxy(machine, broken);
      try {
        const { code, printed } = await visit('--url', front.origin, '--timeout', '20');
        expect({ code, printed }).toMatchObject({ code: 1, printed: expect.stringContaining(`  ${step}: `) });
        expect(printed).toMatch(/^FAIL /m);
      } finally {
        front.server.close();
      }
    }),
  );

  it('does not wait for ever', () =>
    onAMachine(async (machine) => {
      const front = await behindABrokenProxy(machine, 'POST /api/v1/habits', 'silent');
      const { code, printed } = await visit('--url', front.origin, '--timeout', '3');
      front.server.closeAllConnections();
      front.server.close();
      expect({ code, printed }).toMatchObject({ code: 1, printed: expect.stringContaining('Time is up.') });
    }));

  it('says how it is used', async () => {
    expect(await visit()).toMatchObject({ code: 1, printed: expect.stringContaining('--url') });
  });
});

function visit(...args: string[]): Promise<Visit> {
  const child = spawn(process.execPath, [join(REPOSITORY, 'dist/src/smoke/main.js'), ...args], { stdio: 'pipe' });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => printed.push(text));
  }
  return new Promise((done) => child.once('close', (code) => done({ code, printed: printed.join('') })));
}

/** But for the service's own. */
async function peopleIn(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query('SELECT count(*)::int AS people FROM users WHERE id <> $1', [CANARY_ID]);
  await client.end();
  return rows[0].people;
}

/** A port that was free a moment ago. */
async function deadAddress(): Promise<string> {
  const { server, origin } = await listening(() => undefined);
  await new Promise((closed) => server.close(closed));
  return origin;
}

/** The service, but for one thing that it answers with a 503, or not at all. */
async function behindABrokenProxy(machine: Machine, broken: string, how?: 'silent') {
  const { origin } = await machine.start().http();
  const [method, path = ''] = broken.split(' ');
  return listening((asked, answer) => {
    if (asked.method !== method || !asked.url?.endsWith(path)) return passOn(asked, answer, origin);
    if (how !== 'silent') answer.writeHead(503, { 'content-type': 'application/json' }).end('{"detail":"Broken."}');
  });
}

function passOn(asked: IncomingMessage, answer: ServerResponse, origin: string): void {
  const { method, headers } = asked;
  const onward = request(`${origin}${asked.url}`, { method, headers }, (answered) => {
    answer.writeHead(answered.statusCode ?? 502, answered.headers).flushHeaders();
    answered.pipe(answer);
  });
  answer.once('close', () => onward.destroy());
  onward.on('error', () => answer.destroy());
  asked.pipe(onward);
}

async function listening(
  answer: (asked: IncomingMessage, answer: ServerResponse) => void,
): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer);
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
