import { DAY, plus } from '../../../kernel/clock';
import { DAILY_CAP, itemRefusal, type PersonAtGate, personRefusal, refusal, type TelephoneAtGate } from './gate';

const now = new Date('2026-11-23T07:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const phone = { country: 'US', type: 'mobile', humanAt: plus(now, -DAY), suppressed: false };

const telephone: TelephoneAtGate = {
  hasLine: true,
  isAway: false,
  phone,
  consented: true,
  countries: ['US', 'CA'],
  callsToNumber: 0,
  callsToPrefix: 0,
  spentByPerson: 0,
  spent: 0,
  budgetOfPerson: 25,
  budget: 500,
  price: 0.3,
};

const person: PersonAtGate = {
  telephone,
  suppressed: false,
  silentUntil: null,
  insideWindow: true,
  appRings: 'any-hour',
  callsInLastDay: 0,
};

describe('The gate', () => {
  it('lets a call through when nothing speaks against it', () => {
    expect(personRefusal(person, 'telephone', 'due', now)).toBeNull();
    expect(personRefusal(person, 'browser', 'due', now)).toBeNull();
  });

  it.each([
    ['suppressed', { suppressed: true }],
    ['silent', { silentUntil: minutes(1) }],
    ['time-zone-unknown', { insideWindow: null }],
    ['outside-window', { insideWindow: false }],
    ['daily-cap', { callsInLastDay: DAILY_CAP.telephone }],
  ] as const)('keeps the telephone silent: %s', (code, change) => {
    expect(personRefusal({ ...person, ...change }, 'telephone', 'due', now)).toEqual(refusal(code));
  });

  it.each<[string, Partial<TelephoneAtGate>]>([
    ['no-line', { hasLine: false }],
    ['provider-away', { isAway: true }],
    ['number-not-verified', { phone: null }],
    ['suppressed', { phone: { ...phone, suppressed: true } }],
    ['no-consent', { consented: false }],
    ['country-not-allowed', { phone: { ...phone, country: 'JM' } }],
    ['number-type-not-allowed', { phone: { ...phone, type: 'premium-rate' } }],
    ['number-not-proven-lately', { phone: { ...phone, humanAt: plus(now, -45 * DAY) } }],
    ['number-cap', { callsToNumber: 15 }],
    ['prefix-cap', { callsToPrefix: 120 }],
    ['person-budget', { spentByPerson: 24.71 }],
    ['budget', { spent: 499.71 }],
  ])('keeps the telephone silent, whoever asks: %s', (code, change) => {
    const barred = { ...person, telephone: { ...telephone, ...change } };
    for (const purpose of ['due', 'follow-up', 'callback', 'now', 'test'] as const) {
      expect(personRefusal(barred, 'telephone', purpose, now)).toEqual(refusal(code as 'no-line'));
      expect(personRefusal(barred, 'browser', purpose, now)).toBeNull();
    }
  });

  it.each<[string, Partial<TelephoneAtGate>]>([
    ['a number heard of just in time', { phone: { ...phone, humanAt: plus(now, 1 - 45 * DAY) } }],
    ['the last call to a number', { callsToNumber: 14 }],
    ['the last call to a prefix', { callsToPrefix: 119 }],
    ['what the person may still spend', { spentByPerson: 24.7 }],
    ['what we may still spend', { spent: 499.7 }],
  ])('lets through %s', (_, change) => {
    expect(personRefusal({ ...person, telephone: { ...telephone, ...change } }, 'telephone', 'due', now)).toBeNull();
  });

  it('fails closed when the telephone could not be read', () => {
    expect(personRefusal({ ...person, telephone: null }, 'telephone', 'now', now)?.code).toBe('unreadable');
    expect(personRefusal({ ...person, telephone: undefined }, 'telephone', 'due', now)?.code).toBe('unreadable');
  });

  it('fails closed when nothing is known of the person', () => {
    expect(personRefusal(undefined, 'browser', 'now', now)?.code).toBe('nobody');
  });

  it('lets the browser ring at any hour, unless the person says otherwise', () => {
    const night = { ...person, insideWindow: false };
    expect(personRefusal(night, 'browser', 'due', now)).toBeNull();
    expect(personRefusal({ ...night, appRings: 'calling-window' }, 'browser', 'due', now)?.code).toBe('outside-window');
  });

  it('puts aside the window for a call that was asked for, and nothing else', () => {
    const night = { ...person, insideWindow: false, silentUntil: minutes(1) };
    expect(personRefusal(night, 'telephone', 'now', now)).toBeNull();
    expect(personRefusal({ ...night, suppressed: true }, 'telephone', 'now', now)?.code).toBe('suppressed');
    expect(personRefusal({ ...night, callsInLastDay: 99 }, 'browser', 'test', now)?.code).toBe('daily-cap');
  });

  it('has a sentence for every refusal', () => {
    for (const code of ['suppressed', 'late', 'paused', 'checked-in'] as const) {
      expect(refusal(code).reason).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('What belongs into a call', () => {
  const item = { open: true, resting: false, lateAfter: minutes(10) };

  it.each([
    ['what is open and in time', {}, undefined],
    ['not what was checked in', { open: false }, 'checked-in'],
    ['not what is gone with its habit or its time', { gone: true, open: false }, 'gone'],
    ['not what is paused', { resting: true }, 'paused'],
    ['what is just in time', { lateAfter: now }, undefined],
    ['not what is late', { lateAfter: minutes(-0.1) }, 'late'],
  ])('%s', (_, change, code) => {
    expect(itemRefusal({ ...item, ...change }, now)?.code).toBe(code);
  });
});
