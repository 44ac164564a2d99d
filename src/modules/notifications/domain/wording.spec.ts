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

  it('tells what a freeze has kept, and how many are left', () => {
    const told = wording('freeze-used', [], freezeSentence(23, 1));
    expect(told.title).toBe('Your streak goes on');
    expect(told.body).toBe('A freeze has kept your 23 days in a row over yesterday. You have 1 left.');
    expect(freezeSentence(9, 0)).toContain('That was the last one');
  });

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
});
