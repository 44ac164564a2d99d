import { Repository, UnitOfWork } from '../database';
import type { EncryptedColumn } from './encrypted-column';

export interface Sealed {
  id: string;
  envelope: string;
}

export interface Replacement extends Sealed {
  instead: string;
}

/** Under which key a text is: its own second part. Every encrypted column has an index on it. */
const keyOf = ({ column }: EncryptedColumn) => `split_part(${column}, '.', 2)`;

@Repository('re-encryption')
export class ReEncryptionRepository {
  constructor(private readonly work: UnitOfWork) {}

  /** Texts of a column under a key, in the order of their rows, behind a row. */
  under(key: string, of: EncryptedColumn, afterId: string, limit: number): Promise<Sealed[]> {
    return this.work.rows<Sealed>(
      `SELECT id, ${of.column} AS envelope FROM ${of.table}
       WHERE ${keyOf(of)} = $1 AND id > $2::uuid ORDER BY id LIMIT $3`,
      [key, afterId, limit],
    );
  }

  /** Where the text is still the one that was read. Returns how many that were. */
  replace(of: EncryptedColumn, replacements: Replacement[]): Promise<number> {
    return this.work.execute(
      `UPDATE ${of.table} AS t SET ${of.column} = new.instead
       FROM unnest($1::uuid[], $2::text[], $3::text[]) AS new (id, envelope, instead)
       WHERE t.id = new.id AND t.${of.column} = new.envelope`,
      [
        replacements.map(({ id }) => id),
        replacements.map(({ envelope }) => envelope),
        replacements.map(({ instead }) => instead),
      ],
    );
  }

  /** Whether a text of the column is under the key. */
  async isInUse(key: string, of: EncryptedColumn): Promise<boolean> {
    const found = await this.work.row(`SELECT 1 FROM ${of.table} WHERE ${keyOf(of)} = $1 LIMIT 1`, [key]);
    return found !== undefined;
  }
}
