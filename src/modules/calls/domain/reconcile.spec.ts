import fc from 'fast-check';
import { plus, SECOND } from '../../../kernel/clock';
import { type Candidate, type Reconciled, reconcile, type Unknown } from './reconcile';

const dialedAt = new Date('2026-11-23T07:00:00Z');
const at = (seconds: number) => plus(dialedAt, seconds * SECOND);
const unknown: Unknown = { dialedAt, unknownSince: at(5), absences: 0, dials: 1 };
const made = (providerCallId: string, seconds: number): Candidate => ({ providerCallId, createdAt: at(seconds) });

describe('A dial nobody confirmed', () => {
  it('is the call that the provider lists', () => {
    const next = reconcile(unknown, [made('CA1', 1)], at(10));
    expect(next).toEqual({ kind: 'adopt', call: made('CA1', 1), doubles: [] });
  });

  it('is the first of several, and the others are doubles of it', () => {
    const next = reconcile(unknown, [made('CA2', 3), made('CA1', 1)], at(10));
    expect(next).toMatchObject({
      kind: 'adopt',
      call: { providerCallId: 'CA1' },
      doubles: [{ providerCallId: 'CA2' }],
    });
  });

  it('is no call that was made before it was asked for', () => {
    expect(reconcile(unknown, [made('CA0', -60)], at(10)).kind).toBe('look-again');
  });

  it('may be one that was made a little before by the clock of the provider', () => {
    expect(reconcile(unknown, [made('CA1', -20)], at(10)).kind).toBe('adopt');
  });

  it('may be one that the provider has not dated yet, which is newer than all it has', () => {
    const undated: Candidate = { providerCallId: 'CA2', createdAt: null };
    expect(reconcile({ ...unknown, absences: 2 }, [undated], at(65))).toEqual({
      kind: 'adopt',
      call: undated,
      doubles: [],
    });
    expect(reconcile(unknown, [undated, made('CA1', 1)], at(10))).toMatchObject({
      call: { providerCallId: 'CA1' },
      doubles: [undated],
    });
  });

  it('is adopted however long it has taken to find', () => {
    expect(reconcile(unknown, [made('CA1', 1)], at(3600)).kind).toBe('adopt');
  });

  it('is dialed again once, after three listings without it over a minute', () => {
    expect(reconcile({ ...unknown, absences: 1 }, [], at(65))).toEqual({ kind: 'look-again', absences: 2 });
    expect(reconcile({ ...unknown, absences: 2 }, [], at(64.9))).toEqual({ kind: 'look-again', absences: 3 });
    expect(reconcile({ ...unknown, absences: 2 }, [], at(65))).toEqual({ kind: 'dial-again' });
    expect(reconcile({ ...unknown, absences: 2, dials: 2 }, [], at(65))).toEqual({ kind: 'give-up' });
  });

  it('is proven by nothing while the provider cannot tell', () => {
    expect(reconcile({ ...unknown, absences: 2 }, null, at(65))).toEqual({ kind: 'look-again', absences: 0 });
  });

  it('is given up after ten minutes of not knowing', () => {
    expect(reconcile({ ...unknown, absences: 0 }, null, at(605))).toEqual({ kind: 'give-up' });
    expect(reconcile({ ...unknown, absences: 0 }, null, at(604)).kind).toBe('look-again');
  });

  it('is never dialed again where the provider has listed it, or has not told three times in a row', () => {
    const looks = fc.array(fc.constantFrom('absent', 'cannot tell', 'listed'), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(looks, (answers) => {
        const { ending, heard } = followed(answers);
        if (ending === 'dial-again') expect(heard.slice(-3)).toEqual(['absent', 'absent', 'absent']);
        if (heard.includes('listed')) expect(ending).toBe('adopt');
      }),
    );
  });
});

/** Looks every 20 seconds until it is settled, as the provider answers. */
function followed(answers: string[]): { ending: Reconciled<Candidate>['kind']; heard: string[] } {
  let facts = unknown;
  for (const [look, answer] of answers.entries()) {
    const listed = answer === 'cannot tell' ? null : answer === 'listed' ? [made('CA1', 1)] : [];
    const next = reconcile(facts, listed, at(5 + look * 20));
    if (next.kind !== 'look-again') return { ending: next.kind, heard: answers.slice(0, look + 1) };
    facts = { ...facts, absences: next.absences };
  }
  return { ending: 'look-again', heard: answers };
}
