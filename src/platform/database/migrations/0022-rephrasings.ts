import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Greetings with gaps, and other words for them; null where nothing fit was found. */
export class Rephrasings1763884822000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE rephrasings (
      original text PRIMARY KEY,
      words text UNIQUE,
      made_at timestamptz NOT NULL
    )`);
    await runner.query('CREATE INDEX rephrasings_made_at ON rephrasings (made_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rephrasings');
  }
}
