import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config';

/** Secrets nobody configured: made on first start and kept beside the embedded database, for development alone. */
@Injectable()
export class LocalSecrets {
  private readonly file: string;

  constructor(config: Config) {
    this.file = resolve(config.DATA_DIR, 'secrets.json');
  }

  get(name: string, make: () => string): string {
    const known = this.read();
    if (known[name]) return known[name];
    this.write({ ...known, [name]: make() });
    return this.read()[name]!;
  }

  private read(): Record<string, string> {
    return existsSync(this.file) ? JSON.parse(readFileSync(this.file, 'utf8')) : {};
  }

  private write(secrets: Record<string, string>): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    chmodSync(this.file, 0o600);
  }
}
