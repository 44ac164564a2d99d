import { DAILY_CAP, itemRefusal, type PersonAtGate, personRefusal, refusal } from './gate';

const now = new Date('2026-11-23T07:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const person: PersonAtGate = {
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
    ['not what is paused', { resting: true }, 'paused'],
    ['what is just in time', { lateAfter: now }, undefined],
    ['not what is late', { lateAfter: minutes(-0.1) }, 'late'],
  ])('%s', (_, change, code) => {
    expect(itemRefusal({ ...item, ...change }, now)?.code).toBe(code);
  });
});
