import { blindIndex } from './blind-index';
import type { KeyRing } from './key-ring';

const NAME = /^[a-z_]+$/;

/** A column whose texts are encrypted, each sealed to its row. */
export class EncryptedColumn {
  /** @throws Error when a name is none of ours: it becomes part of statements. */
  constructor(
    readonly table: string,
    readonly column: string,
    private readonly ring: KeyRing,
    private readonly indexSecret: string,
  ) {
    if (!NAME.test(table) || !NAME.test(column)) throw new Error(`"${table}.${column}" is no column of ours.`);
  }

  encrypt(plain: string, id: string): string {
    return this.ring.encrypt(plain, { table: this.table, column: this.column, id });
  }

  /** @throws CannotDecrypt */
  decrypt(envelope: string, id: string): string {
    return this.ring.decrypt(envelope, { table: this.table, column: this.column, id });
  }

  /** By which rows with this very text are found. */
  blindIndex(plain: string): string {
    return blindIndex(this.indexSecret, this, plain);
  }
}
