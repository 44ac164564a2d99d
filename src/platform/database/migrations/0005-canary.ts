import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How each ring of the canary went. */
export class Canary1763884805000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE canary_rings (
        due_at timestamptz PRIMARY KEY,
        rang_at timestamptz,
        rings integer NOT NULL,
        heard boolean NOT NULL
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canary_rings');
  }
}
