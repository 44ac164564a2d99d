import { isInside } from './calling-window';

const tuesday = (time: string) => ({ date: '2026-11-24', time });

describe('The calling window', () => {
  const plain = { start: '08:00', end: '21:00', days: {} };

  it.each([
    ['07:59', false],
    ['08:00', true],
    ['20:59', true],
    ['21:00', false],
  ])('opens at its start and closes at its end: %s', (time, inside) => {
    expect(isInside(plain, tuesday(time))).toBe(inside);
  });

  it('may last until midnight', () => {
    expect(isInside({ ...plain, end: '24:00' }, tuesday('23:59'))).toBe(true);
    expect(isInside({ ...plain, end: '24:00' }, tuesday('00:00'))).toBe(false);
  });

  it('may cross midnight, its night belonging to the day it began', () => {
    const night = { start: '20:00', end: '02:00', days: { MO: null } };
    expect(isInside(night, tuesday('20:00'))).toBe(true);
    expect(isInside(night, tuesday('19:59'))).toBe(false);
    expect(isInside(night, tuesday('01:59'))).toBe(false);
    expect(isInside(night, { date: '2026-11-25', time: '01:59' })).toBe(true);
    expect(isInside(night, { date: '2026-11-25', time: '02:00' })).toBe(false);
  });

  it('has days with hours of their own, and quiet days', () => {
    const weekly = { ...plain, days: { TU: { start: '10:00', end: '12:00' }, WE: null } };
    expect(isInside(weekly, tuesday('09:00'))).toBe(false);
    expect(isInside(weekly, tuesday('11:59'))).toBe(true);
    expect(isInside(weekly, { date: '2026-11-25', time: '11:00' })).toBe(false);
    expect(isInside(weekly, { date: '2026-11-26', time: '09:00' })).toBe(true);
  });
});
