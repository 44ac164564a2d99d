import { Injectable, Logger } from '@nestjs/common';
import { Jobs } from '../jobs';
import { Metrics } from '../metrics';
import { Crypto } from './crypto';
import type { EncryptedColumn } from './encrypted-column';
import { CannotDecrypt } from './place';
import { ReEncryptionRepository, type Replacement, type Sealed } from './re-encryption.repository';

const TEXTS_AT_ONCE = 500;

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Brings every text under the key that encrypts now, so that an old key can be taken away. What was done needs no note: a
 * text says itself under which key it is, so whoever comes next goes on where this one stopped. A text that somebody
 * changed meanwhile is left alone; one that cannot be read is told, and stays.
 */
@Injectable()
export class ReEncryption {
  private readonly logger = new Logger('ReEncryption');
  private readonly texts;

  constructor(
    private readonly crypto: Crypto,
    private readonly repository: ReEncryptionRepository,
    jobs: Jobs,
    metrics: Metrics,
  ) {
    this.texts = metrics.counter({
      name: 'callivate_re_encrypted_texts_total',
      help: 'Texts met under an old key: re-encrypted, unreadable, or changed meanwhile.',
      labelNames: ['outcome'],
    });
    jobs.bind('crypto.re-encrypt', (signal) => this.run(signal));
  }

  async run(signal?: AbortSignal): Promise<void> {
    for (const column of this.crypto.columns) {
      for (const key of this.crypto.ring.old) await this.walk(column, key, signal);
    }
  }

  private async walk(column: EncryptedColumn, key: string, signal?: AbortSignal): Promise<void> {
    let afterId = FIRST_ID;
    while (!signal?.aborted) {
      const sealed = await this.repository.under(key, column, afterId, TEXTS_AT_ONCE);
      if (sealed.length > 0) await this.bringUpToDate(column, sealed);
      if (sealed.length < TEXTS_AT_ONCE) return;
      afterId = sealed.at(-1)?.id ?? afterId;
    }
  }

  private async bringUpToDate(column: EncryptedColumn, sealed: Sealed[]): Promise<void> {
    const replacements = sealed.flatMap((text) => this.replacement(column, text) ?? []);
    const replaced = await this.repository.replace(column, replacements);
    this.texts.inc({ outcome: 're-encrypted' }, replaced);
    this.texts.inc({ outcome: 'changed-meanwhile' }, replacements.length - replaced);
  }

  private replacement(column: EncryptedColumn, { id, envelope }: Sealed): Replacement | undefined {
    try {
      return { id, envelope, instead: column.encrypt(column.decrypt(envelope, id), id) };
    } catch (error) {
      if (!(error instanceof CannotDecrypt)) throw error;
      this.logger.error({ err: error }, 'A text cannot be brought under the current key');
      this.texts.inc({ outcome: 'unreadable' });
      return undefined;
    }
  }
}
