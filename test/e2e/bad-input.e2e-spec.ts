import type { Answer, HttpClient } from '../support/http-client';
import { knock } from '../support/knock';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

const TODAY = '2026-03-02';
const CANCELED = { localDate: '2026-03-04', localTime: '20:00' };

const moved = (localDate: string, localTime: string) => ({
  exceptions: [{ ...CANCELED, movedTo: { localDate, localTime } }],
});

describe('Bad input', () => {
  let world: World;
  let api: HttpClient;

  beforeAll(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
    api = (await world.person('Ada')).api;
  });

  afterAll(() => world.end());

  const send = (
    body: string | Buffer,
    type: string | null = 'application/json',
    path = '/api/v1/auth/dev',
  ): Promise<Answer> =>
    world.http.raw(path, { method: 'POST', body, headers: type === null ? {} : { 'content-type': type } });
  const habit = (schedule: object, fields: object = {}) => {
    const usual = { startDate: TODAY, times: ['20:00'], recurrence: 'FREQ=DAILY' };
    return api.post('/habits', { title: 'Run', schedule: { ...usual, ...schedule }, ...fields });
  };

  describe('in the body as a whole', () => {
    it.each<[string, string | Buffer]>([
      ['nothing', ''],
      ['half of it', '{"email": "a@example.com"'],
      ['null', 'null'],
      ['a list', '[]'],
      ['a list of what it should be', '[{"email": "a@example.com"}]'],
      ['a number', '17'],
      ['a text', '"a@example.com"'],
      ['bytes that are no text', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
      ['a prototype', '{"email": "a@example.com", "__proto__": {"admin": true}}'],
      ['a prototype by the back door', '{"email": "a@example.com", "constructor": {"prototype": {"admin": true}}}'],
      ['forty thousand brackets', '['.repeat(40_000) + ']'.repeat(40_000)],
      ['forty thousand braces', `${'{"email":'.repeat(9_000)}1${'}'.repeat(9_000)}`],
    ])('%s is a 400', async (_, body) => {
      expectProblem(await send(body), 400, 'invalid-request');
    });

    it.each([
      ['a list', '[]'],
      ['a list of what it should be', '[{"resumesOn": null}]'],
      ['a number', '17'],
      ['a text', '"2026-03-03"'],
    ])('%s is told to be an object, also where no field must be there', async (_, body) => {
      const headers = { ...api.credentials, 'content-type': 'application/json' };
      const refused = await world.http.raw('/api/v1/me/pause', { method: 'PUT', body, headers });

      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({ '': 'Send a JSON object with the fields of this request.' });
    });

    it('more than 100 kB is a 413, in JSON as in anything', async () => {
      const huge = JSON.stringify({ email: 'a@example.com', name: 'x'.repeat(101 * 1024) });
      expectProblem(await send(huge), 413, 'body-too-large');
      expectProblem(await send(JSON.stringify({ email: 'a@example.com', name: 'x'.repeat(99 * 1024) })), 400);
    });

    it.each([
      ['a form', 'application/x-www-form-urlencoded'],
      ['plain text', 'text/plain'],
      ['XML', 'application/xml'],
      ['something nobody knows', 'garbage'],
    ])('%s is a 415', async (_, type) => {
      expectProblem(await send('email=a@example.com', type), 415, 'unsupported-media-type');
    });
  });

  describe('in a field', () => {
    it('is named by a pointer, all of it at once, by the rule that is read first', async () => {
      const refused = await habit(
        { startDate: 5, times: 'noon', timeZone: {} },
        { title: 7, kind: 'sometimes', lateMinutes: '10', colour: 'red' },
      );

      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({
        '/title': 'Give "title" as text: write "7", in quotes.',
        '/kind': 'Give "kind" as "yes-no" or "numeric".',
        '/lateMinutes': 'Give "lateMinutes" as a whole number from 1 to 120: write 10 without quotes.',
        '/colour': '"colour" is not a field of this request.',
        '/schedule/startDate': 'Give "startDate" as a date, YYYY-MM-DD, such as "2026-03-29"; this is the number 5.',
        '/schedule/times': 'Give "times" as a list: write ["12:00"].',
        '/schedule/timeZone': 'Give "timeZone" as text, such as "Europe/Lisbon", or null; this is an object.',
      });
    });

    it.each<[string, object, string, RegExp]>([
      ['25:00', { times: ['07:00', '25:00'] }, '/times/1', /from "00:00" to "23:59"/],
      ['7:00', { times: ['7:00'] }, '/times/0', /"07:00"/],
      ['no time', { times: [] }, '/times', /not be empty|at least one/],
      ['the same time twice', { times: ['07:00', '07:00'] }, '/times/1', /twice/],
      ['a zone that is none', { timeZone: 'Europe/Lisboa' }, '/timeZone', /did you mean "Europe\/Lisbon"/],
      ['a date that does not exist', { startDate: '2026-02-30' }, '/startDate', /28 days/],
      ['a date of no year', { startDate: '0000-01-01' }, '/startDate', /year, month and day/],
      ['the end of all dates', { startDate: '9999-12-31' }, '/startDate', /2199-12-31/],
      ['an end before the start', { endDate: '2026-03-01' }, '/endDate', /that day or a later one/],
      ['a rule that never fires', { recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, '/recurrence', /29 days/],
      ['a rule in words', { recurrence: 'every day' }, '/recurrence', /"FREQ=DAILY"/],
      ['a rule that is none', { recurrence: 'whenever' }, '/recurrence', /FREQ/],
      ['a time in words', { times: ['7pm'] }, '/times/0', /"19:00"/],
      ['a date in another order', { endDate: '29.3.2027' }, '/endDate', /"2027-03-29"/],
      ['a goal nobody can meet', { goal: { times: 9, per: 'week' } }, '/goal/times', /at most 7 times a week/],
      [
        'a change of nothing',
        { exceptions: [{ localDate: '2027-01-01', localTime: '20:30' }] },
        '/exceptions/0',
        /the nearest it has is 2027-01-01 at 20:00/,
      ],
      ['a change of one moment twice', { exceptions: [CANCELED, CANCELED] }, '/exceptions/1', /once is enough/],
      ['a move onto another moment', moved('2026-03-05', '20:00'), '/exceptions/0/movedTo', /already/],
      ['a move to its own time', moved('2026-03-04', '20:00'), '/exceptions/0/movedTo', /its own time/],
      ['a move by more than a year', moved('2027-03-06', '07:00'), '/exceptions/0/movedTo', /2027-03-05 or earlier/],
      [
        'a move onto where another is moved',
        {
          exceptions: [
            ...moved('2026-03-05', '07:00').exceptions,
            { ...CANCELED, localDate: '2026-03-06', movedTo: { localDate: '2026-03-05', localTime: '07:00' } },
          ],
        },
        '/exceptions/1/movedTo',
        /2026-03-04 at 20:00 is moved there as well/,
      ],
      [
        'a schedule without a moment that is not canceled',
        { startDate: '2026-03-04', recurrence: 'FREQ=DAILY;COUNT=1', exceptions: [CANCELED] },
        '/exceptions',
        /cancel every moment.*leave one of them out/,
      ],
      ['an empty rule', { recurrence: '' }, '/recurrence', /"FREQ=DAILY"/],
      ['a rule by the second', { recurrence: 'FREQ=SECONDLY' }, '/recurrence', /DAILY/],
      ['a rule with a hole in it', { recurrence: 'FREQ=DAILY\u0000' }, '/recurrence', /\w/],
      ['a rule of ten thousand letters', { recurrence: 'X'.repeat(10_000) }, '/recurrence', /at most 500/],
      ['a rule that counts to infinity', { recurrence: `FREQ=DAILY;INTERVAL=${'9'.repeat(300)}` }, '/recurrence', /\w/],
    ])('%s is a 400 that says what would be right', async (_, schedule, pointer, help) => {
      const refused = await habit(schedule);

      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused))).toEqual([`/schedule${pointer}`]);
      expect(fieldErrors(refused)[`/schedule${pointer}`]).toMatch(help);
    });

    it.each<[string, unknown, string, RegExp]>([
      ['null', null, '', /^Give "exceptions" as a list, such as \[\{"localDate"/],
      ['one object', {}, '', /^Give "exceptions" as a list/],
      ['one change without its list', CANCELED, '', /^Give "exceptions" as a list/],
      ['a text', 'none', '', /^Give "exceptions" as a list/],
      ['a number in the list', [CANCELED, 7], '/1', /^Give each of "exceptions" as an object, such as \{"localDate"/],
      ['null in the list', [CANCELED, null], '/1', /^Give each of "exceptions" as an object/],
      ['a list in the list', [[CANCELED]], '/0', /^Give each of "exceptions" as an object/],
      ['a text in the list', ['2026-03-04T20:00'], '/0', /^Give each of "exceptions" as an object/],
      [
        'a date that is none',
        [{ ...CANCELED, localDate: 7 }],
        '/0/localDate',
        /^Give "localDate" as a date, YYYY-MM-DD, such as "2026-/,
      ],
      [
        'no time',
        [{ localDate: '2026-03-04' }],
        '/0/localTime',
        /^"localTime" is required: give a time, HH:mm, such as "07:00"/,
      ],
      ['a place that is a number', [{ ...CANCELED, movedTo: 7 }], '/0/movedTo', /^Write the new date and time apart/],
      ['a place that is a list', [{ ...CANCELED, movedTo: [] }], '/0/movedTo', /^Write the new date and time apart/],
      [
        'a place in one text',
        [{ ...CANCELED, movedTo: '2026-03-05T07:00' }],
        '/0/movedTo',
        /^Write "2026-03-05T07:00" as \{"localDate": "2026-03-05", "localTime": "07:00"\}/,
      ],
      [
        'a place on no date',
        [{ ...CANCELED, movedTo: '2026-02-30T07:00' }],
        '/0/movedTo',
        /^2026-02-30 does not exist/,
      ],
      [
        'a place without its date',
        [{ ...CANCELED, movedTo: { localTime: '07:00' } }],
        '/0/movedTo/localDate',
        /^"localDate" is required: give a date/,
      ],
    ])('single changes that are %s are a 400 that shows the form', async (_, exceptions, pointer, help) => {
      const refused = await habit({ exceptions });

      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused))).toEqual([`/schedule/exceptions${pointer}`]);
      expect(fieldErrors(refused)[`/schedule/exceptions${pointer}`]).toMatch(help);
    });

    it.each([25, 1000, 1001, 1440])('%i times a day are a limit with a code of its own', async (length) => {
      const refused = await habit({ times: Array.from({ length }, clockTime) });

      expectProblem(refused, 400, 'too-many-times');
      expect(fieldErrors(refused)).toEqual({ '/schedule/times': expect.stringMatching(/at most 24 times a day/) });
    });

    it.each([1001, 2000])('%i single changes are told how many there may be', async (length) => {
      const refused = await habit({ exceptions: Array(length).fill(CANCELED) });

      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({
        '/schedule/exceptions': `Give at most 1000 "exceptions"; these are ${length}.`,
      });
    });

    it.each<[string, object, string]>([
      ['a title with a hole in it', { title: 'Run\u0000' }, '/title'],
      ['a title with half a character', { title: 'Run \ud83c' }, '/title'],
      ['a description with a hole in it', { description: '\u0000' }, '/description'],
      ['a voice with a hole in it', { voiceId: 'a\u0000' }, '/voiceId'],
      ['a number beyond all numbers', { lateMinutes: 1e308 }, '/lateMinutes'],
      [
        'a target of nothing',
        { kind: 'numeric', target: { value: 0, unit: 'km', direction: 'at-least' } },
        '/target/value',
      ],
      ['a target in a list', { kind: 'numeric', target: [] }, '/target'],
    ])('%s is a 400', async (_, fields, pointer) => {
      const refused = await habit({}, fields);

      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused))[0]).toBe(pointer);
    });

    it('changes nothing by a name that every object has', async () => {
      const before = (await api.get('/me')).body;
      for (const name of ['toString', 'hasOwnProperty', 'valueOf', 'constructor']) {
        expect(await api.patch('/me', { [name]: 'x' })).toMatchObject({ status: 200, body: before });
      }
    });
  });

  describe('in the query', () => {
    const cursor = (text: string) => `/habits?cursor=${Buffer.from(text).toString('base64url')}`;

    it.each([
      ['two limits', '/habits?limit=1&limit=2', '/limit'],
      ['a limit in words', '/habits?limit=many', '/limit'],
      ['no limit', '/habits?limit=', '/limit'],
      ['more than all', '/calls?limit=101', '/limit'],
      ['what nobody asks for', '/notifications?unread=true', '/unread'],
      ['a state that is none', '/habits?status=lost', '/status'],
      ['two cursors', '/habits?cursor=a&cursor=b', '/cursor'],
      ['a cursor of garbage', '/habits?cursor=garbage', '/cursor'],
      ['a cursor with a hole in it', '/calls?cursor=%00', '/cursor'],
      ['a cursor to no id', cursor(`0 ${'-'.repeat(36)}`), '/cursor'],
      ['a cursor before all time', cursor('-8640000000000000 01920000-0000-7000-8000-000000000000'), '/cursor'],
      ['a cursor after all time', cursor('99999999999999999 01920000-0000-7000-8000-000000000000'), '/cursor'],
      ['an occurrence that is none', '/calls?occurrenceId=17', '/occurrenceId'],
      ['days without an end', `/occurrences?from=${TODAY}`, '/to'],
      ['days backwards', `/occurrences?from=${TODAY}&to=2026-03-01`, '/to'],
      ['days without number', '/occurrences?from=0001-01-01&to=9999-12-31', '/to'],
      ['days of no year', `/occurrences?from=0000-12-31&to=0001-01-01`, '/from'],
      ['two beginnings', `/occurrences?from=${TODAY}&from=${TODAY}&to=${TODAY}`, '/from'],
    ])('%s: a 400 that names the field', async (_, path, pointer) => {
      const refused = await api.get(path);

      expectProblem(refused, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(refused))).toEqual([pointer]);
    });

    it('the end of all days is a day like any other, on which nothing is', async () => {
      expect((await api.get('/occurrences?from=9999-12-31&to=9999-12-31')).body).toEqual({
        items: [],
        nextCursor: null,
      });
      expect((await api.get('/calendar/9999-12')).status).toBe(200);
    });
  });

  describe('in the address', () => {
    it.each([
      ['/nowhere', 404],
      ['/habits/17', 404],
      ['/habits/%00', 404],
      ['/habits/..%2f..%2fetc%2fpasswd', 404],
      [`/habits/${'x'.repeat(300)}`, 404],
      ['/habits/%zz', 400],
      ['/habits/%E0%A4%A', 400],
    ])('%s is a %i', async (path, status) => {
      const refused = await api.get(path);
      expectProblem(refused, status);
      expect(refused.headers.get('x-correlation-id')).toBe(refused.body.correlationId);
    });

    it.each([
      ['2026-13', '"2026-13" does not exist: the months of 2026 go from "2026-01" to "2026-12".'],
      ['2026-1', 'Write "2026-1" as "2026-01".'],
      ['2026-03-15', 'Write "2026-03-15" as "2026-03".'],
      ['0000-01', '"0000-01" is not a month; write year and month like "2026-01".'],
      ['last', '"last" is not a month; write year and month like "2026-01".'],
      ['%00', '"\\u0000" is not a month; write year and month like "2026-01".'],
    ])('a month like %s is a 400 that says what would be right', async (month, message) => {
      const refused = await api.get(`/calendar/${month}`);
      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({ '/month': message });
    });

    it('a way of asking that does not exist is a 405, which names those that do', async () => {
      for (const refused of [await api.put('/habits', {}), await api.delete('/habits')]) {
        expectProblem(refused, 405, 'method-not-allowed');
        expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
      }
    });
  });

  describe('in the headers', () => {
    const correlated = (id: string) => world.http.raw('/api/v1/me', { headers: { 'x-correlation-id': id } });

    it('a correlation id is taken when it is well formed', async () => {
      const answer = await correlated('my-request:2026.03_02');
      expect(answer.headers.get('x-correlation-id')).toBe('my-request:2026.03_02');
      expect(answer.body).toMatchObject({ correlationId: 'my-request:2026.03_02' });
    });

    it.each(['short', 'x'.repeat(129), 'with spaces in it', '{"json": true}', 'line%0Abreak', 'caf\u00e9-au-lait'])(
      'a correlation id like %s is replaced',
      async (id) => {
        const answer = await correlated(id);
        expectProblem(answer, 401);
        expect(answer.headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
        expect(answer.body).toMatchObject({ correlationId: answer.headers.get('x-correlation-id') });
      },
    );

    it('more than can be read is a 431, and the next request is read again', async () => {
      const headers = { 'x-odd': 'x'.repeat(20_000) };
      expectProblem(await world.http.raw('/api/v1/me', { headers }), 431, 'headers-too-large');
      expect((await api.get('/me')).status).toBe(200);
    });

    it('what is not HTTP is told so, and the line is hung up', async () => {
      expectProblem(await knock(world.http.origin, 'GARBAGE'), 400, 'invalid-request');
      expectProblem(await knock(world.http.origin, 'GET /api/v1/me HTTP/1.1', 'Host: x', 'no colon'), 400);
      expectProblem(
        await knock(world.http.origin, 'POST /api/v1/auth/dev HTTP/1.1', 'Host: x', 'Content-Length: -1'),
        400,
      );
    });
  });
});

/** The nth minute of the day. */
function clockTime(_: unknown, nth: number): string {
  return `${String(Math.floor(nth / 60)).padStart(2, '0')}:${String(nth % 60).padStart(2, '0')}`;
}
