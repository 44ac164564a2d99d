import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Goals, single changes and why something was closed. Code of before leaves the new columns as they are. */
export class RicherSchedules1763884810000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE habits ADD COLUMN goal jsonb, ADD COLUMN exceptions jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE occurrences ADD COLUMN goal jsonb, ADD COLUMN closed_because text;
      ALTER TABLE occurrences
        ADD CONSTRAINT occurrences_closed_because CHECK (closed_because IN ('resting', 'goal-open')) NOT VALID;
      ALTER TABLE check_ins ADD COLUMN backfill boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE habits DROP COLUMN goal, DROP COLUMN exceptions;
      ALTER TABLE occurrences DROP COLUMN goal, DROP COLUMN closed_because;
      ALTER TABLE check_ins DROP COLUMN backfill;
    `);
  }
}
