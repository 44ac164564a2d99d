import { claimByClaim, eachAlone, togetherOrAlone } from './together';

describe('A batch with one that cannot be helped', () => {
  const done: number[][] = [];
  const work = async (some: number[]) => {
    if (some.includes(2)) throw new Error('two');
    done.push(some);
  };

  beforeEach(() => done.splice(0));

  it('is done at once when all goes well', async () => {
    await togetherOrAlone([1, 3], work);
    expect(done).toEqual([[1, 3]]);
  });

  it('is done one by one otherwise, and the failure is still told', async () => {
    await expect(togetherOrAlone([1, 2, 3], work)).rejects.toThrow('1 of 3 failed');
    expect(done).toEqual([[1], [3]]);
  });

  it('tells the failure of a single one as it is', async () => {
    await expect(togetherOrAlone([2], work)).rejects.toThrow('two');
  });

  it('goes on after a failure', async () => {
    await expect(eachAlone([2, 3], (item) => work([item]))).rejects.toBeInstanceOf(AggregateError);
    expect(done).toEqual([[3]]);
  });
});

describe('A sweep of claims', () => {
  const done: number[] = [];
  let waiting: number[];
  let atWork: number;
  let mostAtWork: number;

  const claims = {
    next: async () => waiting.splice(0, 3),
    only: async (item: number) => [item],
  };
  const work = async (claim: () => Promise<number[]>) => {
    atWork += 1;
    mostAtWork = Math.max(mostAtWork, atWork);
    const some = await claim().finally(() => {
      atWork -= 1;
    });
    if (some.includes(2)) throw new Error('two');
    done.push(...some);
  };

  beforeEach(() => {
    done.splice(0);
    waiting = [1, 3, 4, 5, 6, 7, 8];
    atWork = 0;
    mostAtWork = 0;
  });

  it('goes on until nothing waits, each taken once, in as many lanes as it has', async () => {
    await claimByClaim(2, claims, work);
    expect(done.toSorted()).toEqual([1, 3, 4, 5, 6, 7, 8]);
    expect(mostAtWork).toBe(2);
  });

  it('takes those of a batch that failed one by one, and the failure is still told', async () => {
    waiting = [1, 2, 3];
    await expect(claimByClaim(2, claims, work)).rejects.toBeInstanceOf(AggregateError);
    expect(done).toEqual([1, 3]);
  });

  it('looks once when nothing waits', async () => {
    waiting = [];
    const next = jest.fn(claims.next);
    await claimByClaim(2, { ...claims, next }, work);
    expect(next).toHaveBeenCalledTimes(1);
  });

  it('ends when even the claim fails', async () => {
    const failing = { ...claims, next: () => Promise.reject(new Error('none')) };
    await expect(claimByClaim(2, failing, work)).rejects.toThrow('none');
  });
});

describe('Each alone, some at once', () => {
  it('are never more than that, and all are done', async () => {
    let atOnce = 0;
    const seen: number[] = [];
    const work = async (item: number) => {
      atOnce += 1;
      seen.push(atOnce);
      await Promise.resolve(item);
      atOnce -= 1;
    };
    await eachAlone([1, 2, 3, 4, 5], work, 2);
    expect(seen).toHaveLength(5);
    expect(Math.max(...seen)).toBe(2);
  });
});
