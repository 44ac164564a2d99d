import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which word the log is searched for all that led to a call and came of it. */
export class CallCorrelation1763884808000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calls ADD COLUMN correlation_id text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE calls DROP COLUMN correlation_id');
  }
}
