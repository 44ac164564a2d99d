import { HOUR, plus } from '../../../kernel/clock';
import { isBackfill, isTooEarly, momentBeforeStart } from './backfill';

const DUE_AT = new Date('2026-05-01T07:00Z');

describe('A check-in', () => {
  it('may come from 48 hours before its time on', () => {
    expect(isTooEarly(DUE_AT, plus(DUE_AT, -48 * HOUR))).toBe(false);
    expect(isTooEarly(DUE_AT, plus(DUE_AT, -48 * HOUR - 1))).toBe(true);
  });

  it('repairs for 48 hours after its time, and is history from then on', () => {
    expect(isBackfill(DUE_AT, plus(DUE_AT, 48 * HOUR))).toBe(false);
    expect(isBackfill(DUE_AT, plus(DUE_AT, 48 * HOUR + 1))).toBe(true);
  });
});

describe('A moment from before the start', () => {
  const schedule = { startDate: '2026-05-01', times: ['00:30', '20:00'] };
  const at = (date: string, time: string, now = DUE_AT) =>
    momentBeforeStart(schedule, 'Europe/Lisbon', '03:00', date, time, now);

  it('is any earlier date at one of the times, and counts for its day', () => {
    expect(at('2019-02-28', '20:00')).toEqual({
      localDate: '2019-02-28',
      localTime: '20:00',
      dueAt: new Date('2019-02-28T20:00Z'),
      day: '2019-02-28',
    });
    expect(at('2026-04-30', '00:30')?.day).toBe('2026-04-29');
  });

  it.each([
    ['from the start on', '2026-05-01', '20:00'],
    ['at another time', '2026-04-30', '20:01'],
    ['on no date', '2026-02-30', '20:00'],
    ['in no language of ours', 'yesterday', '20:00'],
  ])('is none %s', (_, date, time) => {
    expect(at(date, time)).toBeNull();
  });

  it('is past: what is still to come has not begun', () => {
    expect(at('2026-04-30', '20:00', new Date('2026-04-30T18:59Z'))).toBeNull();
  });
});
