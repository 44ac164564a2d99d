import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The unended calls of a person are asked for by `ending IS NULL`, and only by that: an index by `status` would offer itself to
 * whoever looks for queued calls, too, and be read from end to end for each batch of a busy minute. And one index instead of two
 * keeps an occurrence from being twice in a call and finds the calls about it.
 */
export class DuePath1763884809000 implements MigrationInterface {
  transaction = false;

  /** While there is none, and for code of before, `calls_of_user` finds what is unended: slower, and as right. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SET lock_timeout = 0');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS calls_unended_of_user');
    await runner.query('CREATE INDEX CONCURRENTLY calls_unended_of_user ON calls (user_id) WHERE ending IS NULL');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS call_items_once');
    await runner.query('CREATE UNIQUE INDEX CONCURRENTLY call_items_once ON call_items (occurrence_id, call_id)');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS call_items_once_per_occurrence');
    await runner.query('DROP INDEX CONCURRENTLY IF EXISTS call_items_of_occurrence');
    await runner.query('RESET lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX calls_unended_of_user, call_items_once;
      CREATE INDEX calls_unended_of_user ON calls (user_id) WHERE status <> 'ended';
      CREATE UNIQUE INDEX call_items_once_per_occurrence ON call_items (call_id, occurrence_id);
      CREATE INDEX call_items_of_occurrence ON call_items (occurrence_id);
    `);
  }
}
