import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a person waited for our answers, written once when the talk is over. */
export class Latency1763884818000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calls
      ADD COLUMN latency_turns integer, ADD COLUMN latency_p50_ms integer, ADD COLUMN latency_p95_ms integer,
      ADD CONSTRAINT calls_latency_whole CHECK (num_nulls(latency_turns, latency_p50_ms, latency_p95_ms) IN (0, 3))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE calls
      DROP COLUMN latency_turns, DROP COLUMN latency_p50_ms, DROP COLUMN latency_p95_ms`);
  }
}
