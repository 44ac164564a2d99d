import { Repository, UnitOfWork } from '../../../platform/database';

/** Greetings with gaps, and other words for them. They are the same for everybody: nothing in them is anybody's. */
@Repository('rephrasings')
export class RephrasingsRepository {
  constructor(private readonly work: UnitOfWork) {}

  async wordsFor(original: string): Promise<string | null> {
    const row = await this.work.row<{ words: string | null }>('SELECT words FROM rephrasings WHERE original = $1', [
      original,
    ]);
    return row?.words ?? null;
  }

  /** Some of these greetings for which there are no words, and which were not tried since. */
  async lacking(originals: string[], triedBefore: Date, limit: number): Promise<string[]> {
    const rows = await this.work.rows<{ original: string }>(
      `SELECT o.original FROM unnest($1::text[]) AS o (original) LEFT JOIN rephrasings r ON r.original = o.original
       WHERE r.original IS NULL OR r.words IS NULL AND r.made_at < $2 LIMIT $3`,
      [originals, triedBefore, limit],
    );
    return rows.map(({ original }) => original);
  }

  /** Keeps the words, or that there are none: also when another greeting has them already, for no two may sound alike. */
  async keep(original: string, words: string | null, now: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO rephrasings (original, words, made_at)
       VALUES ($1, CASE WHEN NOT EXISTS (SELECT FROM rephrasings WHERE words = $2) THEN $2 END, $3)
       ON CONFLICT (original) DO UPDATE SET words = excluded.words, made_at = excluded.made_at`,
      [original, words, now],
    );
  }

  async forgetBefore(before: Date, limit: number): Promise<number> {
    return this.work.execute(
      `DELETE FROM rephrasings WHERE original IN (
         SELECT original FROM rephrasings WHERE made_at < $1 ORDER BY made_at LIMIT $2)`,
      [before, limit],
    );
  }
}
