import 'reflect-metadata';
import * as fc from 'fast-check';
import { ONE_OF_EACH_SHAPE, WORDS_OF_A_LIBRARY, withAt } from '../../test/support/wrong-shapes';
import { type Line, TOO_LONG } from '../line-by-line/lines';
import { type Answer, answerTo } from './answer';

const SCHEDULE = { startDate: '2026-03-01', times: ['07:00'], recurrence: 'FREQ=DAILY' };
const QUESTION = {
  schedule: SCHEDULE,
  timeZone: 'Europe/Berlin',
  from: '2026-03-28T06:00:00Z',
  to: '2026-03-30T05:00:00Z',
};

function ask(changed: object): Promise<Answer> {
  return answerTo(JSON.stringify({ ...QUESTION, ...changed }));
}

async function instantsOf(changed: object): Promise<string[]> {
  const answer = await ask(changed);
  if ('error' in answer) throw new Error(answer.error.detail);
  return answer.instants.map((instant) => instant.toISOString().slice(0, 16));
}

async function pointersOf(changed: object): Promise<string[]> {
  const answer = await ask(changed);
  return 'error' in answer ? (answer.error.errors ?? []).map(({ pointer }) => pointer) : [];
}

describe('answerTo tells the instants', () => {
  it.each<[string, object, string[]]>([
    ['from the beginning on, without the end', {}, ['2026-03-28T06:00', '2026-03-29T05:00']],
    ['of an empty range: none', { to: QUESTION.from }, []],
    ['of a schedule that is pinned to a zone, whatever the other says', pinned('UTC'), inUtc()],
    ['of a pinned one alone', { ...pinned('UTC'), timeZone: undefined }, inUtc()],
    ['of a range in another zone', { from: '2026-03-29T07:00:00+02:00' }, ['2026-03-29T05:00']],
    ['of a zone in small letters', { timeZone: 'europe/berlin' }, ['2026-03-28T06:00', '2026-03-29T05:00']],
    ['of several times, in the order of the clock', scheduled({ times: ['09:00', '08:00'] }), twice()],
    [
      'with single changes',
      scheduled({ exceptions: [{ localDate: '2026-03-28', localTime: '07:00' }, movedToNoon()] }),
      ['2026-03-29T10:00'],
    ],
  ])('%s', async (_, changed, expected) => {
    expect(await instantsOf(changed)).toEqual(expected);
  });

  it('in every zone there is, by whatever name: one each day', async () => {
    const day = { from: '2026-03-10T00:00:00Z', to: '2026-03-12T00:00:00Z' };
    for (const timeZone of [...Intl.supportedValuesOf('timeZone'), 'US/Pacific', 'Asia/Calcutta', 'UTC', 'GB']) {
      expect([timeZone, (await instantsOf({ ...day, timeZone })).length]).toEqual([timeZone, 2]);
    }
  });
});

describe('answerTo says as the API would', () => {
  it('what is wrong', async () => {
    expect(await ask(scheduled({ times: ['7:00'] }))).toEqual({
      error: {
        type: '/docs/problems#invalid-request',
        title: 'The request is not as it should be',
        status: 400,
        code: 'invalid-request',
        detail: 'Write "7:00" as "07:00".',
        errors: [{ pointer: '/schedule/times/0', message: 'Write "7:00" as "07:00".' }],
      },
    });
  });

  it.each<[string, object, string[]]>([
    ['nothing is there', { schedule: undefined, from: undefined, to: undefined }, ['/schedule', '/from', '/to']],
    ['no zone is there', { timeZone: null }, ['/timeZone']],
    ['the zone is none', { timeZone: 'Europe/Berln' }, ['/timeZone']],
    ['the zone is an offset', { timeZone: '+01:00' }, ['/timeZone']],
    ['the pinned zone is none', pinned('Nowhere'), ['/schedule/timeZone']],
    ['a field is not known', { until: 'ever' }, ['/until']],
    ['a field of the schedule is not known', scheduled({ time: '07:00' }), ['/schedule/time']],
    ['the schedule is a list', { schedule: [SCHEDULE] }, ['/schedule']],
    ['the range is turned around', { to: '2026-03-28T05:59:59Z' }, ['/to']],
    ['the range has more than 100 years', { to: '2126-03-28T06:00:00.001Z' }, ['/to']],
    ['an instant has no zone', { from: '2026-03-28T06:00:00' }, ['/from']],
    ['an instant is a number', { from: 0 }, ['/from']],
    ['an instant does not exist', { from: '2026-13-28T06:00:00Z' }, ['/from']],
    ['a day is none of its month', { from: '2026-02-30T06:00:00Z', to: '2026-04-31T06:00:00Z' }, ['/from', '/to']],
    ['the rule is none', scheduled({ recurrence: 'FREQ=HOURLY' }), ['/schedule/recurrence']],
    [
      'the rule names no date',
      scheduled({ recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }),
      ['/schedule/recurrence'],
    ],
  ])('that %s', async (_, changed, pointers) => {
    expect(await pointersOf(changed)).toEqual(pointers);
  });

  it.each([
    'schedule',
    'timeZone',
    'schedule/startDate',
    'schedule/times',
    'schedule/recurrence',
    'schedule/exceptions',
  ])('that %s has a wrong shape, in words of ours', async (field) => {
    for (const shape of ONE_OF_EACH_SHAPE) {
      const answer = await ask(withAt(QUESTION, `/${field}`, shape));
      const told = 'error' in answer ? (answer.error.errors ?? []) : [];
      expect(told.filter(({ pointer }) => !pointer.startsWith(`/${field}`))).toEqual([]);
      expect(told.filter(({ message }) => WORDS_OF_A_LIBRARY.test(message))).toEqual([]);
    }
  });

  it.each<Line>(['', '{', '[]', 'null', '7', '"text"', '['.repeat(100_000), '{"schedule":'.repeat(10_000), TOO_LONG])(
    'that a line is no question',
    async (line) => {
      expect(await answerTo(line)).toMatchObject({ error: { code: 'invalid-request', status: 400 } });
    },
  );

  it('that there is no such zone, in the same words wherever it stands', async () => {
    const noZone = (timeZone: string) => `There is no time zone ${JSON.stringify(timeZone)};`;
    for (const [timeZone, help] of [
      ['Europe/Berln', 'did you mean "Europe/Berlin"?'],
      ['Nowhere', 'give an IANA name like "Europe/Berlin".'],
      ['2026-03-28T06:00Z', 'give an IANA name like "Europe/Berlin".'],
    ] as const) {
      const message = `${noZone(timeZone)} ${help}`;
      expect(await ask({ timeZone })).toMatchObject({ error: { errors: [{ pointer: '/timeZone', message }] } });
      expect(await ask(pinned(timeZone))).toMatchObject({
        error: { errors: [{ pointer: '/schedule/timeZone', message }] },
      });
    }
  });

  it('which moment was meant by one that does not exist', async () => {
    expect(await ask({ from: '2026-02-30T06:00:00+01:00' })).toMatchObject({
      error: {
        errors: [
          {
            pointer: '/from',
            message: '2026-02-30 does not exist: that month has 28 days, and the last is "2026-02-28T06:00:00+01:00".',
          },
        ],
      },
    });
  });

  it('a full century is no mistake', async () => {
    const century = await instantsOf({ from: '2026-01-01T00:00:00Z', to: '2126-01-01T00:00:00Z' });
    expect(century).toHaveLength(36_524 - 59);
  });
});

describe('answerTo, for whatever JSON', () => {
  it('answers or refuses, and has no fault of its own', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...WHERE), fc.jsonValue(), async (place, value) => {
        const answer = await ask(place === 'line' ? (value as object) : scheduled({ [place]: value }));
        if ('error' in answer) expect(answer.error.status).toBe(400);
      }),
      { numRuns: 300 },
    ));
});

const WHERE = ['line', 'startDate', 'endDate', 'times', 'recurrence', 'timeZone', 'goal', 'exceptions', 'text', 'else'];

function scheduled(changed: object): object {
  return { schedule: { ...SCHEDULE, ...changed } };
}

function pinned(timeZone: string): object {
  return scheduled({ timeZone });
}

function inUtc(): string[] {
  return ['2026-03-28T07:00', '2026-03-29T07:00'];
}

function twice(): string[] {
  return ['2026-03-28T07:00', '2026-03-28T08:00', '2026-03-29T06:00', '2026-03-29T07:00'];
}

function movedToNoon(): object {
  return {
    localDate: '2026-03-29',
    localTime: '07:00',
    movedTo: { localDate: '2026-03-29', localTime: '12:00' },
  };
}
