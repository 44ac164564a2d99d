import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';
import { LocalSecrets } from '../secrets';
import { EncryptedColumn } from './encrypted-column';
import { KeyRing } from './key-ring';

const secret = () => randomBytes(48).toString('base64url');

/**
 * Encrypts what is personal before it reaches the database. Whoever has such a column declares it once, in a constructor:
 * then a change of keys finds it too.
 */
@Injectable()
export class Crypto {
  readonly ring: KeyRing;
  private readonly indexSecret: string;
  private readonly declared: EncryptedColumn[] = [];

  constructor({ ENCRYPTION_KEYS, BLIND_INDEX_KEY }: Config, secrets: LocalSecrets) {
    this.ring = new KeyRing(ENCRYPTION_KEYS ?? [{ id: 'local', secret: secrets.get('encryption', secret) }]);
    this.indexSecret = BLIND_INDEX_KEY ?? secrets.get('blind-index', secret);
  }

  /** All columns that hold encrypted texts. */
  get columns(): readonly EncryptedColumn[] {
    return this.declared;
  }

  /**
   * Declares an encrypted column of a table whose key is `id`. Its texts may be null. The table needs an index on
   * `(split_part(<column>, '.', 2), id)`, by which the texts under an old key are found.
   */
  column(table: string, column: string): EncryptedColumn {
    const declared = new EncryptedColumn(table, column, this.ring, this.indexSecret);
    this.declared.push(declared);
    return declared;
  }
}
