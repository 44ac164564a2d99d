import fc from 'fast-check';
import { MEANINGS, type Meaning, type Understanding } from '../meaning';
import { agreed, alarmIn } from './agreement';
import type { MeaningLikelihoods } from './classifier';

const quote = 'well, the way it is';
const rules = (meaning: Meaning, confidence = 0.75): Understanding => ({ meaning, confidence, quote });
const lost = rules('unclear', 0.2);

/** Likelihoods that are these, and nought elsewhere. */
const likely = (shares: Partial<Record<Meaning, number>>): MeaningLikelihoods => {
  return { ...(Object.fromEntries(MEANINGS.map((meaning) => [meaning, 0])) as MeaningLikelihoods), ...shares };
};

describe('The grammar and the classifier', () => {
  it('leave an answer to the grammar that they agree on', () => {
    const heard = { ...rules('done', 0.95), basis: 'words', quantity: 5 } as const;
    expect(agreed(heard, likely({ done: 0.9, 'not-done': 0.05 }), { quantity: 7 })).toBe(heard);
  });

  it('let the classifier answer where the grammar is lost, with the number and the time that were read', () => {
    const at = { at: '2026-11-23T20:00', callBackAt: new Date('2026-11-23T19:00:00Z') };
    expect(agreed(lost, likely({ later: 0.7, unclear: 0.3 }), { quantity: 3, ...at })).toEqual({
      meaning: 'later',
      confidence: 0.7,
      basis: 'likeness',
      quote,
      ...at,
    });
    expect(agreed(lost, likely({ partly: 0.7, unclear: 0.3 }), { quantity: 3, ...at })).toMatchObject({ quantity: 3 });
  });

  it.each<[string, Understanding, Partial<Record<Meaning, number>>]>([
    ['nothing is likely enough', lost, { skip: 0.35, 'not-done': 0.35, unclear: 0.3 }],
    ['a done is likely, but not enough', lost, { done: 0.55, partly: 0.45 }],
    ['a done may as well be a no', lost, { done: 0.8, 'not-done': 0.2 }],
    ['a no may as well be a done', lost, { 'not-done': 0.8, done: 0.2 }],
    ['the grammar hears a done that nobody else meant', rules('done'), { 'not-done': 0.97, done: 0.03 }],
    ['the grammar hears a no that nobody else meant', rules('not-done', 0.9), { done: 0.97, 'not-done': 0.03 }],
    ['the grammar suspects a done that is likely none', { ...lost, perhaps: 'done' }, { 'not-done': 0.99 }],
    ['an answer is likely none at all', rules('skip'), { skip: 0.3, repeat: 0.35, 'who-is-this': 0.35 }],
  ])('are unclear where %s', (_, heard, shares) => {
    expect(agreed(heard, likely(shares), {})).toMatchObject({ meaning: 'unclear', quote });
  });

  it.each<[string, Understanding]>([
    ['danger', { ...rules('unclear', 1), alarm: 'emergency' }],
    ['a wish not to be called', rules('stop-calling', 0.95)],
    ['an order to the machine', rules('unclear', 0.95)],
  ])('leave %s to the grammar alone, however unlikely', (_, heard) => {
    expect(agreed(heard, likely({ done: 1 }), {})).toBe(heard);
  });

  it('never make a done of a no, nor a no of a done', () => {
    const share = fc.float({ min: 0, max: 1, noNaN: true });
    const shares = fc.record(Object.fromEntries(MEANINGS.map((meaning) => [meaning, share])));
    fc.assert(
      fc.property(shares, fc.constantFrom<Meaning>('done', 'not-done'), (some, heard) => {
        const { meaning } = agreed(rules(heard, 0.9), some as MeaningLikelihoods, {});
        expect(meaning).not.toBe(heard === 'done' ? 'not-done' : 'done');
      }),
    );
  });

  it('hear danger the grammar has no words for', () => {
    expect(alarmIn({ none: 0.1, 'self-harm': 0.7, emergency: 0.2 })).toBe('self-harm');
    expect(alarmIn({ none: 0.5, 'self-harm': 0.1, emergency: 0.4 })).toBeUndefined();
  });
});
