/** Longer than anything takes that a test waits for, in milliseconds of the wall clock. */
const PATIENCE = 10_000;

/** Wakes those who wait for something to be so. */
export class Bell {
  private waiting: (() => void)[] = [];

  /** Something has changed. */
  ring(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }

  /** Resolves once it is so, however long that takes. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The same, for a test: it does not wait for what does not come. @throws Error that says what. */
  async soon(isSo: () => boolean, what: string): Promise<void> {
    const { promise, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error(`It never came to be: ${what}.`)), PATIENCE);
    await Promise.race([this.until(isSo), promise]).finally(() => clearTimeout(timer));
  }
}
