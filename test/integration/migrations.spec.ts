import { DataSource, type DataSourceOptions, type MigrationInterface, type QueryRunner } from 'typeorm';
import { dataSourceOptions, MigrationFailed, migrate } from '../../src/platform/database';
import { createEmptyDatabase, type TestDatabase } from '../support/database';
import { columnsOfTables } from '../support/schema';

/** A large index, as the runbook wants it: beside the daily work, in no transaction. */
class IndexNames1893456000000 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX CONCURRENTLY users_name ON users (name)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX users_name');
  }
}

class Slip1893456000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_done (id uuid); SELECT no_such_function()');
  }

  async down(): Promise<void> {}
}

describe('The migrations', () => {
  let database: TestDatabase;
  let one: DataSource;
  let other: DataSource;

  beforeEach(async () => {
    database = await createEmptyDatabase();
    [one, other] = await Promise.all([connect(), connect()]);
  });

  afterEach(async () => {
    await Promise.all([one.destroy(), other.destroy()]);
    await database.drop();
  });

  const connect = (...more: (new () => MigrationInterface)[]) => {
    const options = dataSourceOptions(database.url, []);
    const migrations = [...(options.migrations as (new () => MigrationInterface)[]), ...more];
    return new DataSource({ ...options, migrations } as DataSourceOptions).initialize();
  };

  /** As it was before that one. */
  const migrateUntil = async (name: string) => {
    await migrate(one);
    while ((await one.query('SELECT 1 FROM migrations WHERE name LIKE $1', [`${name}%`])).length > 0) {
      await one.undoLastMigration({ transaction: 'each' });
    }
  };

  it('run once when two processes start at the same moment', async () => {
    await Promise.all([migrate(one), migrate(other)]);
    expect(await one.query('SELECT name FROM migrations')).toHaveLength(one.migrations.length);
    expect(await one.showMigrations()).toBe(false);
  });

  it('tell which of them were run', async () => {
    const all = one.migrations.map((migration) => migration.constructor.name);
    expect(await migrate(one)).toEqual(all);
    expect(await migrate(one)).toEqual([]);
  });

  it('may index beside the daily work, though others wait for their turn meanwhile', async () => {
    const indexing = await Promise.all([1, 2, 3].map(() => connect(IndexNames1893456000000)));
    await Promise.all(indexing.map((dataSource) => migrate(dataSource)));
    expect(await one.query(`SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_name'::regclass`)).toEqual([
      { indisvalid: true },
    ]);
    await Promise.all(indexing.map((dataSource) => dataSource.destroy()));
  });

  it('keep nothing of one that fails and everything before it, and name it in a sentence', async () => {
    const slipping = await connect(Slip1893456000001);
    const failure = await migrate(slipping).catch((error: Error) => error);
    expect(failure).toBeInstanceOf(MigrationFailed);
    expect((failure as Error).message).toMatch(/^The migration Slip1893456000001 failed \(.*no_such_function.*\)\. /);
    expect(await one.query(`SELECT to_regclass('half_done') AS half, to_regclass('users')::text AS whole`)).toEqual([
      { half: null, whole: 'users' },
    ]);
    await slipping.destroy();
  });

  it('do nothing the second time', async () => {
    await migrate(one);
    const before = await columnsOfTables(one);
    await migrate(one);
    expect(await columnsOfTables(one)).toEqual(before);
  });

  it('go down to nothing, and up again to the same', async () => {
    await migrate(one);
    const before = await columnsOfTables(one);
    for (const _ of one.migrations) await one.undoLastMigration({ transaction: 'each' });
    expect(Object.keys(await columnsOfTables(one)).filter((name) => !name.startsWith('migrations.'))).toEqual([]);
    await migrate(one);
    expect(await columnsOfTables(one)).toEqual(before);
  });

  it('make notes of the reasons people had given in words, and days of the numbers', async () => {
    await migrateUntil('NumbersAndReasons');
    await one.query(WORDS_OF_BEFORE);

    await migrate(one);

    expect(await one.query('SELECT status, reason, note FROM check_ins ORDER BY at')).toEqual([
      { status: 'skipped', reason: 'other', note: 'Ill' },
      { status: 'missed', reason: null, note: 'No time Tomorrow' },
      { status: 'completed', reason: null, note: null },
    ]);
    expect(await one.query('SELECT day::text, total::float8, verdict, via FROM day_quantities')).toEqual([
      { day: '2026-03-02', total: 6, verdict: 'completed', via: 'call' },
    ]);
  });

  it('make numbers of days that were imported before, added up, and leave those alone that were told', async () => {
    await migrateUntil('ImportedNumbers');
    await one.query(IMPORTED_BEFORE);

    await migrate(one);

    const changes = await one.query(`
      SELECT day::text, position, change, total::float8, verdict, via, with_word, followed_at IS NULL AS current
      FROM day_quantities ORDER BY day, position`);
    const imported = { via: 'import', with_word: true };
    expect(changes).toEqual([
      { day: '2026-03-01', position: 1, change: 'set', total: 3, verdict: null, ...imported, current: false },
      { day: '2026-03-01', position: 2, change: 'add', total: 5, verdict: 'completed', ...imported, current: true },
      {
        day: '2026-03-02',
        position: 1,
        change: 'add',
        total: 1,
        verdict: null,
        via: 'app',
        with_word: false,
        current: true,
      },
    ]);
  });

  it('keep a foreign key from all that is a person’s to the person: nothing outlives them but the record of it and what proves their consent', async () => {
    await migrate(one);
    const orphans = await one.query(`
      SELECT c.table_name FROM information_schema.columns c
      WHERE c.table_schema = 'public' AND c.column_name = 'user_id' AND NOT EXISTS (
        SELECT 1 FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.table_name::regclass
          AND k.confrelid = 'users'::regclass AND k.confdeltype = 'c')`);
    expect(orphans).toEqual([{ table_name: 'audit_entries' }, { table_name: 'consents' }]);
  });

  it('let the record of an account outlive it, belonging to nobody', async () => {
    await migrate(one);
    const references = await one.query(
      `SELECT confdeltype FROM pg_constraint WHERE contype = 'f' AND conrelid = 'audit_entries'::regclass`,
    );
    expect(references).toEqual([{ confdeltype: 'n' }]);
  });
});

/** Somebody who runs five kilometres at seven in the morning and in the evening. */
const RUNNER = `
  INSERT INTO users (id, email, created_at, updated_at) VALUES (lpad('1', 32, '0')::uuid, 'ada@example.com', now(), now());
  INSERT INTO habits (id, user_id, title, kind, target_value, target_unit, target_direction, start_date, times, channel, created_at, updated_at)
  SELECT id, id, 'Run', 'numeric', 5, 'km', 'at-least', '2026-03-01', '{07:00,19:00}', 'call', now(), now() FROM users;`;

/** Two runs of one day and one of another, on which progress was made here since. */
const IMPORTED_BEFORE = `${RUNNER}
  INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at)
  SELECT lpad(nth::text, 32, '0')::uuid, u.id, u.id, day, time, 'UTC', day, now(), 'missed', now(), now()
  FROM users u, (VALUES (1, '2026-03-01'::date, '07:00'), (2, '2026-03-01', '19:00'), (3, '2026-03-02', '07:00')) o (nth, day, time);
  INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at, quantity)
  SELECT id, id, user_id, 'missed', 'import', '2026-03-05', CASE local_time WHEN '07:00' THEN 3 ELSE 2 END FROM occurrences;
  INSERT INTO day_quantities (habit_id, day, position, user_id, change, amount, total, local_date, local_time, via, at, with_word)
  SELECT id, '2026-03-02', 1, user_id, 'add', 1, 1, '2026-03-02', '07:00', 'app', now(), false FROM habits`;

/** Three words about a run of five kilometres, as they were kept once. The last two are of one day. */
const WORDS_OF_BEFORE = `${RUNNER}
  INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at)
  SELECT lpad(nth::text, 32, '0')::uuid, u.id, u.id, day, time, 'UTC', day, now(), 'completed', now(), now()
  FROM users u, (VALUES (1, '2026-03-01'::date, '07:00'), (2, '2026-03-02', '07:00'), (3, '2026-03-02', '19:00')) o (nth, day, time);
  INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at, quantity, reason, note)
  SELECT lpad(nth::text, 32, '0')::uuid, lpad(nth::text, 32, '0')::uuid, u.id, status, via, at::timestamptz, quantity, reason, note
  FROM users u, (VALUES (1, 'skipped', 'app', '2026-03-01', NULL::numeric, 'Ill', NULL),
    (2, 'missed', 'app', '2026-03-02', 2, 'No time', 'Tomorrow'), (3, 'completed', 'call', '2026-03-03', 6, NULL, NULL))
    c (nth, status, via, at, quantity, reason, note)`;
