import { Repository, UnitOfWork } from '../../../platform/database';

/** Which messages were heeded: their ids, and nothing of what they say or of whom they are. */
@Repository('texts')
export class TextsRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Whether the message was not heeded before. From now on it was. */
  async isFirst(id: string, now: Date): Promise<boolean> {
    const added = await this.work.execute('INSERT INTO heeded_texts (id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      id,
      now,
    ]);
    return added > 0;
  }

  forgetBefore(moment: Date, limit: number): Promise<number> {
    return this.work.execute(
      'DELETE FROM heeded_texts WHERE id IN (SELECT id FROM heeded_texts WHERE at < $1 ORDER BY at LIMIT $2)',
      [moment, limit],
    );
  }
}
