import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is due soon joins a call that is answered, a call in which words of danger were heard is left at that, and who wants no
 * further call today is written to. Constant
 * defaults and columns that may be null: nothing is rewritten, and code of before goes on without them.
 */
export class Bundles1763884820000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE user_settings ADD COLUMN bundle_minutes integer NOT NULL DEFAULT 10');
    await runner.query(`ALTER TABLE call_items
      ADD COLUMN joined boolean NOT NULL DEFAULT false, ADD COLUMN quiet boolean NOT NULL DEFAULT false`);
    await runner.query(`ALTER TABLE calls
      ADD COLUMN alarm text CONSTRAINT calls_alarm CHECK (alarm IN ('self-harm', 'emergency'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calls DROP COLUMN alarm');
    await runner.query('ALTER TABLE call_items DROP COLUMN joined, DROP COLUMN quiet');
    await runner.query('ALTER TABLE user_settings DROP COLUMN bundle_minutes');
  }
}
