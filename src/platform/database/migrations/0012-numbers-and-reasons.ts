import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROWS_AT_ONCE = 5000;

/**
 * Numbers that belong to a day, removals that are told from corrections, and reasons of a skip that can be counted. In batches
 * and without a transaction, for the words of years are rewritten; whatever was done already is passed over by a second run.
 * Code of before may go on writing reasons of its own until it is gone: that is why no constraint stands in its way.
 */
export class NumbersAndReasons1763884812000 implements MigrationInterface {
  transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE check_ins ADD COLUMN IF NOT EXISTS taken_back_via text;
      CREATE TABLE IF NOT EXISTS day_quantities (
        habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
        day date NOT NULL,
        position integer NOT NULL,
        user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
        change text NOT NULL CHECK (change IN ('set', 'add', 'take-back')),
        amount numeric CHECK ((amount IS NULL) = (change = 'take-back')),
        total numeric,
        verdict text CHECK (verdict IN ('completed', 'missed')),
        local_date date NOT NULL,
        local_time text NOT NULL,
        via text NOT NULL CHECK (via IN ('app', 'call', 'push', 'sync', 'import')),
        at timestamptz NOT NULL,
        quote text,
        note text,
        with_word boolean NOT NULL,
        followed_at timestamptz,
        PRIMARY KEY (habit_id, day, position)
      );
      CREATE UNIQUE INDEX IF NOT EXISTS day_quantities_current ON day_quantities (habit_id, day) WHERE followed_at IS NULL;
      CREATE INDEX IF NOT EXISTS day_quantities_of_user ON day_quantities (user_id);
    `);
    await untilNoneIsLeft(runner, REASONS_TO_NOTES);
    await runner.query(NUMBERS_SAID_SO_FAR);
  }

  /** The notes keep what came from the reasons. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE day_quantities; ALTER TABLE check_ins DROP COLUMN taken_back_via');
  }
}

/** A reason in words of one's own becomes the note, or its beginning; only a skip goes on having a reason. */
const REASONS_TO_NOTES = `
  UPDATE check_ins SET note = concat_ws(' ', reason, note), reason = CASE WHEN status = 'skipped' THEN 'other' END
  WHERE id IN (
    SELECT id FROM check_ins
    WHERE reason IS NOT NULL AND reason NOT IN ('sick', 'travelling', 'rest-day', 'other') LIMIT ${ROWS_AT_ONCE})`;

/** The last number that stands of a day is what the day came to. What became of it was said in so many words. */
const NUMBERS_SAID_SO_FAR = `
  INSERT INTO day_quantities
    (habit_id, day, position, user_id, change, amount, total, verdict, local_date, local_time, via, at, quote, note, with_word)
  SELECT DISTINCT ON (o.habit_id, o.day) o.habit_id, o.day, 1, o.user_id, 'set', c.quantity, c.quantity,
    CASE WHEN h.target_direction = 'at-least' AND c.quantity >= h.target_value THEN 'completed'
         WHEN h.target_direction = 'at-most' AND c.quantity > h.target_value THEN 'missed' END,
    o.local_date, o.local_time, c.via, c.at, c.quote, NULL, true
  FROM habits h JOIN occurrences o ON o.habit_id = h.id JOIN check_ins c ON c.occurrence_id = o.id
  WHERE h.kind = 'numeric' AND c.superseded_at IS NULL AND c.quantity IS NOT NULL
  ORDER BY o.habit_id, o.day, c.at DESC
  ON CONFLICT DO NOTHING`;

async function untilNoneIsLeft(runner: QueryRunner, statement: string): Promise<void> {
  while ((await runner.query(statement))[1] > 0);
}
