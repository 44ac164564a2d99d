import { Column, DataSource, Entity, PrimaryColumn } from 'typeorm';
import { ENTITIES } from '../../src/entities';
import { dataSourceOptions } from '../../src/platform/database';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { columnsOfEntities, columnsOfTables, differences } from '../support/schema';

/** Tables that no entity stands for, and why. */
const NO_ENTITY = {
  audit_entries: 'Added to and read by SQL; an entity could be saved, which is what its trigger refuses.',
  calendar_feeds: 'Written and read by a handful of statements of SQL.',
  canary_rings: 'Written and read by two statements of SQL.',
  changes: 'The change log is only ever written and read by SQL.',
  day_streak_checkpoints: 'Written and read by a handful of statements of SQL.',
  freeze_watches: 'Written and read by a handful of statements of SQL.',
  gathered_talks: 'Written and read by a handful of statements of SQL.',
  heeded_texts: 'Written and read by one statement of SQL.',
  imported_habits: 'Written and read by two statements of SQL.',
  imports: 'Written and read by a handful of statements of SQL.',
  rephrasings: 'Written and read by a handful of statements of SQL.',
  streak_checkpoints: 'Written and read by a handful of statements of SQL.',
  streak_events: 'Written and read by a handful of statements of SQL.',
  job_turns: 'Written and read by two statements of SQL.',
  kept_answers: 'Written and read by a handful of statements of SQL.',
  limits: 'Its columns are those of the library that counts in it.',
  number_suppressions: 'Written and read by a handful of statements of SQL.',
  telephony_counters: 'Written and read by two statements of SQL.',
  telephony_pace: 'Written and read by a handful of statements of SQL.',
  migrations: 'TypeORM’s own.',
};

/** A suppression as nobody made it: one column more, one less, another type, another nullability, a list. */
@Entity('suppressions')
class Doctored {
  @PrimaryColumn('uuid') userId: string;
  @Column('date') since: string;
  @Column('text', { array: true }) via: string[];
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text') mood: string;
}

describe('The entities', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(() => database.drop());

  const disagreements = async (entities: (new () => object)[]): Promise<string[]> => {
    const dataSource = await new DataSource(dataSourceOptions(database.url, entities)).initialize();
    try {
      const tables = await columnsOfTables(dataSource);
      return differences(tables, columnsOfEntities(dataSource), Object.keys(NO_ENTITY));
    } finally {
      await dataSource.destroy();
    }
  };

  it('have the very columns that the migrations make, of the same types', async () => {
    expect(await disagreements(ENTITIES)).toEqual([]);
  });

  it('are told apart from the tables, column by column', async () => {
    const doctored = ENTITIES.map((entity) => (entity.name === 'Suppression' ? Doctored : entity));
    expect(await disagreements(doctored)).toEqual([
      'suppressions.mood (text) is in an entity and in no table.',
      'suppressions.quote (text or null) is in a table and in no entity.',
      'suppressions.reason is text in the table and text or null in its entity.',
      'suppressions.since is timestamp with time zone in the table and date in its entity.',
      'suppressions.via is text in the table and text[] in its entity.',
    ]);
  });

  it('are missed where a table has none', async () => {
    const withoutTurns = ENTITIES.filter(({ name }) => name !== 'Turn');
    const missing = await disagreements(withoutTurns);
    expect(missing).toContain('turns.call_id (uuid) is in a table and in no entity.');
    expect(missing.every((sentence) => sentence.startsWith('turns.'))).toBe(true);
  });
});
