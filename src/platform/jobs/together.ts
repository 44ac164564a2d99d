/** After so many batches a sweep lets others have their turn, and goes on at the next tick. */
const MOST_BATCHES = 200;

/**
 * Takes batch after batch until nothing waits, or nothing of it can be moved on just now (others hold it).
 * `work` returns how many it took care of. `most`: so many batches, and the rest at the next tick.
 */
export async function batchByBatch<Item>(
  next: () => Promise<Item[]>,
  work: (some: Item[]) => Promise<number>,
  most = MOST_BATCHES,
): Promise<void> {
  for (let batch = 0; batch < most; batch += 1) {
    const items = await next();
    if (items.length === 0) return;
    let done = 0;
    await togetherOrAlone(items, async (some) => {
      done += await work(some);
    });
    if (done === 0) return;
  }
}

/** How a sweep takes hold of whom it works for, in the transaction it works in. */
export interface Claims<Item> {
  /** The next, as many as fit a batch, but for those whom somebody else holds. */
  next: () => Promise<Item[]>;
  /** This one alone, unless somebody else holds it. */
  only: (item: Item) => Promise<Item[]>;
}

/**
 * Claim after claim until nothing waits that nobody holds, in so many lanes at once: while one waits for the database another
 * thinks. Lanes share what waits as replicas do, and a second one opens only when there was something for the first. `work`
 * claims as the first thing in its transaction.
 */
export async function claimByClaim<Item>(
  lanes: number,
  claims: Claims<Item>,
  work: (claim: () => Promise<Item[]>) => Promise<unknown>,
): Promise<void> {
  const lane = async () => {
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) if ((await claimOnce(claims, work)) === 0) return;
  };
  if ((await claimOnce(claims, work)) > 0) await eachAlone(Array(lanes).fill(lane), (lane) => lane(), lanes);
}

/** Returns how many were claimed. When it fails for all of them, each is claimed alone. */
async function claimOnce<Item>(
  { next, only }: Claims<Item>,
  work: (claim: () => Promise<Item[]>) => Promise<unknown>,
): Promise<number> {
  let claimed: Item[] = [];
  try {
    await work(async () => {
      claimed = await next();
      return claimed;
    });
  } catch (error) {
    if (claimed.length < 2) throw error;
    await eachAlone(claimed, (item) => work(() => only(item)));
  }
  return claimed.length;
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
 * Works on one after the other, or on so many at once, going on when one fails.
 * @throws AggregateError of those that failed, at the end.
 */
export async function eachAlone<Item>(
  items: Item[],
  work: (item: Item) => Promise<unknown>,
  atOnce = 1,
): Promise<void> {
  const errors: unknown[] = [];
  const waiting = items.values();
  const lane = async () => {
    for (const item of waiting) await work(item).catch((error) => errors.push(error));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`);
}
