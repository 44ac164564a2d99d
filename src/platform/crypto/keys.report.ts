import { Injectable } from '@nestjs/common';
import { Status } from '../status';
import { Crypto } from './crypto';
import { ReEncryptionRepository } from './re-encryption.repository';

/** Tells operators which key encrypts, and which old one may be taken away because nothing is under it any more. */
@Injectable()
export class KeysReport {
  constructor(
    status: Status,
    private readonly crypto: Crypto,
    private readonly repository: ReEncryptionRepository,
  ) {
    status.section('encryption', () => this.read());
  }

  private async read() {
    const { current, old } = this.crypto.ring;
    const inUse = await Promise.all(old.map((key) => this.isInUse(key)));
    return { current, old: old.map((id, i) => ({ id, inUse: inUse[i] })) };
  }

  private async isInUse(key: string): Promise<boolean> {
    const found = await Promise.all(this.crypto.columns.map((column) => this.repository.isInUse(key, column)));
    return found.includes(true);
  }
}
