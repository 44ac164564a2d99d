import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calendar work is done by one replica at a time: whose turn it is. */
export class JobTurns1763884807000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE job_turns (
        job text PRIMARY KEY,
        next_at timestamptz NOT NULL,
        token uuid,
        lease_until timestamptz
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_turns');
  }
}
