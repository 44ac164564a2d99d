import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { CheckpointsService } from '../../src/modules/habits/checkpoints.service';
import { BackupRefused, backUp, dataSourceOptions, migrate, Postgres, restore } from '../../src/platform/database';
import { MIGRATIONS } from '../../src/platform/database/migrations';
import { ask, changeManifest, contentOf, forge, KEEPSAKES, Keepsakes1893456000000 } from '../support/backup';
import { crowd } from '../support/crowd';
import { createEmptyDatabase, type TestDatabase } from '../support/database';
import type { HttpClient } from '../support/http-client';
import { loggedCode } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import { World } from '../support/world';

/** The migrations of a version to come. */
const LATER = [...MIGRATIONS, Keepsakes1893456000000];

const migrateTo = (migrations: typeof LATER, url: string) =>
  migrate(new DataSource({ ...dataSourceOptions(url, []), migrations } as DataSourceOptions));

describe('A backup', () => {
  let world: World;
  let url: string;
  let place: string;
  let folder: string;
  let target: TestDatabase;

  beforeAll(async () => {
    world = await livedIn();
    url = world.app.get(Postgres).url;
  });

  afterAll(() => world.end());

  beforeEach(async () => {
    place = mkdtempSync(join(tmpdir(), 'callivate-backup-'));
    folder = join(place, 'of-today');
    target = await createEmptyDatabase();
  });

  afterEach(async () => {
    rmSync(place, { recursive: true });
    await target.drop();
  });

  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'It was done.',
      (error: Error) => (error instanceof BackupRefused ? error.message : `${error}`),
    );

  it('brings every row back as it was, into a database with nothing in it', async () => {
    const content = await contentOf(url);
    const empty = Object.keys(content).filter((table) => content[table]!.length === 0);
    expect(empty).toEqual([]);

    const manifest = await backUp(url, folder);
    await restore(target.url, folder);

    expect(await contentOf(target.url)).toEqual(content);
    const rows = Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows]));
    expect(rows).toEqual(Object.fromEntries(Object.entries(content).map(([name, rows]) => [name, rows.length])));
  });

  it('leaves the change log out, whose order holds on one server alone', async () => {
    expect(await ask(url, 'SELECT FROM changes')).not.toEqual([]);
    await backUp(url, folder);
    await restore(target.url, folder);
    expect(await ask(target.url, 'SELECT FROM changes')).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.includes('change'))).toEqual([]);
  });

  it('keeps every type to the last digit, computes what is computed, and counts on from the last number', async () => {
    const later = await createEmptyDatabase();
    await migrateTo(LATER, later.url);
    await ask(later.url, KEEPSAKES);
    await backUp(later.url, folder);
    await restore(target.url, folder, LATER);

    expect(await contentOf(target.url)).toEqual(await contentOf(later.url));
    const [next] = await ask(target.url, `INSERT INTO keepsakes (words) VALUES ('next') RETURNING id::int`);
    expect(next).toEqual({ id: 4 });
    await later.drop();
  });

  it('is restored by a later version, which then adds what is new', async () => {
    await backUp(url, folder);
    await restore(target.url, folder, LATER);
    expect(await contentOf(target.url)).toEqual({ ...(await contentOf(url)), keepsakes: [] });
  });

  it('is restored into a database without rows whose schema is ahead', async () => {
    await backUp(url, folder);
    await migrateTo(LATER, target.url);
    await restore(target.url, folder, LATER);
    expect(await contentOf(target.url)).toEqual({ ...(await contentOf(url)), keepsakes: [] });
  });

  it('is not restored by a version older than the schema it meets', async () => {
    await backUp(url, folder);
    await migrateTo(LATER, target.url);
    expect(await refusal(restore(target.url, folder))).toMatch(/of a newer version \(Keepsakes1893456000000\)/);
  });

  it('is of one moment, though people go on writing', async () => {
    const before = (await ask(url, 'SELECT FROM users')).length;
    let isDone = false;
    const backingUp = backUp(url, folder).finally(() => {
      isDone = true;
    });
    do await crowd(world, 1, [{ title: 'Walk', at: '18:00' }]);
    while (!isDone);
    await backingUp;
    await restore(target.url, folder);

    expect((await ask(url, 'SELECT FROM users')).length).toBeGreaterThan(before);
    const torn = await ask(
      target.url,
      `SELECT id FROM habits h WHERE h.planned_until > h.created_at
         AND NOT EXISTS (SELECT 1 FROM occurrences o WHERE o.habit_id = h.id)`,
    );
    expect(torn).toEqual([]);
  });

  it('may be read by its owner alone', async () => {
    await backUp(url, folder);
    const rights = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
    expect(new Set([...rights, statSync(folder).mode & 0o077])).toEqual(new Set([0]));
  });

  it.each([
    ['a folder with something in it', () => backUp(url, place), /is there already: name a folder that is not/],
    ['a database that is new', () => backUp(target.url, folder), /nothing to back up: this database is new/],
  ])('is not made into or of %s, and leaves nothing behind', async (_, attempt, sentence) => {
    appendFileSync(join(place, 'a-file'), 'of somebody');
    expect(await refusal(attempt())).toMatch(sentence);
    expect(readdirSync(place)).toEqual(['a-file']);
  });

  it('waits for no migration that is under way: it says so', async () => {
    const migrating = await new DataSource(dataSourceOptions(url, [])).initialize();
    const session = migrating.createQueryRunner();
    await session.query('SELECT pg_advisory_lock(2255)');
    expect(await refusal(backUp(url, folder))).toMatch(/being migrated just now: try again/);
    await session.release();
    await migrating.destroy();
  });

  it('is not restored over rows', async () => {
    await backUp(url, folder);
    const before = await contentOf(url);
    expect(await refusal(restore(url, folder))).toMatch(
      /^The database is not empty \(.*users.*\)\. Restore into a new/,
    );
    expect(await contentOf(url)).toEqual(before);
  });

  it.each([
    [
      'a byte too many',
      () => appendFileSync(join(folder, 'turns.copy.gz'), 'x'),
      /damaged: .*turns\.copy\.gz is not the/,
    ],
    ['a file too few', () => unlinkSync(join(folder, 'turns.copy.gz')), /not whole: .*turns\.copy\.gz is missing/],
    ['no manifest', () => unlinkSync(join(folder, 'manifest.json')), /holds no backup that this version can read/],
    [
      'a name that leads elsewhere',
      () => changeManifest(folder, ({ tables }) => Object.assign(tables[0]!, { name: '../users' })),
      /holds no backup that this version can read/,
    ],
    [
      'a migration nobody knows',
      () => changeManifest(folder, ({ migrations }) => migrations.push('Later1999999999999')),
      /The backup is of a newer version \(Later1999999999999\)/,
    ],
  ])('with %s is refused before anything is made', async (_, damage, sentence) => {
    await backUp(url, folder);
    damage();
    expect(await refusal(restore(target.url, folder))).toMatch(sentence);
    expect(await contentOf(target.url)).toEqual({});
  });

  it.each([
    [
      'a table too few',
      () => changeManifest(folder, ({ tables }) => tables.pop()),
      /does not fit the schema that it names, in: \w+ \(/,
    ],
    [
      'a row fewer than it says',
      () => forge(folder, 'turns', withoutFirst),
      /damaged: turns has \d+ rows instead of \d+/,
    ],
    [
      'a row twice',
      () => forge(folder, 'users', (rows) => rows + rows),
      /rows of users cannot be loaded \(duplicate key/,
    ],
    [
      'a row of nobody',
      () => {
        forge(folder, 'users', withoutFirst);
        changeManifest(folder, ({ tables }) => tables.filter(({ name }) => name === 'users').forEach(oneLess));
      },
      /cannot be loaded \(.* violates foreign key/,
    ],
    ['a row that is none', () => forge(folder, 'users', () => 'no row\n'.repeat(99_999)), /rows of users cannot be/],
  ])('with %s leaves no row behind', async (_, damage, sentence) => {
    await backUp(url, folder);
    damage();
    expect(await refusal(restore(target.url, folder))).toMatch(sentence);
    expect(Object.values(await contentOf(target.url)).flat()).toEqual([]);
  });
});

/** A service in which there is something in every table. */
async function livedIn(): Promise<World> {
  const world = await World.begin('2026-03-02T12:00:00Z');
  const ada = await world.person('Ada');
  const reading = await ada.habit('Läufe 走 🌅 "weit" \\N', { at: '20:00' });
  await ada.habit('Water', { at: '21:00', channel: 'push' });
  await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
  const line = await ada.phone.pickUp();
  await line.say('Yes, just finished');
  await line.ends();
  await world.reaches('2026-03-02T21:01', 'Europe/Lisbon');
  const api = await ada.fresh();
  const target = { value: 5, unit: 'km', direction: 'at-least' as const };
  const run = await ada.habit('Run', { at: '22:00', kind: 'numeric', target });
  await api.put(`/habits/${run.id}/days/2026-03-02/22:00/check-in`, { quantity: 5.25 });
  await api.put(`/habits/${reading.id}/pause`);
  await api.put('/me/pause', { resumesOn: '2026-03-09' });
  await api.put('/me/suppression', { reason: 'Not in Lent.' });
  await api.post('/me/calendar-feed');
  await bringAlong(api);
  await agreeToCalls(world);
  await api.put(`/habits/${run.id}/days/2026-03-02/22:00/check-in`, { status: 'missed' });
  await api.post('/me/streak-reset');
  await api.put('/voices/luna/favourite');
  await world.app.get(CheckpointsService).keep();
  await world.rows(
    `INSERT INTO memories SELECT i.habit_id, c.user_id, 'reason', 'the kids were sick', $1, c.id, $1
     FROM call_items i JOIN calls c ON c.id = i.call_id WHERE i.habit_id = $2 LIMIT 1`,
    [world.clock.now(), reading.id],
  );
  await world.rows(`INSERT INTO rephrasings VALUES ('Hello {name}.', 'Hi {name}.', $1)`, [world.clock.now()]);
  await world.rows('INSERT INTO canary_rings (due_at, rings, heard) VALUES ($1, 0, false)', [world.clock.now()]);
  return world;
}

/** A day that was kept elsewhere. */
/** With a code on its way to another number, and what only a provider brings. */
async function agreeToCalls(world: World): Promise<void> {
  const { api } = await world.person('Ada');
  await api.put('/me/phone', { number: NUMBERS.mobile });
  await api.post('/me/phone/verification', { code: loggedCode(world) });
  await api.post('/me/consents', { kind: 'calls', version: 'calls-1-en' });
  await api.put('/me/phone', { number: NUMBERS.otherMobile });
  const now = world.clock.now();
  await world.rows(`INSERT INTO number_suppressions VALUES ('index', $1, 'sms', 'Asked.')`, [now]);
  await world.rows(`INSERT INTO heeded_texts VALUES ('SM1', $1)`, [now]);
  await world.rows(`INSERT INTO telephony_pace VALUES ('AC1', 0.25, $1)`, [now]);
  await world.rows(`INSERT INTO telephony_counters VALUES ('spent', 'all', $1, 0.05)`, [now]);
  await world.rows(`INSERT INTO gathered_talks SELECT id, 1, 2, '{}', '<Response/>' FROM calls LIMIT 1`);
}

async function bringAlong(api: HttpClient): Promise<void> {
  const headers = { ...api.credentials, 'content-type': 'text/csv' };
  const body = 'habit,date\nWalk,2026-02-20\n';
  const preview = await api.raw<{ id: string }>('/api/v1/imports/csv', { method: 'POST', headers, body });
  await api.post(`/imports/${preview.body.id}/apply`);
}

function withoutFirst(rows: string): string {
  return rows.slice(rows.indexOf('\n') + 1);
}

function oneLess(table: { rows: number }): void {
  table.rows -= 1;
}
