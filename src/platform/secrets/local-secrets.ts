import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ForPeople } from '../../kernel/for-people';
import { Config } from '../config';

/** What is shorter was never made here: somebody cut it, or a full disk did. */
const SHORTEST = 32;

/** Why a secret cannot be made here: one sentence for the person who started the service, and the way out. */
export class SecretsUnavailable extends ForPeople {
  constructor(folder: string, cause: Error) {
    super(`Secrets cannot be kept in ${folder} (${cause.message}). Set DATA_DIR to a folder that can be written.`, {
      cause,
    });
  }
}

/** A secret that opens doors to whoever sends nothing is worse than none. */
export class SecretDamaged extends ForPeople {
  constructor(file: string) {
    super(
      `The secret in ${file} is not whole. Delete the file, and a new one is made; what it protected is lost with it.`,
    );
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

  /** @throws SecretsUnavailable, SecretDamaged */
  get(name: string, make: () => string): string {
    const file = join(this.folder, name);
    const secret = this.readOrMake(file, make);
    if (secret.length < SHORTEST) throw new SecretDamaged(file);
    return secret;
  }

  private readOrMake(file: string, make: () => string): string {
    try {
      return read(file) ?? this.keep(file, make());
    } catch (cause) {
      throw new SecretsUnavailable(this.folder, cause as Error);
    }
  }

  private keep(file: string, secret: string): string {
    mkdirSync(this.folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, secret, { mode: 0o600, flush: true });
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
