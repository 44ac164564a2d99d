import { type History, newPast, type PastMoment, pastMoments, type Standing, type ToldDay } from './history';
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
  date,
  time,
  status: 'completed',
  quantity: null,
  reason: null,
  note: null,
});

const past = (history: Partial<History>, schedule = EVERY_EVENING, dayEndsAt = '00:00') =>
  pastMoments({ told: [], missed: [], silence: null, ...history }, schedule, 'Europe/Lisbon', dayEndsAt);

const shown = (moments: PastMoment[]) =>
  moments.map(({ localDate, localTime, day, status, word }) =>
    [localDate, localTime, ...(day === localDate ? [] : [`of ${day}`]), status, word ? 'told' : 'silent'].join(' '),
  );

describe('The past of a habit', () => {
  it('is what was told, and misses where it was due and nothing was said', () => {
    const silence = { from: '2026-03-01', to: '2026-03-04', spared: ['2026-03-03'] };
    expect(shown(past({ told: [done('2026-03-04'), done('2026-03-01')], silence }))).toEqual([
      '2026-03-01 20:00 completed told',
      '2026-03-02 20:00 missed silent',
      '2026-03-04 20:00 completed told',
    ]);
  });

  it('misses only what the rule asks for, and keeps what was done beside it', () => {
    const silence = { from: '2026-03-01', to: '2026-03-07', spared: [] };
    const everyThirdDay = { ...EVERY_EVENING, recurrence: 'FREQ=DAILY;INTERVAL=3' };
    expect(shown(past({ told: [done('2026-03-02')], silence }, everyThirdDay))).toEqual([
      '2026-03-01 20:00 missed silent',
      '2026-03-02 20:00 completed told',
      '2026-03-04 20:00 missed silent',
      '2026-03-07 20:00 missed silent',
    ]);
  });

  it('was missed where that is known, until somebody says more', () => {
    expect(shown(past({ told: [done('2026-03-01')], missed: ['2026-03-01', '2026-03-03'] }))).toEqual([
      '2026-03-01 20:00 completed told',
      '2026-03-03 20:00 missed silent',
    ]);
  });

  it('counts a day for that day, also when the habit is due in the night that ends it', () => {
    const atOne = { ...EVERY_EVENING, times: ['01:00'] };
    expect(shown(past({ told: [done('2026-03-02')] }, atOne, '03:00'))).toEqual([
      '2026-03-03 01:00 of 2026-03-02 completed told',
    ]);
  });

  it('takes a told time as it is, and the first of two words about one moment', () => {
    const twice = [done('2026-03-02', '07:00'), { ...done('2026-03-02', '07:00'), status: 'skipped' as const }];
    expect(shown(past({ told: twice }))).toEqual(['2026-03-02 07:00 completed told']);
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
    const { made, told } = newPast(past(history), there);
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

  it('is one word about a moment, though a day is told with its time and without', () => {
    const there = [standing('2026-03-01', '07:00', false)];
    expect(news({ told: [done('2026-03-01', '07:00'), done('2026-03-01')] }, there).told).toHaveLength(1);
  });

  it('is another moment of a day that was told with its time', () => {
    const there = [standing('2026-03-01', '07:00', true)];
    expect(news({ told: [done('2026-03-01', '07:00'), done('2026-03-01', '20:00')] }, there).made).toEqual([
      '2026-03-01 20:00 completed told',
    ]);
  });
});
