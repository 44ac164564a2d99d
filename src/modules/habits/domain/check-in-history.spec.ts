import { HOUR, plus } from '../../../kernel/clock';
import { historyOf } from './check-in-history';

const DUE_AT = new Date('2026-05-01T07:00Z');
const RING = { localDate: '2026-05-01', localTime: '07:00' };
const OTHER = { localDate: '2026-05-01', localTime: '19:00' };
const occurrence = { ...RING, dueAt: DUE_AT };
const hoursAfter = (hours: number) => plus(DUE_AT, hours * HOUR);

const word = (hours: number, change = {}) => ({
  ...{
    status: 'completed' as const,
    via: 'app' as const,
    at: hoursAfter(hours),
    quantity: null,
    quote: null,
    reason: null,
  },
  ...{ note: null, backfill: false, supersededAt: null, takenBackVia: null, ...change },
});

const number = (hours: number, change: 'set' | 'add' | 'take-back', amount: number | null, total: number | null) => ({
  ...{
    ...RING,
    change,
    amount,
    total,
    via: 'app' as const,
    at: hoursAfter(hours),
    quote: null,
    note: null,
    withWord: false,
  },
});

const inWords = (entries: ReturnType<typeof historyOf>) =>
  entries.map(({ kind, status, quantity, total, supersededAt }) =>
    [kind, status, quantity, total, supersededAt && 'ended'].filter((part) => part !== null).join(' '),
  );

describe('The history of an occurrence', () => {
  it('tells a correction from a removal', () => {
    const words = [
      word(1, { status: 'missed', supersededAt: hoursAfter(2) }),
      word(2, { supersededAt: hoursAfter(3), takenBackVia: 'sync' }),
    ];
    const history = historyOf(occurrence, words, []);
    expect(inWords(history)).toEqual(['check-in missed ended', 'check-in completed ended', 'taken-back']);
    expect(history.at(-1)).toMatchObject({ via: 'sync', at: hoursAfter(3), supersededAt: null });
  });

  it('tells a number that came with a word once, and that of another moment as well', () => {
    const words = [word(1, { quantity: 3 })];
    const numbers = [
      { ...number(1, 'set', 3, 3), withWord: true },
      number(2, 'add', 2, 5),
      { ...number(3, 'set', 9, 9), ...OTHER, withWord: true },
    ];
    expect(inWords(historyOf(occurrence, words, numbers))).toEqual([
      'check-in completed 3 3',
      'progress 2 5',
      'check-in 9 9',
    ]);
  });

  it('knows when a number was replaced, and that it stands again once the other is taken back', () => {
    const numbers = [number(1, 'set', 1000, 1000), { ...number(2, 'set', 1500, 1500), ...OTHER }];
    const takenBack = { ...number(3, 'take-back', null, 1000), ...OTHER };
    expect(inWords(historyOf(occurrence, [], numbers))).toEqual(['check-in 1000 1000 ended', 'check-in 1500 1500']);
    expect(inWords(historyOf(occurrence, [], [...numbers, takenBack]))).toEqual([
      'check-in 1000 1000',
      'check-in 1500 1500 ended',
      'taken-back 1000',
    ]);
  });

  it('marks what was told long after the fact', () => {
    const [repair, history] = historyOf(occurrence, [], [number(48, 'set', 1, 1), number(49, 'set', 2, 2)]);
    expect([repair!.backfill, history!.backfill]).toEqual([false, true]);
  });
});
