import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';

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

  get(name: string, make: () => string): string {
    const file = join(this.folder, name);
    return read(file) ?? this.keep(file, make());
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
