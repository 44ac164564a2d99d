import { Injectable } from '@nestjs/common';
import type { LineName } from '../domain/call';
import { BrowserLine } from './browser-line';
import type { Line } from './line';

/** The lines there are, by name. */
@Injectable()
export class Lines {
  private readonly lines: Map<LineName, Line>;

  constructor(browser: BrowserLine) {
    this.lines = new Map([[browser.name, browser]]);
  }

  /** @throws Error when there is no such line: nothing is dialed on a line that is not there. */
  of(name: LineName): Line {
    const line = this.lines.get(name);
    if (!line) throw new Error(`There is no ${name} line.`);
    return line;
  }
}
