import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';

/** Why a secret cannot be made here: one sentence for the person who started the service, and the way out. */
export class SecretsUnavailable extends Error {
  constructor(folder: string, cause: Error) {
    super(`Secrets cannot be kept in ${folder} (${cause.message}). Set DATA_DIR to a folder that can be written.`, {
      cause,
    });
  }
}

/**
 * Secrets nobody configured: made on first start and kept beside the embedded database, for development alone.
 * Two processes that start together agree on one: the file that is linked first is everybody's.
 */
@Injectable()
export class LocalSecrets {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = resolve(config.DATA_DIR, 'secrets');
  }

  /** @throws SecretsUnavailable */
  get(name: string, make: () => string): string {
    const file = join(this.folder, name);
    try {
      return read(file) ?? this.keep(file, make());
    } catch (cause) {
      throw new SecretsUnavailable(this.folder, cause as Error);
    }
  }

  private keep(file: string, secret: string): string {
    mkdirSync(this.folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, secret, { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      unlinkSync(draft);
    }
    return read(file)!;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
