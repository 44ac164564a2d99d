import { eachAlone, togetherOrAlone } from './together';

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
