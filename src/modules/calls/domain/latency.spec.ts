import fc from 'fast-check';
import { latencyOf } from './latency';

describe('The latency of a call', () => {
  it.each<[number[], object | null]>([
    [[], null],
    [[3.4], { turns: 1, p50Ms: 3, p95Ms: 3 }],
    [[700, 1, 2], { turns: 3, p50Ms: 2, p95Ms: 700 }],
    [Array.from({ length: 20 }, (_, index) => 20 - index), { turns: 20, p50Ms: 10, p95Ms: 19 }],
  ])('of %j is %j', (waits, expected) => {
    expect(latencyOf(waits)).toEqual(expected);
  });

  it('does not depend on the order, and lies among the waits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5000), { minLength: 1 }), (waits) => {
        const latency = latencyOf(waits)!;
        expect(latencyOf(waits.toReversed())).toEqual(latency);
        expect(waits).toEqual(expect.arrayContaining([latency.p50Ms, latency.p95Ms]));
        expect(latency.p50Ms).toBeLessThanOrEqual(latency.p95Ms);
      }),
    );
  });
});
