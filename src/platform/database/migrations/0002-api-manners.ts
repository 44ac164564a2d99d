import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers hold what is the person's, so they go with the person. */
const KEPT_ANSWERS = `
  CREATE TABLE kept_answers (
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    key_hash bytea NOT NULL,
    request_hash bytea NOT NULL,
    claim uuid NOT NULL UNIQUE,
    answer jsonb,
    dead_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, key_hash)
  );
  CREATE INDEX kept_answers_expired ON kept_answers (expires_at);
`;

export class ApiManners1763884802000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(KEPT_ANSWERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_answers');
  }
}
