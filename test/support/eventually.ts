import { setTimeout } from 'node:timers/promises';

/** Longer than anything here takes, in milliseconds. */
const PATIENCE = 10_000;

/** Asks again until it is so: for what the service does on its own, after a socket has closed for instance. */
export async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('It never came to be.');
    await setTimeout(10);
  }
}
