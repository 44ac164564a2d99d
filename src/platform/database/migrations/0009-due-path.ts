import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The unended calls of a person are asked for by `ending IS NULL`, and only by that: an index by `status` would offer itself to
 * whoever looks for queued calls, too, and be read from end to end for each batch of a busy minute.
 */
export class DuePath1763884809000 implements MigrationInterface {
  transaction = false;

  /** While there is none, and for code of before, `calls_of_user` answers: slower, and as right. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET lock_timeout = 0');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS calls_unended_of_user');
    await runner.query('CREATE INDEX CONCURRENTLY calls_unended_of_user ON calls (user_id) WHERE ending IS NULL');
    await runner.query('RESET lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX calls_unended_of_user');
    await runner.query(`CREATE INDEX calls_unended_of_user ON calls (user_id) WHERE status <> 'ended'`);
  }
}
