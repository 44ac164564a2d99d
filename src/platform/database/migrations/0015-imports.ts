import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was read of a file and is not yet taken in, and by which names habits are known where they came from. */
export class Imports1763884815000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        source text NOT NULL CHECK (source IN ('loop', 'habitica', 'csv')),
        created_at timestamptz NOT NULL,
        applied_at timestamptz,
        habits jsonb NOT NULL,
        rejected jsonb NOT NULL,
        content bytea NOT NULL
      );
      CREATE INDEX imports_of_user ON imports (user_id, created_at);
      CREATE INDEX imports_by_age ON imports (created_at);

      CREATE TABLE imported_habits (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        source text NOT NULL,
        key text NOT NULL,
        habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
        PRIMARY KEY (user_id, source, key)
      );
      CREATE INDEX imported_habits_of_habit ON imported_habits (habit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_habits, imports');
  }
}
