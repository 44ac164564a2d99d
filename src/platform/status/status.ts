import { Injectable } from '@nestjs/common';

type Read = () => unknown;

/**
 * What operators see on one page. Each part of the machinery enters its own section, so that this page knows none of them;
 * a section that cannot be read says so and hides no other.
 */
@Injectable()
export class Status {
  private readonly sections = new Map<string, Read>();

  /** Enters a section. `read` is called for every request: it gives plain data, and asks no more than it must. */
  section(name: string, read: Read): void {
    this.sections.set(name, read);
  }

  async report(): Promise<Record<string, unknown>> {
    const entries = await Promise.all([...this.sections].map(async ([name, read]) => [name, await outcomeOf(read)]));
    return Object.fromEntries(entries);
  }
}

async function outcomeOf(read: Read): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    return { unreadable: (error as Error).message };
  }
}
