import { expectDocumented, type Told, wrongBySchema } from '../support/documented';

const IN_A_ROW = { current: 1, longest: 2, startedOn: null, nextMilestone: 3, toNextMilestone: 2 };
const STREAK = { habitId: 'a', unit: 'day', ...IN_A_ROW, score: 0.5 };
const STREAKS = { items: [STREAK], overall: { ...IN_A_ROW, freezes: { enabled: true, held: 0, usedOn: [] } } };

/** The check that every test of the API goes through, tried on answers that were never given. */
describe('An answer that is held against the document', () => {
  const answered = (body: unknown, told: Partial<Told> = {}) => {
    const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return () => expectDocumented({ method: 'GET', path: '/api/v1/streaks', status: 200, headers, text, ...told });
  };

  it('passes when it is as it is described, null where that may be', () => {
    expect(answered(STREAKS)).not.toThrow();
    expect(answered(STREAKS, { method: 'HEAD', text: '' })).not.toThrow();
    expect(answered('', { status: 304, headers: new Headers() })).not.toThrow();
  });

  it.each<[string, object, RegExp]>([
    ['a field nobody has described', { ...STREAKS, secret: 1 }, /must NOT have additional properties secret/],
    ['such a field deep inside', { ...STREAKS, items: [{ ...STREAK, secret: 1 }] }, /\/items\/0 must NOT .* secret/],
    ['a field that is missing', { items: [] }, /must have required property 'overall'/],
    ['a field of another type', { ...STREAKS, items: [{ ...STREAK, current: '1' }] }, /\/current must be integer/],
    ['null where it may not be', { ...STREAKS, overall: null }, /\/overall must be object/],
  ])('does not pass with %s', (_, body, sentence) => {
    expect(answered(body)).toThrow(sentence);
  });

  it('does not pass with a status, a kind of content or a body that is not described', () => {
    expect(answered(STREAKS, { status: 202 })).toThrow('GET /api/v1/streaks answered 202, but only 200, 304, 400');
    expect(answered('hm', { headers: new Headers({ 'content-type': 'text/html' }) })).toThrow('"text/html" is not');
    expect(answered('{}', { method: 'DELETE', path: '/api/v1/me', status: 204 })).toThrow('no body is documented');
  });

  it('does not pass without a header that is promised', () => {
    expect(answered('{}', { status: 429 })).toThrow('the header Retry-After is missing');
  });

  it('is asked about by its words before its places: a preview is no habit', () => {
    const words = { recurrence: 'FREQ=DAILY', times: ['07:00'], text: 'Every day at 07:00' };
    const schedule = { startDate: '2026-03-02', endDate: null, timeZone: null, goal: null, exceptions: [], ...words };
    const preview = { instants: [], text: words.text, schedule };
    expect(answered(preview, { method: 'POST', path: '/api/v1/habits/preview' })).not.toThrow();
  });

  it('is let alone where no route is known', () => {
    expect(answered('x', { path: '/nowhere' })).not.toThrow();
    expect(answered('x', { method: 'TRACE' })).not.toThrow();
  });

  it('is told wrong by the name of its schema, too', () => {
    expect(wrongBySchema('StreakResponse', STREAK)).toBeNull();
    expect(wrongBySchema('StreakResponse', {})).toContain('habitId');
  });
});
