import type { Answer } from '../support/http-client';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';
import { ONE_OF_EACH_SHAPE, WORDS_OF_A_LIBRARY, withAt } from '../support/wrong-shapes';

const TODAY = '2026-03-02';
const TARGET = { value: 5, unit: 'km', direction: 'at-least' };
const DAILY = { startDate: TODAY, endDate: null, times: ['20:00'], recurrence: 'FREQ=DAILY', timeZone: null };
const HABIT = { title: 'Run', description: null, kind: 'numeric', target: TARGET, channel: 'push', voiceId: null };
const EXCEPTIONS = [{ localDate: TODAY, localTime: '20:00', movedTo: { localDate: TODAY, localTime: '21:00' } }];
const WITH_A_GOAL = { ...HABIT, lateMinutes: 30, schedule: { ...DAILY, goal: { times: 3, per: 'week' } } };
const WITH_EXCEPTIONS = { ...HABIT, schedule: { ...DAILY, exceptions: EXCEPTIONS } };

const GOAL = 'Give "goal" as an object, such as {"times": 3, "per": "week"}, or null';
const AN_OBJECT = 'an object, such as {"startDate": "2026-03-29", "times": ["07:00"], "recurrence": "FREQ=DAILY"}';
const SCHEDULE = `Give "schedule" as ${AN_OBJECT}`;
const SCHEDULE_REQUIRED = `"schedule" is required: give ${AN_OBJECT}.`;
const TARGET_FORM = 'Give "target" as an object, such as {"value": 5, "unit": "km", "direction": "at-least"}, or null';

const DAY_END = 'a time, HH:mm, from "00:00" to "06:00"';
const REASONS = '"sick", "travelling", "rest-day" or "other"';

const FIELDS_OF_A_HABIT = ['title', 'description', 'kind', 'target', 'channel', 'lateMinutes', 'voiceId', 'schedule'];
const FIELDS_OF_A_TARGET = ['target/value', 'target/unit', 'target/direction'];
const FIELDS_OF_A_SCHEDULE = ['startDate', 'endDate', 'times', 'times/0', 'recurrence', 'timeZone', 'text'];
const FIELDS_OF_A_GOAL = ['goal', 'goal/times', 'goal/per'];
const FIELDS_OF_EXCEPTIONS = ['exceptions', 'exceptions/0', ...ofAnException(['localDate', 'localTime', 'movedTo'])];
const FIELDS_OF_A_MOVE = ofAnException(['movedTo/localDate', 'movedTo/localTime']);
const HOURS = { start: '08:00', end: '21:00' };
const SETTINGS = { callingWindow: { ...HOURS, days: { SA: HOURS } } };
const FIELDS_OF_SETTINGS = [
  ...['ringOn', 'appRings', 'callingWindow', 'callingWindow/start', 'callingWindow/end', 'callingWindow/days'],
  ...[
    'callingWindow/days/SA',
    'callingWindow/days/SA/end',
    'followUpMinutes',
    'graceMinutes',
    'defaultVoiceId',
    'bundleMinutes',
    'dayEndsAt',
  ],
  ...['timeFormat', 'language', 'streakFreezes', 'silentUntil'],
];

describe('A field of the wrong shape', () => {
  let world: World;
  let adas = 0;
  let ada: Person;
  let habitId: string;
  let occurrenceId: string;

  beforeAll(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
  });

  /** Nobody asks so often that they are told to wait. */
  beforeEach(async () => {
    ada = await world.person(`Ada${++adas}`);
    const target = { ...TARGET, direction: 'at-least' as const };
    habitId = (await ada.habit('Swim', { kind: 'numeric', target })).id;
    occurrenceId = (await ada.occurrences(TODAY, TODAY))[0]!.id;
  });

  afterAll(() => world.end());

  const sendTo: Record<string, (body: object) => Promise<Answer>> = {
    'a new habit': (body) => ada.api.post('/habits', body),
    'a change of a habit': (body) => ada.api.patch(`/habits/${habitId}`, body),
    'a schedule to look at': (body) => ada.api.post('/habits/preview', body),
    'a check-in': (body) => ada.api.put(`/occurrences/${occurrenceId}/check-in`, body),
    'a check-in of a date': (body) => ada.api.put(`/habits/${habitId}/days/${TODAY}/20:00/check-in`, body),
    'a pause of a habit': (body) => ada.api.put(`/habits/${habitId}/pause`, body),
    'a pause of everything': (body) => ada.api.put('/me/pause', body),
    'a change of the profile': (body) => ada.api.patch('/me', body),
    'a change of the settings': (body) => ada.api.patch('/me/settings', body),
  };

  it.each<[what: string, value: unknown, pointer: string, said: string]>([
    ['a number for a time', [7], '/schedule/times/0', 'Give each of "times" as text: write "07:00".'],
    ['an hour without its zero', ['7:00'], '/schedule/times/0', 'Write "7:00" as "07:00".'],
    ['a time without a list', '07:00', '/schedule/times', 'Give "times" as a list: write ["07:00"].'],
    ['a number without a list', 7, '/schedule/times', 'Give "times" as a list: write ["07:00"].'],
    ['no time', [], '/schedule/times', '"times" must not be empty: give at least one, such as ["07:00"].'],
    ['a list in a list', [[]], '/schedule/times/0', 'Give each of "times" as text, such as "07:00"; this is a list.'],
    ['a number for a goal', 3, '/schedule/goal', `${GOAL}; this is the number 3.`],
    ['a list for a goal', [], '/schedule/goal', `${GOAL}; this is a list.`],
    [
      'a text for a goal',
      '3',
      '/schedule/goal/times',
      'Give "times" as a whole number from 1 to 1000: write 3 without quotes.',
    ],
    ['a capital', 'Week', '/schedule/goal/per', 'Give "per" as "week" or "month": write "week".'],
    ['a word for a schedule', 'daily', '/schedule', `${SCHEDULE}; this is text.`],
    ['a list for a schedule', [], '/schedule', `${SCHEDULE}; this is a list.`],
    ['null for a schedule', null, '/schedule', `${SCHEDULE}; this is null.`],
    ['no schedule', undefined, '/schedule', SCHEDULE_REQUIRED],
    [
      'no first day',
      undefined,
      '/schedule/startDate',
      '"startDate" is required: give a date, YYYY-MM-DD, such as "2026-03-29".',
    ],
    [
      'a number for a day',
      20260302,
      '/schedule/startDate',
      'Give "startDate" as a date, YYYY-MM-DD: write "2026-03-02".',
    ],
    [
      'a number for a rule',
      7,
      '/schedule/recurrence',
      'Give "recurrence" as text, such as "FREQ=WEEKLY;BYDAY=MO,WE,FR", or null; this is the number 7.',
    ],
    ['a text for a target', '8', '/target', `${TARGET_FORM}; this is text.`],
    [
      'a number in quotes',
      '8',
      '/target/value',
      'Give "value" as a number from 0.001 to 1000000000: write 8 without quotes.',
    ],
    ['a number for a unit', 7, '/target/unit', 'Give "unit" as text: write "7", in quotes.'],
    ['a list for a unit', [], '/target/unit', 'Give "unit" as text, such as "km"; this is a list.'],
    ['a number for a title', 7, '/title', 'Give "title" as text: write "7", in quotes.'],
    ['null for a title', null, '/title', 'Give "title" as text, such as "Read ten pages"; this is null.'],
    ['too many minutes', 500, '/lateMinutes', 'Give "lateMinutes" as a whole number from 1 to 120; this is 500.'],
    ['a title without end', 'x'.repeat(201), '/title', 'Shorten "title" to at most 200 characters; these are 201.'],
  ])('such as %s is told what to write instead: %j at %s', async (_, value, pointer, said) => {
    const refused = await ada.api.post('/habits', withAt(WITH_A_GOAL, pointer.replace(/\/\d+$/, ''), value));

    expectProblem(refused, 400, 'invalid-request');
    expect(fieldErrors(refused)).toEqual({ [pointer]: said });
  });

  it.each<[word: object, pointer: string, said: string]>([
    [{}, '/status', 'Say "completed", "skipped" or "missed", or give a "quantity".'],
    [{ status: 'done' }, '/status', 'Say "completed", "skipped" or "missed", or give a "quantity".'],
    [{ quantity: '8' }, '/quantity', 'Give "quantity" as a number from 0 to 1000000000: write 8 without quotes.'],
    [{ status: 'skipped', reason: 'Sick' }, '/reason', `Give "reason" as ${REASONS}: write "sick".`],
    [{ status: 'completed', note: 7 }, '/note', 'Give "note" as text: write "7", in quotes.'],
  ])('of the check-in %j is told what to write instead', async (word, pointer, said) => {
    const refused = await sendTo['a check-in']!(word);

    expectProblem(refused, 400, 'invalid-request');
    expect(fieldErrors(refused)).toMatchObject({ [pointer]: said });
  });

  it.each<[what: string, body: object, pointer: string, said: string]>([
    ['a change of the settings', { dayEndsAt: '6:00' }, '/dayEndsAt', 'Write "6:00" as "06:00".'],
    ['a change of the settings', { dayEndsAt: '24:00' }, '/dayEndsAt', 'Write "24:00" as "00:00", of the next day.'],
    ['a change of the settings', { dayEndsAt: '06:01' }, '/dayEndsAt', `Give ${DAY_END}; this is "06:01".`],
    ['a change of the settings', { dayEndsAt: '7:00' }, '/dayEndsAt', `Give ${DAY_END}; this is "7:00".`],
    ['a change of the settings', { dayEndsAt: 'late' }, '/dayEndsAt', `Give ${DAY_END}; this is "late".`],
    ['a change of the settings', { dayEndsAt: 3 }, '/dayEndsAt', `Give "dayEndsAt" as ${DAY_END}: write "03:00".`],
    [
      'a change of the settings',
      { dayEndsAt: 7 },
      '/dayEndsAt',
      `Give "dayEndsAt" as ${DAY_END}, such as "06:00"; this is the number 7.`,
    ],
    [
      'a change of the settings',
      { callingWindow: { ...HOURS, start: '8:00' } },
      '/callingWindow/start',
      'Write "8:00" as "08:00".',
    ],
    [
      'a change of the settings',
      { callingWindow: { ...HOURS, start: '24:00' } },
      '/callingWindow/start',
      'Write "24:00" as "00:00", of the next day.',
    ],
    [
      'a change of the settings',
      { callingWindow: { ...HOURS, end: '9pm' } },
      '/callingWindow/end',
      'Write "9pm" as "21:00".',
    ],
    [
      'a change of the settings',
      { callingWindow: { ...HOURS, end: '24' } },
      '/callingWindow/end',
      'Write "24" as "24:00".',
    ],
    [
      'a change of the settings',
      { callingWindow: { ...HOURS, end: '24:01' } },
      '/callingWindow/end',
      'Give a time, HH:mm, from "00:00" to "24:00"; this is "24:01".',
    ],
    [
      'a change of the settings',
      { callingWindow: { start: '08:00' } },
      '/callingWindow/end',
      '"end" is required: give a time, HH:mm, from "00:00" to "24:00", such as "24:00".',
    ],
    [
      'a change of the settings',
      { silentUntil: 5 },
      '/silentUntil',
      'Give "silentUntil" as a moment with its zone, such as "2026-03-29T07:00:00Z", or null; this is the number 5.',
    ],
    [
      'a change of the settings',
      { silentUntil: '2026-03-05' },
      '/silentUntil',
      '"2026-03-05" is not a moment; write it with its zone, such as "2026-03-29T07:00:00Z".',
    ],
    [
      'a pause of everything',
      { resumesOn: 5 },
      '/resumesOn',
      'Give "resumesOn" as a date, YYYY-MM-DD, such as "2026-03-29", or null; this is the number 5.',
    ],
    [
      'a pause of a habit',
      { resumesOn: 20260305 },
      '/resumesOn',
      'Give "resumesOn" as a date, YYYY-MM-DD: write "2026-03-05".',
    ],
    [
      'a change of the profile',
      { timeZone: 5 },
      '/timeZone',
      'Give "timeZone" as text, such as "Europe/Lisbon"; this is the number 5.',
    ],
    [
      'a change of a habit',
      { voiceId: {} },
      '/voiceId',
      'Give "voiceId" as "sarah", "marcus", "luna" or "alex", or null.',
    ],
  ])('of %s that is %j is told the form at %s', async (what, body, pointer, said) => {
    const refused = await sendTo[what]!(body);

    expectProblem(refused, 400, 'invalid-request');
    expect(fieldErrors(refused)).toEqual({ [pointer]: said });
  });

  it.each([
    ['/occurrences?from=2026-03-02', { '/to': '"to" is required: give a date, YYYY-MM-DD, such as "2026-03-29".' }],
    ['/occurrences?from=2.3.2026&to=2026-03-02', { '/from': 'Write "2.3.2026" as "2026-03-02".' }],
    [
      '/occurrences?from=2026-03-02&to=2026-03-02&to=2026-03-03',
      { '/to': 'Give "to" as a date, YYYY-MM-DD, such as "2026-03-29"; this is a list.' },
    ],
  ])('in the query %s is told the form', async (path, said) => {
    const refused = await ada.api.get(path);

    expectProblem(refused, 400, 'invalid-request');
    expect(fieldErrors(refused)).toEqual(said);
  });

  it('may be the end of the day where calls may ring until then', async () => {
    const callingWindow = { start: '08:00', end: '24:00' };
    const changed = await sendTo['a change of the settings']!({ callingWindow, dayEndsAt: '06:00' });
    expect(changed).toMatchObject({ status: 200, body: { callingWindow, dayEndsAt: '06:00' } });
  });

  it('is told once for each part of a list, as far as a person reads', async () => {
    const places = async (changed: object) => {
      const { body } = await ada.api.post('/habits', { ...HABIT, schedule: { ...DAILY, ...changed } });
      return (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    };

    const nonsense = await places({ times: ['07:00', 8, '09:00', null], exceptions: [7] });
    expect(nonsense).toEqual(['/schedule/times/1', '/schedule/times/3', '/schedule/exceptions/0']);
    expect(await places({ times: Array(500).fill(7) })).toHaveLength(20);
  });

  it.each<[string, object, string[]]>([
    ['a new habit', WITH_A_GOAL, [...FIELDS_OF_A_HABIT, ...FIELDS_OF_A_TARGET, ...ofASchedule(FIELDS_OF_A_GOAL)]],
    ['a new habit', { ...HABIT, schedule: DAILY }, ofASchedule(FIELDS_OF_A_SCHEDULE)],
    ['a new habit', WITH_EXCEPTIONS, ofASchedule([...FIELDS_OF_EXCEPTIONS, ...FIELDS_OF_A_MOVE])],
    ['a change of a habit', {}, FIELDS_OF_A_HABIT],
    ['a change of a habit', { target: TARGET }, FIELDS_OF_A_TARGET],
    ['a change of a habit', { schedule: DAILY }, ofASchedule(FIELDS_OF_A_SCHEDULE)],
    ['a schedule to look at', { schedule: DAILY }, ['timeZone', 'count', ...ofASchedule(FIELDS_OF_A_SCHEDULE)]],
    ['a check-in', { status: 'skipped' }, ['status', 'reason', 'note']],
    ['a check-in', { status: 'completed' }, ['quantity']],
    ['a check-in of a date', { status: 'skipped' }, ['status', 'reason', 'note']],
    ['a check-in of a date', { status: 'completed' }, ['quantity']],
    ['a pause of a habit', {}, ['resumesOn']],
    ['a pause of everything', {}, ['resumesOn']],
    ['a change of the settings', SETTINGS, FIELDS_OF_SETTINGS],
  ])('of %s is named by a pointer and told in words of ours', async (what, body, fields) => {
    const send = sendTo[what]!;
    const shapes = fields.flatMap((field) => ONE_OF_EACH_SHAPE.map((value) => ({ field: `/${field}`, value })));
    for (const { field, value } of shapes) {
      const answer = await send(withAt(body, field, value));
      expect([field, value, complaintsAbout(answer, field)]).toEqual([field, value, []]);
    }
  });

  /** What is wrong with the answer itself. */
  function complaintsAbout(answer: Answer, field: string): unknown[] {
    if (answer.status < 300) return [];
    expectProblem(answer, 400);
    const told = Object.entries(fieldErrors(answer));
    const astray = told.filter(([pointer]) => pointer !== field && !pointer.startsWith(`${field}/`));
    const foreign = told.filter(([, message]) => WORDS_OF_A_LIBRARY.test(message) || !/^\S.*[.?!]$/.test(message));
    return told.length === 0 ? [answer.body] : [...astray, ...foreign];
  }
});

function ofASchedule(fields: string[]): string[] {
  return fields.map((field) => `schedule/${field}`);
}

function ofAnException(fields: string[]): string[] {
  return fields.map((field) => `exceptions/0/${field}`);
}
