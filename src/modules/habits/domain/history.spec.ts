import fc from 'fast-check';
import { type History, newPast, type Past, type PastMoment, pastMoments, type Standing, type ToldDay } from './history';
import type { Schedule } from './schedule';

const EVERY_EVENING: Schedule = {
  startDate: '2026-03-01',
  endDate: null,
  recurrence: 'FREQ=DAILY',
  times: ['20:00'],
  timeZone: null,
  goal: null,
  exceptions: [],
};

const done = (date: string, time: string | null = null): ToldDay => ({
  row: null,
  date,
  time,
  status: 'completed',
  quantity: null,
  reason: null,
  note: null,
});

/** Counted, and nothing else said of it. */
const counted = (date: string, time: string | null, quantity: number): ToldDay => ({
  ...done(date, time),
  status: null,
  quantity,
});

const past = (history: Partial<History>, schedule = EVERY_EVENING, dayEndsAt = '00:00') =>
  pastMoments({ told: [], missed: [], silence: null, target: null, ...history }, schedule, 'Europe/Lisbon', dayEndsAt);

const momentsShown = ({ moments }: Past) => shown(moments);

const shown = (moments: PastMoment[]) =>
  moments.map(({ localDate, localTime, day, status, word }) =>
    [localDate, localTime, ...(day === localDate ? [] : [`of ${day}`]), status, word ? 'told' : 'silent'].join(' '),
  );

const byNumber = (one: number, other: number) => one - other;
const anyDate = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-03');
const anyTime = fc.constantFrom('01:00', '07:00', '20:00');
const anyTimes = fc.uniqueArray(anyTime, { minLength: 1 });
const anyDayEnd = fc.constantFrom('00:00', '03:00');
/** As a table tells of days: each date and time once, and each row with its number. */
const anyTold = fc
  .uniqueArray(fc.tuple(anyDate, fc.option(anyTime)), { selector: String, maxLength: 12 })
  .map((days) => days.map(([date, time], row) => ({ ...done(date, time), row, note: `${row}` })));

describe('The past of a habit', () => {
  it('is what was told, and misses where it was due and nothing was said', () => {
    const silence = { from: '2026-03-01', to: '2026-03-04', spared: ['2026-03-03'] };
    expect(momentsShown(past({ told: [done('2026-03-04'), done('2026-03-01')], silence }))).toEqual([
      '2026-03-01 20:00 completed told',
      '2026-03-02 20:00 missed silent',
      '2026-03-04 20:00 completed told',
    ]);
  });

  it('misses only what the rule asks for, and keeps what was done beside it', () => {
    const silence = { from: '2026-03-01', to: '2026-03-07', spared: [] };
    const everyThirdDay = { ...EVERY_EVENING, recurrence: 'FREQ=DAILY;INTERVAL=3' };
    expect(momentsShown(past({ told: [done('2026-03-02')], silence }, everyThirdDay))).toEqual([
      '2026-03-01 20:00 missed silent',
      '2026-03-02 20:00 completed told',
      '2026-03-04 20:00 missed silent',
      '2026-03-07 20:00 missed silent',
    ]);
  });

  it('was missed where that is known, until somebody says more', () => {
    expect(momentsShown(past({ told: [done('2026-03-01')], missed: ['2026-03-01', '2026-03-03'] }))).toEqual([
      '2026-03-01 20:00 completed told',
      '2026-03-03 20:00 missed silent',
    ]);
  });

  it('counts a day for that day, also when the habit is due in the night that ends it', () => {
    const atOne = { ...EVERY_EVENING, times: ['01:00'] };
    expect(momentsShown(past({ told: [done('2026-03-02')] }, atOne, '03:00'))).toEqual([
      '2026-03-03 01:00 of 2026-03-02 completed told',
    ]);
  });

  it('takes a told time as it is, and tells of the later of two words about one moment', () => {
    const told = [
      { ...done('2026-03-02', '20:00'), row: 2 },
      { ...done('2026-03-02'), row: 3, status: 'skipped' as const },
      { ...done('2026-03-03'), row: 4, status: 'skipped' as const },
      { ...done('2026-03-03', '20:00'), row: 5 },
    ];
    const { moments, twins } = past({ told });
    expect(shown(moments)).toEqual(['2026-03-02 20:00 completed told', '2026-03-03 20:00 skipped told']);
    expect(twins).toEqual([
      { row: 3, localDate: '2026-03-02', localTime: '20:00' },
      { row: 5, localDate: '2026-03-03', localTime: '20:00' },
    ]);
  });

  it.each([
    ['at-least', 1999, 'missed'],
    ['at-least', 2000, 'completed'],
    ['at-most', 2000, 'completed'],
    ['at-most', 2001, 'missed'],
  ] as const)(
    'is judged by all that was counted of its day: %s 2000, of which there were %i',
    (direction, sum, became) => {
      const target = { value: 2000, direction };
      const skipped = { ...done('2026-03-01', '12:00'), status: 'skipped' as const };
      const told = [counted('2026-03-01', '07:00', 1200), skipped, counted('2026-03-02', '01:00', sum - 1200)];
      expect(momentsShown(past({ told, target }, EVERY_EVENING, '03:00'))).toEqual([
        `2026-03-01 07:00 ${became} told`,
        '2026-03-01 12:00 skipped told',
        `2026-03-02 01:00 of 2026-03-01 ${became} told`,
      ]);
    },
  );

  it('keeps every day that was told, or tells of it as the twin of another', () => {
    fc.assert(
      fc.property(anyTold, anyTimes, anyDayEnd, (told, times, dayEndsAt) => {
        const { moments, twins } = past({ told }, { ...EVERY_EVENING, times }, dayEndsAt);
        const kept = moments.map(({ word }) => Number(word!.note));
        expect([...kept, ...twins.map(({ row }) => row!)].sort(byNumber)).toEqual(told.map(({ row }) => row));
        expect(new Set(shown(moments)).size).toBe(moments.length);
      }),
    );
  });
});

describe('What is new of a past', () => {
  const standing = (day: string, localTime: string, isTold: boolean): Standing => ({
    id: `${day} ${localTime}`,
    localDate: day,
    localTime,
    day,
    status: isTold ? 'completed' : 'missed',
    isTold,
  });
  const news = (history: Partial<History>, there: Standing[]) => {
    const { made, told } = newPast(past(history).moments, there);
    return { made: shown(made), told: told.map(({ standing: { id } }) => id) };
  };
  const silence = { from: '2026-03-01', to: '2026-03-02', spared: [] };

  it('is everything, where there is nothing yet', () => {
    expect(news({ told: [done('2026-03-01')], silence }, []).made).toHaveLength(2);
  });

  it('is nothing the second time, also when the habit has moved to another time since', () => {
    const there = [standing('2026-03-01', '07:00', true), standing('2026-03-02', '07:00', false)];
    expect(news({ told: [done('2026-03-01')], silence }, there)).toEqual({ made: [], told: [] });
  });

  it('is a word where there was none, and never another word', () => {
    const there = [standing('2026-03-01', '20:00', true), standing('2026-03-02', '20:00', false)];
    const skipped = { ...done('2026-03-01'), status: 'skipped' as const };
    expect(news({ told: [skipped, done('2026-03-02')] }, there)).toEqual({ made: [], told: ['2026-03-02 20:00'] });
  });

  it('is a word for each, though a day is told with its time and without, and was asked for at that time alone', () => {
    const told = [done('2026-03-01', '07:00'), done('2026-03-01')];
    expect(news({ told }, [standing('2026-03-01', '07:00', false)])).toEqual({
      made: ['2026-03-01 20:00 completed told'],
      told: ['2026-03-01 07:00'],
    });
  });

  it('is every day that was told, where no word stands, each at a moment of its own, and nothing the second time', () => {
    const anyStanding = fc.uniqueArray(fc.tuple(anyDate, anyTime), { selector: String, maxLength: 8 });
    fc.assert(
      fc.property(anyTold, anyTimes, anyStanding, (told, times, asked) => {
        const { moments } = past({ told }, { ...EVERY_EVENING, times });
        const there = asked.map(([date, time]) => standing(date, time, false));
        const { made, told: words } = newPast(moments, there);
        expect([...made, ...words.map(({ moment }) => moment)]).toHaveLength(moments.length);
        const after = [
          ...there.map((one) => ({ ...one, isTold: words.some(({ standing: { id } }) => id === one.id) })),
          ...made.map(({ localDate, localTime }) => standing(localDate, localTime, true)),
        ];
        expect(new Set(words.map(({ standing: { id } }) => id)).size).toBe(words.length);
        expect(newPast(moments, after)).toEqual({ made: [], told: [] });
      }),
    );
  });

  it('is another moment of a day that was told with its time', () => {
    const there = [standing('2026-03-01', '07:00', true)];
    expect(news({ told: [done('2026-03-01', '07:00'), done('2026-03-01', '20:00')] }, there).made).toEqual([
      '2026-03-01 20:00 completed told',
    ]);
  });
});
