import { Writable } from 'node:stream';
import { Logger } from '@nestjs/common';

/** What no line of the log may hold, by name. The suites sign in with addresses of example.org and example.com. */
const FORBIDDEN: Record<string, RegExp> = {
  'an e-mail address': /[\w.+-]+@[\w-]+\.\w+/,
  'an access token': /\beyJ[\w-]+\.eyJ/,
  'an opaque token': /(?<![\w-])[\w-]{43}(?![\w-])/,
  'a ticket': /ticket=(?!\[secret\])/,
  'a telephone number': /(?:\+|%2B)\d{9,}|(?<![\w.-])1[2-9]\d{9}(?![\w-])/i,
  'a secret of the service': /0123456789abcdef0123456789abcdef/,
};

/** Reads everything a service logs in a test, so that the whole suite proves what is never logged. */
export class LogReader extends Writable {
  readonly lines: string[] = [];

  override _write(line: Buffer, _encoding: string, done: () => void): void {
    this.lines.push(line.toString());
    done();
  }

  /** @throws Error with the name of a secret that was logged, and the line. */
  expectNoSecrets(): void {
    for (const line of this.lines) {
      const found = Object.entries(FORBIDDEN).find(([, shape]) => shape.test(line));
      if (found) throw new Error(`The log holds ${found[0]}: ${line}`);
    }
  }
}

/** Adds to `lines` what is logged from now on by whoever has a logger of Nest; until `Logger.overrideLogger(false)`. */
export function keepLogged(lines: string[]): void {
  const keep = (...line: unknown[]) => lines.push(JSON.stringify(line));
  Logger.overrideLogger({ log: keep, warn: keep, error: keep });
}
