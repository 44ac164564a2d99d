/** After so many batches a sweep lets others have their turn, and goes on at the next tick. */
const MOST_BATCHES = 200;

/**
 * Takes batch after batch until nothing waits, or nothing of it can be moved on just now (others hold it).
 * `work` returns how many it took care of.
 */
export async function batchByBatch<Item>(
  next: () => Promise<Item[]>,
  work: (some: Item[]) => Promise<number>,
): Promise<void> {
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const items = await next();
    if (items.length === 0) return;
    let done = 0;
    await togetherOrAlone(items, async (some) => {
      done += await work(some);
    });
    if (done === 0) return;
  }
}

/**
 * Works on all of them at once; when that fails, on each alone, so that one that cannot be helped holds up nobody else.
 * @throws AggregateError of those that failed alone as well, when all the others are done.
 */
export async function togetherOrAlone<Item>(items: Item[], work: (some: Item[]) => Promise<unknown>): Promise<void> {
  try {
    await work(items);
  } catch (error) {
    if (items.length === 1) throw error;
    await eachAlone(items, (item) => work([item]));
  }
}

/**
 * Works on one after the other, going on when one fails.
 * @throws AggregateError of those that failed, at the end.
 */
export async function eachAlone<Item>(items: Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) await work(item).catch((error) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`);
}
