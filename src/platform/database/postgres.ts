import { resolve } from 'node:path';
import { Logger } from '@nestjs/common';
import type { Config } from '../config';
import { attachEmbeddedPostgres } from './embedded';

/** Where the database is: the one that was named, or the embedded one of a fresh machine. */
export class Postgres {
  private constructor(
    readonly url: string,
    private readonly detachEmbedded: () => Promise<void>,
  ) {}

  static async reach(config: Config): Promise<Postgres> {
    if (config.DATABASE_URL) return new Postgres(config.DATABASE_URL, async () => {});
    const logger = new Logger('EmbeddedPostgres');
    const attached = await attachEmbeddedPostgres({
      dataDir: resolve(config.DATA_DIR, 'postgres'),
      database: 'callivate',
      log: (sentence) => logger.log(sentence),
    });
    return new Postgres(attached.url, () => attached.detach());
  }

  /** To be called when every connection of this process is closed; the last process to leave stops the embedded server. */
  detach(): Promise<void> {
    return this.detachEmbedded();
  }
}
