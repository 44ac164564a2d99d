import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Pauses until a day, pauses of everything, the zone data a habit was planned by, and the time that has taken the place of one
 * that rang. Code of before makes no dated pause and no other; what it plans counts as planned by the oldest zone data.
 */
export class PausesAndZoneData1763884811000 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE habit_pauses ADD COLUMN IF NOT EXISTS resumes_on date;
      CREATE TABLE IF NOT EXISTS user_pauses (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        started_at timestamptz NOT NULL,
        resumes_on date,
        ended_at timestamptz
      );
      CREATE INDEX IF NOT EXISTS user_pauses_of_user ON user_pauses (user_id);
      CREATE UNIQUE INDEX IF NOT EXISTS user_pauses_running ON user_pauses (user_id) WHERE ended_at IS NULL;
      ALTER TABLE habits ADD COLUMN IF NOT EXISTS planned_by text COLLATE "C" NOT NULL DEFAULT '';
      ALTER TABLE occurrences ADD COLUMN IF NOT EXISTS stands_for text;
    `);
    await runner.query('SET lock_timeout = 0');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS habits_by_zone_data');
    await runner.query(
      'CREATE INDEX CONCURRENTLY habits_by_zone_data ON habits (planned_by) WHERE planned_until IS NOT NULL',
    );
    await runner.query('RESET lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX habits_by_zone_data;
      ALTER TABLE occurrences DROP COLUMN stands_for;
      ALTER TABLE habits DROP COLUMN planned_by;
      DROP TABLE user_pauses;
      ALTER TABLE habit_pauses DROP COLUMN resumes_on;
    `);
  }
}
