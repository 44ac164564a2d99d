import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Days that were imported before their numbers counted get them now, but for those of which a number was told here since. */
export class ImportedNumbers1763884817000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IMPORTED_NUMBERS);
  }

  /** The numbers stay: code of before reads them as it reads any other. */
  async down(): Promise<void> {}
}

/** They are added up in the order of the clock, as an import does it since. */
const IMPORTED_NUMBERS = `
  INSERT INTO day_quantities
    (habit_id, day, position, user_id, change, amount, total, verdict, local_date, local_time, via, at, with_word, followed_at)
  SELECT n.habit_id, n.day, n.position, n.user_id, CASE n.position WHEN 1 THEN 'set' ELSE 'add' END, n.amount, n.total,
    CASE WHEN n.target_direction = 'at-least' AND n.total >= n.target_value THEN 'completed'
         WHEN n.target_direction = 'at-most' AND n.total > n.target_value THEN 'missed' END,
    n.local_date, n.local_time, 'import', n.at, true, n.followed_at
  FROM (
    SELECT o.habit_id, o.day, o.user_id, o.local_date, o.local_time, h.target_value, h.target_direction, c.quantity AS amount, c.at,
      row_number() OVER by_clock AS position, round(sum(c.quantity) OVER by_clock, 6) AS total, lead(c.at) OVER by_clock AS followed_at
    FROM check_ins c JOIN occurrences o ON o.id = c.occurrence_id JOIN habits h ON h.id = o.habit_id
    WHERE h.kind = 'numeric' AND c.via = 'import' AND c.superseded_at IS NULL AND c.quantity IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM day_quantities q WHERE q.habit_id = o.habit_id AND q.day = o.day)
    WINDOW by_clock AS (PARTITION BY o.habit_id, o.day ORDER BY o.local_date, o.local_time)
  ) n
  ON CONFLICT DO NOTHING`;
