import {
  addDays,
  asIanaSpells,
  dayAt,
  dayBeginsAt,
  dayOf,
  daysBetween,
  instantOf,
  isLocalDate,
  isTimeZone,
  minutesOf,
  wallTimeAt,
} from './local-time';

describe('instantOf', () => {
  it.each([
    ['an ordinary morning', '2026-03-02', '07:00', 'Europe/Berlin', '2026-03-02T06:00:00.000Z'],
    [
      'a time the spring night skips is shifted forward',
      '2026-03-29',
      '02:30',
      'Europe/Berlin',
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'a time the autumn night doubles is the first',
      '2026-10-25',
      '02:30',
      'Europe/Berlin',
      '2026-10-25T00:30:00.000Z',
    ],
    ['a midnight that does not exist', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['a gap of half an hour', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['a day that was skipped whole', '2011-12-30', '09:00', 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
  ])('%s', (_, date, time, zone, expected) => {
    expect(instantOf({ date, time }, zone).toISOString()).toBe(expected);
  });

  it('is undone by wallTimeAt, but for the times that do not exist', () => {
    const wall = { date: '2026-07-14', time: '23:59' };
    expect(wallTimeAt(instantOf(wall, 'America/St_Johns'), 'America/St_Johns')).toEqual(wall);
  });
});

describe('dayBeginsAt', () => {
  it.each([
    ['at midnight', '2026-03-02', '00:00', 'Asia/Tokyo', '2026-03-01T15:00:00.000Z'],
    ['after the night', '2026-03-02', '03:00', 'Europe/Berlin', '2026-03-02T02:00:00.000Z'],
    ['with the clock change that skips its hour', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['at one where midnight is skipped', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['at the first of two', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    [
      'as the next one does, when it is skipped whole',
      '2011-12-30',
      '00:00',
      'Pacific/Apia',
      '2011-12-30T10:00:00.000Z',
    ],
  ])('is %s', (_, day, dayEndsAt, zone, expected) => {
    const begins = dayBeginsAt(day, zone, dayEndsAt);
    expect(begins.toISOString()).toBe(expected);
    expect(dayAt(new Date(begins.getTime() - 1), zone, dayEndsAt) < day).toBe(true);
    expect(dayAt(begins, zone, dayEndsAt) >= day).toBe(true);
  });
});

describe('names and numbers of local time', () => {
  it('knows a zone from a word and from a bare offset', () => {
    expect(['Europe/Lisbon', 'US/Pacific', 'UTC'].every(isTimeZone)).toBe(true);
    expect(['Mars/Olympus', '', '+02:00', 'Berlin'].some(isTimeZone)).toBe(false);
    expect(['2026-01-01T00:00Z', '2026-01-01T00:00+01:00[Europe/Berlin]'].some(isTimeZone)).toBe(false);
  });

  it('spells every zone as IANA does, in whichever letters it comes, and an alias as the alias', () => {
    const names = [...Intl.supportedValuesOf('timeZone'), 'Asia/Calcutta', 'Asia/Kolkata', 'US/Pacific', 'GB-Eire'];
    expect(names.map((name) => asIanaSpells(name.toLowerCase()))).toEqual(names);
    expect(names.map((name) => asIanaSpells(name.toUpperCase()))).toEqual(names);
  });

  it('leaves the name of no zone as it is', () => {
    const names = ['mars/olympus', '', '+02:00', 'berlin', '2026-01-01T00:00Z'];
    expect(names.map(asIanaSpells)).toEqual(names);
  });

  it('knows dates that exist', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '0000-01-01'].some(isLocalDate)).toBe(false);
  });

  it('counts days over a clock change', () => {
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('reads the end of the day as 1440 minutes', () => {
    expect(minutesOf('24:00')).toBe(1440);
  });

  it('gives the night to the day before until the day ends', () => {
    expect(dayOf({ date: '2026-05-02', time: '00:30' }, '03:00')).toBe('2026-05-01');
    expect(dayOf({ date: '2026-05-02', time: '03:00' }, '03:00')).toBe('2026-05-02');
    expect(dayOf({ date: '2026-05-02', time: '00:00' }, '00:00')).toBe('2026-05-02');
  });
});
