import { plus, SECOND } from '../../../kernel/clock';
import { type Ring, verdictOn } from './verdict';

const DUE = new Date('2026-03-02T12:02:00Z');
const well: Ring = { dueAt: DUE, rangAt: plus(DUE, SECOND / 10), rings: 1, heard: true };

describe('A ring of the canary', () => {
  it.each<[string, Partial<Ring>, string]>([
    ['rang at once and was heard', {}, 'on-time'],
    ['rang two seconds later', { rangAt: plus(DUE, 2 * SECOND) }, 'on-time'],
    ['rang later than that', { rangAt: plus(DUE, 2 * SECOND + 1) }, 'late'],
    ['rang, and its word was lost', { heard: false }, 'unheard'],
    ['rang twice', { rings: 2 }, 'double'],
    ['did not ring', { rangAt: null, rings: 0, heard: false }, 'missed'],
  ])('%s', (_, change, verdict) => expect(verdictOn({ ...well, ...change })).toBe(verdict));
});
