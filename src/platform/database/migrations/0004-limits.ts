import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What costs money is counted here, so that neither a restart nor another replica begins anew. */
export class Limits1763884804000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE limits (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      CREATE INDEX limits_by_expiry ON limits (expire);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE limits');
  }
}
