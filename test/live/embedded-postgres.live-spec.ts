import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { lentAccount } from '../../src/platform/database/embedded/account';
import { findBinaries } from '../../src/platform/database/embedded/binaries';
import { type App, Checkout } from './embedded-postgres.checkout';

describe('Embedded PostgreSQL', () => {
  let checkout: Checkout;

  afterEach(() => checkout.remove());

  it('starts from nothing within 3 s, and ends within 2 s of its only app', async () => {
    checkout = new Checkout();
    const app = checkout.start();
    const { url, tookMs } = await app.attached();
    expect(tookMs).toBeLessThan(3000);
    expect(await ask(url, 'SELECT current_database() AS answer')).toBe('callivate');
    expect(await timeOf(() => app.detach())).toBeLessThan(2000);
    expect(await canAsk(url)).toBe(false);
    expect(foldersBeside(checkout)).toEqual(['postgres']);
  });

  it('is shared by the apps of a checkout and stopped by the last of them', async () => {
    checkout = new Checkout();
    const first = checkout.start();
    const { url } = await first.attached();
    const second = checkout.start();
    expect(await second.attached()).toMatchObject({ url });
    expect((await second.attached()).tookMs).toBeLessThan(300);
    await first.detach();
    expect(await canAsk(url)).toBe(true);
    await second.detach();
    expect(await canAsk(url)).toBe(false);
    expect([first, second].map(lastSentence)).toEqual([
      'PostgreSQL goes on running for the others attached to it.',
      'PostgreSQL has been stopped.',
    ]);
  });

  it('is stopped by exactly one of two apps that leave at the same moment', async () => {
    checkout = new Checkout();
    const apps = [checkout.start(), checkout.start()];
    const [{ url }] = await Promise.all([apps[0]!.attached(), apps[1]!.attached()]);
    await Promise.all(apps.map((app) => app.detach()));
    expect(await canAsk(url)).toBe(false);
    expect(apps.filter((app) => lastSentence(app) === 'PostgreSQL has been stopped.')).toHaveLength(1);
  });

  it('is made and started once by two apps that start for the first time at the same moment', async () => {
    checkout = new Checkout();
    const apps = [checkout.start(), checkout.start()];
    const [one, other] = await Promise.all(apps.map((app) => app.attached()));
    expect(other!.url).toBe(one!.url);
    const sentences = apps.flatMap((app) => app.sentences);
    expect(sentences.filter((sentence) => sentence.startsWith('A new database'))).toHaveLength(1);
    expect(foldersBeside(checkout)).toEqual(['postgres']);
  });

  it('outlives a killed app, takes the next one in, and does not count the dead', async () => {
    checkout = new Checkout();
    const killed = checkout.start();
    const { url } = await killed.attached();
    await keep(url, 'a streak');
    await killed.kill();
    const next = checkout.start();
    expect((await next.attached()).url).toBe(url);
    expect(await kept(url)).toBe('a streak');
    await next.detach();
    expect(await canAsk(url)).toBe(false);
  });

  it('is started again at the same address, once, when it is killed under its apps', async () => {
    checkout = new Checkout();
    const apps = [checkout.start(), checkout.start()];
    const [{ url }] = await Promise.all([apps[0]!.attached(), apps[1]!.attached()]);
    await keep(url, 'a streak');
    process.kill(Checkout.postmaster(checkout.dataDir).pid, 'SIGKILL');
    await until(() => canAsk(url));
    expect(await kept(url)).toBe('a streak');
    await until(async () => (await attachedTo(url)) === 2);
    const sentences = apps.flatMap((app) => app.sentences);
    expect(sentences.filter((sentence) => sentence.includes('started again'))).toHaveLength(1);
  });

  it('recovers when both the app and PostgreSQL were killed', async () => {
    checkout = new Checkout();
    const app = checkout.start();
    const { url } = await app.attached();
    await keep(url, 'a streak');
    await app.kill();
    process.kill(Checkout.postmaster(checkout.dataDir).pid, 'SIGKILL');
    const { url: again } = await checkout.start().attached();
    expect(await kept(again)).toBe('a streak');
  });

  it('is not taken in by a postmaster.pid whose number and port have gone to strangers', async () => {
    checkout = new Checkout();
    const app = checkout.start();
    const { port } = await app.attached();
    const { lines } = Checkout.postmaster(checkout.dataDir);
    await app.detach();
    const stranger = spawn('sleep', ['60'], { ...lentAccount(), cwd: '/' });
    const silent = createServer().listen(port, '127.0.0.1');
    await once(silent, 'listening');
    writeFileSync(join(checkout.dataDir, 'postmaster.pid'), [stranger.pid, ...lines.slice(1)].join('\n'));
    const { url, tookMs } = await checkout.start().attached();
    expect(await canAsk(url)).toBe(true);
    expect(tookMs).toBeLessThan(3000);
    silent.close();
    stranger.kill();
  });

  it('starts in spite of an empty postmaster.pid, left by a start that was killed', async () => {
    checkout = new Checkout();
    const app = checkout.start();
    await app.attached();
    await app.detach();
    writeFileSync(join(checkout.dataDir, 'postmaster.pid'), '');
    expect((await checkout.start().attached()).tookMs).toBeLessThan(3000);
  });

  it('does not hear Ctrl-C: its app still has to finish its work', async () => {
    checkout = new Checkout();
    const app = checkout.start();
    const { url } = await app.attached();
    app.pressCtrlC();
    await until(async () => app.sentences.includes('Ctrl-C.'));
    await pause(300);
    expect(await canAsk(url)).toBe(true);
  });

  it('works in a folder closed to everybody else, installed without scripts, by root as well', async () => {
    checkout = new Checkout({ mode: 0o700, installation: 'without-scripts' });
    const app = checkout.start();
    const { url } = await app.attached();
    const dataDir = await ask(url, "SELECT current_setting('data_directory') AS answer");
    const outside = /its files are in (\S+)\.$/.exec(app.sentences[0]!)?.[1];
    expect(dataDir).toBe(join(lentAccount() ? outside! : join(checkout.dataDir, '..'), 'postgres'));
    await keep(url, 'a streak');
    await app.detach();
    expect(await kept((await checkout.start().attached()).url)).toBe('a streak');
    await checkout.remove();
    if (outside) rmSync(outside, { recursive: true });
  });

  it('says in a sentence that it cannot read data of another major version', async () => {
    checkout = new Checkout();
    mkdirSync(checkout.dataDir, { recursive: true });
    writeFileSync(join(checkout.dataDir, 'PG_VERSION'), '9\n');
    expect(await checkout.start().refused()).toMatch(
      /PostgreSQL 18\S* cannot read the data in .*, written by version 9: .* DATABASE_URL/,
    );
  });

  it('says in a sentence that its package is missing', async () => {
    checkout = new Checkout({ installation: 'without-postgres' });
    expect(await checkout.start().refused()).toMatch(
      /^EmbeddedPostgresUnavailable: The optional package @embedded-postgres\S+ is not installed: .* DATABASE_URL/,
    );
    await expect(findBinaries('sunos', 'sparc')).rejects.toThrow(
      'There is no embedded PostgreSQL for sunos on sparc. Set DATABASE_URL to use a PostgreSQL of your own.',
    );
    expect(existsSync(checkout.dataDir)).toBe(false);
  });
});

async function ask(url: string, sql: string): Promise<string> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return String((await client.query(sql)).rows[0]?.answer);
  } finally {
    await client.end();
  }
}

/** What a start leaves beside the data, but for the copy of the programs that a closed checkout needs: no draft, no lock. */
function foldersBeside({ dataDir }: Checkout): string[] {
  return readdirSync(join(dataDir, '..')).filter((name) => !name.startsWith('postgres-binaries-'));
}

async function canAsk(url: string): Promise<boolean> {
  return ask(url, 'SELECT 1').then(
    () => true,
    () => false,
  );
}

async function keep(url: string, what: string): Promise<void> {
  await ask(url, `CREATE TABLE kept AS SELECT '${what}' AS answer`);
}

async function kept(url: string): Promise<string> {
  return ask(url, 'SELECT answer FROM kept');
}

async function attachedTo(url: string): Promise<number> {
  const sql = "SELECT count(*) AS answer FROM pg_stat_activity WHERE application_name = 'callivate-attachment'";
  return Number(await ask(url, sql));
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const patience = AbortSignal.timeout(20_000);
  while (!(await isSo())) {
    patience.throwIfAborted();
    await pause(50);
  }
}

async function timeOf(act: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await act();
  return performance.now() - begun;
}

function lastSentence(app: App): string | undefined {
  return app.sentences.at(-1);
}
