import * as fc from 'fast-check';
import { RRuleTemporal } from 'rrule-temporal';
import { canceled, moved } from '../../../../test/support/single-changes';
import { addDays, type TimeZone } from '../../../kernel/local-time';
import { checkAhead } from './ahead-check';
import { pastMoments } from './history';
import { momentsBetween, type Schedule } from './schedule';
import { checkSchedule } from './schedule-check';
import { scheduleText } from './schedule-text';
import { scheduleFromText } from './schedule-words';

const NEW_YORK = 'America/New_York';
const AUCKLAND = 'Pacific/Auckland';

function daily(until: string, changed: Partial<Schedule> = {}): Schedule {
  return {
    startDate: '2026-12-01',
    endDate: null,
    times: ['20:00'],
    recurrence: `FREQ=DAILY;UNTIL=${until}`,
    timeZone: null,
    goal: null,
    exceptions: [],
    ...changed,
  };
}

/** All there is of it, and of ten years more. */
function instantsOf(schedule: Schedule, zone: TimeZone): string[] {
  const [from, to] = [addDays(schedule.startDate, -3), addDays(schedule.startDate, 3653)].map((date) => new Date(date));
  return momentsBetween(schedule, zone, '00:00', from!, to!).map(({ dueAt }) => dueAt.toISOString());
}

describe('The last moment of a rule', () => {
  it.each([
    ['of a calendar that ends on the 30th in New York', '20261231T045959Z', '20:00', NEW_YORK, '2026-12-31T01:00'],
    ['of a morning in Auckland, where it is the next date', '20261230T190000Z', '07:00', AUCKLAND, '2026-12-30T18:00'],
    ['is the one at UNTIL itself', '20261231T010000Z', '20:00', NEW_YORK, '2026-12-31T01:00'],
    ['is the one before, where UNTIL is a second short', '20261231T005959Z', '20:00', NEW_YORK, '2026-12-30T01:00'],
    ['on the wall, in New York', '20261231T120000', '12:00', NEW_YORK, '2026-12-31T17:00'],
    ['on the wall, in Auckland', '20261231T120000', '12:00', AUCKLAND, '2026-12-30T23:00'],
    ['on the wall, where UNTIL comes before it', '20261231T120000', '12:01', NEW_YORK, '2026-12-30T17:01'],
    ['of a bare date is on that date', '20261231', '23:59', NEW_YORK, '2027-01-01T04:59'],
  ])('%s', (_, until, time, zone, last) => {
    expect(instantsOf(daily(until, { times: [time] }), zone).at(-1)).toBe(`${last}:00.000Z`);
  });

  it('is that of the zone the schedule is pinned to, wherever the person is', () => {
    const pinned = daily('20261231T045959Z', { timeZone: NEW_YORK });
    expect(instantsOf(pinned, AUCKLAND)).toEqual(instantsOf(daily('20261231T045959Z'), NEW_YORK));
  });

  it('may be moved beyond UNTIL', () => {
    const late = daily('20261231T045959Z', { exceptions: [moved('2026-12-30 at 20:00', '2027-01-02 at 20:00')] });
    expect(instantsOf(late, NEW_YORK).at(-1)).toBe('2027-01-03T01:00:00.000Z');
  });

  it('takes no moved moment along that is beyond it where the person went', () => {
    const late = daily('20261230T190000Z', {
      times: ['07:00'],
      exceptions: [moved('2026-12-31 at 07:00', '2026-12-31 at 09:00')],
    });
    expect(instantsOf(late, AUCKLAND).at(-1)).toBe('2026-12-30T20:00:00.000Z');
    expect(instantsOf(late, NEW_YORK).at(-1)).toBe('2026-12-30T12:00:00.000Z');
  });
});

describe('Any rule until an instant, in any zone', () => {
  const RULES = [
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=SU,FR',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU',
    'FREQ=MONTHLY;BYMONTHDAY=1,-1',
    'FREQ=YEARLY;BYMONTH=3,10,12;BYDAY=-1SU',
  ];
  const HARD_ZONES = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Pacific/Apia', 'Australia/Lord_Howe', 'Africa/Cairo'];
  const situations = fc.record({
    zone: fc.oneof(fc.constantFrom(...Intl.supportedValuesOf('timeZone')), fc.constantFrom(...HARD_ZONES)),
    recurrence: fc.constantFrom(...RULES),
    startDate: fc.oneof(
      fc.nat(5000).map((days) => addDays('2012-01-01', days)),
      fc.constantFrom('2011-12-20', '2026-03-20', '2026-10-20'),
    ),
    times: fc.uniqueArray(
      fc.tuple(fc.nat(23), fc.constantFrom('00', '15', '30')).map(([hour, minute]) => `${pad(hour)}:${minute}`),
      { minLength: 1, maxLength: 3 },
    ),
    untilMinute: fc.integer({ min: -24 * 60, max: 60 * 24 * 60 }),
  });

  function pad(number: number): string {
    return String(number).padStart(2, '0');
  }

  function untilOf({ startDate, untilMinute }: { startDate: string; untilMinute: number }): Date {
    return new Date(Date.parse(startDate) + untilMinute * 60_000);
  }

  function compact(until: Date): string {
    return `${until.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
  }

  it('is due at those instants of the rule that are not after it', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const { zone, recurrence, times, startDate } = situation;
        const until = untilOf(situation);
        const endless = daily('', { recurrence, times, startDate });
        const ended = { ...endless, recurrence: `${recurrence};UNTIL=${compact(until)}` };
        const expected = instantsOf(endless, zone).filter((instant) => instant <= until.toISOString());
        expect(instantsOf(ended, zone)).toEqual(expected);
        expect(instantsOf({ ...ended, timeZone: zone }, 'UTC')).toEqual(expected);
      }),
      { numRuns: 200 },
    ));

  /** The library has ways of its own with what the clocks skip: by day they do not, and whole days went in 2011 alone. */
  it('is due by day when rrule-temporal says', () =>
    fc.assert(
      fc.property(situations, (situation) => {
        const { zone, recurrence, times, startDate } = situation;
        fc.pre(times[0]! >= '06:00' && startDate >= '2012-01-01');
        const rule = `${recurrence};UNTIL=${compact(untilOf(situation))}`;
        const dtstart = Temporal.PlainDateTime.from(`${startDate}T${times[0]}`).toZonedDateTime(zone);
        const library = new RRuleTemporal({ rruleString: rule, dtstart, cache: false });
        const [from, to] = [addDays(startDate, -3), addDays(startDate, 80)].map((date) => new Date(date));
        const expected = library
          .between(from!, to!, true)
          .map(({ epochMilliseconds: at }) => new Date(at).toISOString());
        const schedule = daily('', { recurrence: rule, times: times.slice(0, 1), startDate });
        expect(instantsOf(schedule, zone)).toEqual(expected);
      }),
      { numRuns: 200 },
    ));

  it('is said in words that are read again as the same moments', () =>
    fc.assert(
      fc.property(
        situations,
        fc.boolean(),
        fc.option(fc.integer({ min: -2, max: 60 })),
        (situation, isPinned, days) => {
          const { zone, times, startDate } = situation;
          const schedule = daily('', {
            startDate,
            times: times.toSorted(),
            recurrence: `FREQ=WEEKLY;BYDAY=MO,TH,SA;UNTIL=${compact(untilOf(situation))}`,
            timeZone: isPinned ? zone : null,
            endDate: days === null ? null : addDays(startDate, days),
          });
          const reading = scheduleFromText(scheduleText(schedule), startDate);
          if ('problem' in reading) throw new Error(`${scheduleText(schedule)}: ${reading.problem}`);
          expect(instantsOf(reading.schedule, zone)).toEqual(instantsOf(schedule, zone));
        },
      ),
      { numRuns: 300 },
    ));
});

describe('What is asked of a schedule that ends at an instant', () => {
  const said = (schedule: Schedule, before: Schedule | null = null, personZone = NEW_YORK) =>
    [
      ...checkSchedule(schedule),
      ...checkAhead(schedule, before, { personZone, dayEndsAt: '00:00', now: new Date('2026-11-01') }),
    ].map(({ pointer, message }) => `${pointer} ${message}`);
  const BEYOND = canceled('2026-12-31 at 20:00');
  const NO_MOMENT =
    '/exceptions/0 2026-12-31 at 20:00 is no moment of this schedule: the nearest it has is 2026-12-30 at 20:00.';

  it('no change of a moment beyond UNTIL, by the zone of the person or its own', () => {
    const until = '20261231T045959Z';
    expect(said(daily(until, { exceptions: [BEYOND] }))).toEqual([NO_MOMENT]);
    expect(checkSchedule(daily(until, { exceptions: [BEYOND], timeZone: NEW_YORK }))).toHaveLength(1);
    expect(checkSchedule(daily('20261231T120000', { exceptions: [BEYOND] }))).toHaveLength(1);
    expect(said(daily('20261231T110000Z', { exceptions: [BEYOND] }), null, AUCKLAND)).toEqual([]);
  });

  it('but what was changed before somebody travelled may stay', () => {
    const before = daily('20261231T045959Z', { exceptions: [BEYOND] });
    expect(said({ ...before, times: ['20:00', '21:00'] }, before)).toEqual([]);
    const shorter = { ...before, recurrence: 'FREQ=DAILY;UNTIL=20261231T035959Z' };
    expect(said(shorter, before)).toEqual([NO_MOMENT]);
  });

  it('a moment is moved to a place that UNTIL has left free', () => {
    const onto = { exceptions: [moved('2026-12-30 at 20:00', '2026-12-31 at 20:00')] };
    expect(said(daily('20261231T045959Z', onto))).toEqual([]);
    expect(said(daily('20270101T045959Z', onto))).toEqual([
      '/exceptions/0/movedTo 2026-12-31 at 20:00 is a moment of this schedule already: choose another time, or cancel one of the two.',
    ]);
  });

  it('one moment is left', () => {
    const one = { startDate: '2026-12-30', exceptions: [canceled('2026-12-30 at 20:00')] };
    const allCanceled = 'The changes cancel every moment of this schedule: leave one of them out';
    expect(said(daily('20261231T045959Z', one))).toEqual([expect.stringContaining(allCanceled)]);
    expect(checkSchedule(daily('20261231T045959Z', { ...one, timeZone: NEW_YORK }))).toHaveLength(1);
    expect(said(daily('20270101T045959Z', one))).toEqual([]);
  });

  it('it is due at least once', () => {
    const late = { startDate: '2026-12-31' };
    const message = (until: string) =>
      `/recurrence UNTIL ${until} lies before the first moment, 2026-12-31 at 20:00; end it later.`;
    expect(said(daily('20261231T045959Z', late))).toEqual([message('2026-12-31 04:59 UTC')]);
    expect(checkSchedule(daily('20261231T120000', late))[0]!.message).toContain('UNTIL 2026-12-31 12:00 lies before');
    const pinned = daily('20261231T045959Z', { ...late, timeZone: NEW_YORK });
    expect(checkSchedule(pinned)[0]!.message).toContain('UNTIL 2026-12-30 23:59 lies before');
    expect(said(daily('20261231T110000Z', late), null, AUCKLAND)).toEqual([]);
    expect(checkSchedule(daily('20260101T120000Z', late))).toEqual([
      { pointer: '/recurrence', message: 'UNTIL 2026-01-01 12:00 UTC lies before startDate 2026-12-31; end it later.' },
    ]);
  });

  it('its goal can be met before UNTIL', () => {
    const thrice = { startDate: '2026-12-28', goal: { times: 4, per: 'week' as const } };
    expect(said(daily('20261231T045959Z', thrice))).toEqual([expect.stringContaining('at most 3 times a week')]);
    expect(said(daily('20270101T045959Z', thrice))).toEqual([]);
  });
});

it('The past of a habit has no misses after an UNTIL with a time', () => {
  const silence = { from: '2026-12-29', to: '2027-01-05', spared: [] };
  const history = { told: [], missed: [], silence, target: null };
  const { moments } = pastMoments(history, daily('20261231T045959Z'), NEW_YORK, '00:00');
  expect(moments.map(({ localDate }) => localDate)).toEqual(['2026-12-29', '2026-12-30']);
});

describe('checkSchedule says of an UNTIL with a time', () => {
  it.each([
    ['20261231T246000Z', 'UNTIL has a time that exists, written like 20261231T235959Z, not "20261231T246000Z".'],
    ['20261231T2359', 'UNTIL is a date that exists, written like 20261231, not "20261231T2359".'],
    [
      '2026-12-31T23:59:59.000Z',
      'Write the recurrence with UNTIL as digits alone: "FREQ=DAILY;UNTIL=20261231T235959Z".',
    ],
  ])('UNTIL=%s', (until, message) => {
    expect(checkSchedule(daily(until))).toEqual([{ pointer: '/recurrence', message }]);
  });
});
