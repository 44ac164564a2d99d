import { freezeSentence, MESSAGE_KINDS, wording } from './wording';

const read = { title: 'Read ten pages', dueTime: '20:00' };
const run = { title: 'Run', dueTime: '20:00' };

describe('What a message says', () => {
  it.each(MESSAGE_KINDS.filter((kind) => kind !== 'freeze-used'))(
    'names the habit and asks or tells something: %s',
    (kind) => {
      const { title, body } = wording(kind, [read]);
      expect(title).toBe('Read ten pages');
      expect(body.length).toBeGreaterThan(10);
    },
  );

  it('owns up to being late', () => {
    expect(wording('late-call', [read]).body).toBe('Due 20:00, we were late. Done?');
  });

  it('tells why nobody rang', () => {
    expect(wording('not-called', [read], 'You asked us not to call.').body).toBe('You asked us not to call. Done?');
  });

  it('names a few habits and counts the rest', () => {
    expect(wording('habit-due', [read, run]).title).toBe('Read ten pages and Run');
    const many = ['Swim', 'Cycle', 'Sing'].map((title) => ({ title, dueTime: '20:00' }));
    expect(wording('habit-due', [read, run, ...many]).title).toBe('Read ten pages, Run, Swim and 2 more');
  });

  it('names a habit once, however often it was due', () => {
    expect(wording('late-call', [run, run, run]).title).toBe('Run');
  });

  it.each([
    [0, 'That was the last one; seven days in a row earn another.'],
    [1, 'You have 1 left.'],
  ])('names the day that a freeze covered, and what is left: %d', (left, rest) => {
    const { title, body } = wording('freeze-used', [], freezeSentence('2026-03-09', 12, left));
    expect(title).toBe('Your streak goes on');
    expect(body).toBe(`A freeze has kept your 12 days in a row over Monday 9 March. ${rest}`);
  });
});
