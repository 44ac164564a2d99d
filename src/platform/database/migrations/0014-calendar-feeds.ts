import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's calendar feed, one at most. Of its token only the hash is kept. */
export class CalendarFeeds1763884814000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feeds (
        user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
        token_hash bytea NOT NULL CONSTRAINT calendar_feeds_token UNIQUE,
        created_at timestamptz NOT NULL,
        last_read_at timestamptz
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calendar_feeds');
  }
}
