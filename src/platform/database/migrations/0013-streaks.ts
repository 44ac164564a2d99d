import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Streaks from where they were last folded to, and what else of a life they depend on. Code of before looks at none of it. */
export class Streaks1763884813000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE user_settings ADD COLUMN streak_freezes boolean NOT NULL DEFAULT true;
      ALTER TABLE habits  ADD COLUMN checkpoint_due date NOT NULL DEFAULT '-infinity';
      CREATE INDEX habits_checkpoint_due ON habits (checkpoint_due);

      CREATE TABLE streak_checkpoints (
        habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
        through date NOT NULL,
        state jsonb NOT NULL,
        PRIMARY KEY (habit_id, through)
      );
      CREATE TABLE day_streak_checkpoints (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        through date NOT NULL,
        state jsonb NOT NULL,
        PRIMARY KEY (user_id, through)
      );
      CREATE TABLE streak_events (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        day date NOT NULL,
        kind text NOT NULL CHECK (kind IN ('freezes-on', 'freezes-off', 'reset')),
        at timestamptz NOT NULL
      );
      CREATE INDEX streak_events_of_user ON streak_events (user_id, day, at);
      CREATE TABLE freeze_watches (
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        day date NOT NULL,
        look_at timestamptz NOT NULL,
        PRIMARY KEY (user_id, day)
      );
      CREATE INDEX freeze_watches_due ON freeze_watches (look_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE streak_checkpoints, day_streak_checkpoints, streak_events, freeze_watches;
      ALTER TABLE habits DROP COLUMN checkpoint_due;
      ALTER TABLE user_settings DROP COLUMN streak_freezes;
    `);
  }
}
