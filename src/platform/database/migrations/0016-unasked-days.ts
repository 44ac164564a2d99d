import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day that was never asked for, told of and taken back. Code of before never writes it. */
export class UnaskedDays1763884816000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(closedBecauseIsOneOf("'resting', 'goal-open', 'not-asked'"));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE occurrences SET closed_because = 'resting' WHERE closed_because = 'not-asked'");
    await runner.query(closedBecauseIsOneOf("'resting', 'goal-open'"));
  }
}

/** Rows that are there already are not looked at, which would hold up their writers. */
function closedBecauseIsOneOf(reasons: string): string {
  return `
    ALTER TABLE occurrences DROP CONSTRAINT occurrences_closed_because;
    ALTER TABLE occurrences
      ADD CONSTRAINT occurrences_closed_because CHECK (closed_because IN (${reasons})) NOT VALID;
  `;
}
