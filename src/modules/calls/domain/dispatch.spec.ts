import fc from 'fast-check';
import { type Due, dispatch } from './dispatch';
import { refusal } from './gate';

const now = new Date('2026-11-23T07:00:30Z');
const due = (channel: 'call' | 'push', minutesAgo: number): Due => ({
  channel,
  dueAt: new Date(now.getTime() - minutesAgo * 60_000),
  lateMinutes: 10,
});

describe('Dispatch', () => {
  it('makes one call of everything that is due', () => {
    const [run, read] = [due('call', 0), due('call', 5)];
    expect(dispatch([run, read], null, now).call).toEqual([run, read]);
  });

  it('sends a message for a silent habit', () => {
    expect(dispatch([due('push', 0)], null, now)).toMatchObject({ call: [], tell: [expect.anything()] });
  });

  it('rings up to ten minutes late, and then owns up by message', () => {
    expect(dispatch([due('call', 10)], null, now).call).toHaveLength(1);
    expect(dispatch([due('call', 10.1)], null, now)).toMatchObject({ call: [], late: [expect.anything()] });
  });

  it('tells at once what it may not ring', () => {
    expect(dispatch([due('call', 0)], refusal('outside-window'), now)).toMatchObject({
      call: [],
      instead: [expect.anything()],
    });
  });

  it('drops nothing and doubles nothing', () => {
    const one = fc.record({
      channel: fc.constantFrom('call' as const, 'push' as const),
      dueAt: fc.integer({ min: 0, max: 7200 }).map((seconds) => new Date(now.getTime() - seconds * 1000)),
      lateMinutes: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(one), fc.boolean(), (all, refused) => {
        const { call, tell, late, instead } = dispatch(all, refused ? refusal('silent') : null, now);
        const dealtWith = [...call, ...tell, ...late, ...instead];
        expect(dealtWith).toHaveLength(all.length);
        expect(new Set(dealtWith)).toEqual(new Set(all));
      }),
    );
  });
});
