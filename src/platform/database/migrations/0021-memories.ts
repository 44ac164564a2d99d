import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people agreed in calls to be reminded of: one fact for each habit. */
export class Memories1763884821000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE memories (
      habit_id uuid PRIMARY KEY REFERENCES habits ON DELETE CASCADE,
      user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
      kind text NOT NULL CONSTRAINT memories_kind CHECK (kind IN ('reason', 'commitment')),
      text text NOT NULL CONSTRAINT memories_text CHECK (char_length(text) BETWEEN 1 AND 200),
      said_at timestamptz NOT NULL,
      call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
      told_at timestamptz
    )`);
    await runner.query('CREATE INDEX memories_of_user ON memories (user_id, said_at, habit_id)');
    await runner.query('CREATE INDEX memories_of_call ON memories (call_id)');
    await runner.query('CREATE INDEX memories_told ON memories (told_at)');
    await runner.query('CREATE INDEX memories_untold ON memories (said_at) WHERE told_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE memories');
  }
}
