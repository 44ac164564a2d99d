import { zipSync } from 'fflate';
import type { Schemas } from '../../clients/typescript/src';
import { addDays } from '../../src/kernel/local-time';
import type { Answer } from '../support/http-client';
import { loopFiles, loopZip, type Mark, zipOf } from '../support/loop-export';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

type Body = RequestInit['body'];
type Import = Schemas['ImportResponse'];

const TODAY = '2026-03-05';

/** Done on each of these days, the last `days` of which end on `until`. */
const everyDay = (until: string, days: number, value = 'YES_MANUAL'): Mark[] =>
  Array.from({ length: days }, (_, ago) => [addDays(until, -ago), value]);

describe('Imports', () => {
  let world: World;
  let ada: Person;
  let nth = 0;

  beforeAll(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
  });

  afterAll(() => world.end());

  beforeEach(async () => {
    nth += 1;
    ada = await world.person(`Ada${nth}`);
  });

  const send = async (path: string, type: string, body: Body, person = ada): Promise<Answer<Import>> => {
    const headers = { ...(await person.fresh()).credentials, 'content-type': type };
    return world.http.raw<Import>(`/api/v1/imports/${path}`, { method: 'POST', headers, body });
  };
  const previewed = async (path: string, type: string, body: Body): Promise<Import> => {
    const { status, body: preview } = await send(path, type, body);
    expect({ status, preview }).toMatchObject({ status: 200 });
    return preview;
  };
  const loop = (zip: Uint8Array) => previewed('loop', 'application/zip', zip as Body);
  const csv = (...lines: string[]) => previewed('csv', 'text/csv', lines.join('\n'));
  const apply = ({ id }: Import) =>
    ada.asks(({ POST }) => POST('/api/v1/imports/{id}/apply', { params: { path: { id } } }));
  const made = ({ habits }: Import) => habits.map((habit) => habit.made);
  const habits = async () =>
    (await ada.asks(({ GET }) => GET('/api/v1/habits', { params: { query: { limit: 100 } } }))).items;
  const days = async (from: string, to: string) =>
    (await ada.occurrences(from, to)).map(
      ({ localDate, localTime, status, checkIn }) =>
        `${localDate.slice(5)} ${localTime} ${status}${checkIn ? ` ${checkIn.via}` : ''}`,
    );

  describe('of Loop Habit Tracker', () => {
    const MEDITATE = {
      name: 'Meditate',
      marks: [
        ...everyDay('2026-03-04', 10),
        ['2026-02-22', 'NO'],
        ['2026-02-21', 'SKIP', 'Ill'],
        ['2026-02-20', 'YES_MANUAL'],
      ] as Mark[],
    };

    it('show what is in the file, and keep nothing of it', async () => {
      const preview = await loop(loopZip([MEDITATE], TODAY));

      expect(preview).toMatchObject({
        source: 'loop',
        appliedAt: null,
        expiresAt: '2026-03-06T12:00:00.000Z',
        habits: [
          {
            title: 'Meditate',
            habitId: null,
            schedule: {
              times: ['20:00'],
              recurrence: 'FREQ=DAILY',
              startDate: '2026-02-20',
              text: expect.stringMatching(/20:00/),
            },
            channel: 'push',
            from: '2026-02-20',
            to: '2026-03-04',
            completed: 11,
            skipped: 1,
            missed: 1,
            made: null,
          },
        ],
        rejected: [],
      });
      expect(await habits()).toEqual([]);
      expect(await ada.occurrences('2026-02-20', TODAY)).toEqual([]);
      const read = await (await ada.fresh()).get(`/imports/${preview.id}`);
      expect(read.body).toEqual(preview);
    });

    it('bring streak and calendar along once they are applied, and ask by message from then on', async () => {
      const applied = await apply(await loop(loopZip([MEDITATE], TODAY)));

      expect(applied).toMatchObject({
        appliedAt: `${TODAY}T12:00:00.000Z`,
        habits: [{ made: { habit: true, days: 13 } }],
      });
      const [habit] = await habits();
      expect(habit).toMatchObject({
        id: applied.habits[0]!.habitId,
        title: 'Meditate',
        channel: 'push',
        status: 'active',
        nextDueAt: `${TODAY}T20:00:00.000Z`,
        streak: { current: 10, longest: 10 },
      });
      expect(await days('2026-02-20', '2026-02-23')).toEqual([
        '02-20 20:00 completed import',
        '02-21 20:00 skipped import',
        '02-22 20:00 missed',
        '02-23 20:00 completed import',
      ]);
      const { days: calendar } = await ada.calendar('2026-02');
      expect(calendar.filter(({ due }) => due > 0).map(({ day, status }) => `${day.slice(8)} ${status}`)).toEqual([
        '20 completed',
        '21 skipped',
        '22 missed',
        ...['23', '24', '25', '26', '27', '28'].map((day) => `${day} completed`),
      ]);
      const [skipped] = await ada.occurrences('2026-02-21', '2026-02-21');
      expect(skipped!.checkIn).toMatchObject({ via: 'import', note: 'Ill' });
    });

    it('change nothing when they are applied again, or come again', async () => {
      const first = await apply(await loop(loopZip([MEDITATE], TODAY)));
      expect(await apply(first)).toEqual(first);

      const again = await loop(loopZip([MEDITATE], TODAY));
      expect(again.habits[0]!.habitId).toBe(first.habits[0]!.habitId);
      expect(made(await apply(again))).toEqual([{ habit: false, days: 0 }]);
      expect(await habits()).toHaveLength(1);
      expect(await ada.occurrences('2026-02-20', '2026-03-04')).toHaveLength(13);
    });

    it('add what a newer file says more, to the same habit, whatever it is called and asked at by now', async () => {
      const first = await apply(await loop(loopZip([MEDITATE], TODAY)));
      const id = first.habits[0]!.habitId!;
      const schedule = { startDate: '2026-02-20', times: ['07:00'], recurrence: 'FREQ=DAILY' };
      await (await ada.fresh()).patch(`/habits/${id}`, { title: 'Sit still', schedule });
      const newer = { ...MEDITATE, marks: [...MEDITATE.marks, ['2026-02-15', 'YES_MANUAL'] as Mark] };

      const second = await apply(await loop(loopZip([newer], TODAY)));

      expect(second.habits[0]).toMatchObject({ habitId: id, made: { habit: false, days: 5 } });
      expect(await days('2026-02-15', '2026-02-20')).toEqual([
        '02-15 07:00 completed import',
        ...['16', '17', '18', '19'].map((day) => `02-${day} 07:00 missed`),
        '02-20 20:00 completed import',
      ]);
    });

    it('never go over a word of the person', async () => {
      await apply(await loop(loopZip([MEDITATE], TODAY)));
      const [missed, done] = [
        (await ada.occurrences('2026-02-22', '2026-02-22'))[0]!,
        (await ada.occurrences('2026-02-23', '2026-02-23'))[0]!,
      ];
      await ada.checkIn(done.id, 'skipped');
      const mended = MEDITATE.marks.map(([date, value]) => [date, value === 'NO' ? 'YES_MANUAL' : value] as Mark);

      const second = await apply(await loop(loopZip([{ ...MEDITATE, marks: mended }], TODAY)));

      expect(made(second)).toEqual([{ habit: false, days: 1 }]);
      expect(await days('2026-02-22', '2026-02-23')).toEqual([
        '02-22 20:00 completed import',
        '02-23 20:00 skipped app',
      ]);
      expect((await ada.occurrences('2026-02-22', '2026-02-22'))[0]!.id).toBe(missed.id);
    });

    it('join a habit of the same name that is there already, and close what it asks today', async () => {
      const habit = await ada.habit('meditate', { at: '11:00', from: '2026-03-01' });
      await ada.habit('Meditate', {
        at: '21:00',
        kind: 'numeric',
        target: { value: 5, unit: 'min', direction: 'at-least' },
      });
      const marks: Mark[] = [
        [TODAY, 'YES_MANUAL'],
        ['2026-03-03', 'YES_MANUAL'],
      ];
      const preview = await loop(loopZip([{ name: 'Meditate', marks }], TODAY));
      expect(preview.habits[0]).toMatchObject({ habitId: habit.id, schedule: { times: ['11:00'] } });

      await apply(preview);

      expect((await days('2026-03-03', TODAY)).filter((day) => day.includes('11:00'))).toEqual([
        '03-03 11:00 completed import',
        '03-04 11:00 missed',
        '03-05 11:00 completed import',
      ]);
    });

    it('are read as older versions wrote them, and have goals where Loop has', async () => {
      const habits = [
        {
          name: 'Run, far',
          times: 3,
          days: 7,
          marks: [
            ['2026-03-02', '2'],
            ['2026-03-03', '1'],
          ] as Mark[],
        },
        {
          name: 'Water',
          days: 2,
          marks: [
            ['2026-03-01', '2'],
            ['2026-03-02', '0'],
            ['2026-03-03', '0'],
          ] as Mark[],
        },
      ];
      for (const version of ['2.0', '1.8'] as const) {
        const preview = await loop(loopZip(habits, TODAY, version));
        expect(preview.habits).toMatchObject([
          { title: 'Run, far', schedule: { goal: { times: 3, per: 'week' } }, completed: 1, missed: 0 },
          { title: 'Water', schedule: { recurrence: 'FREQ=DAILY;INTERVAL=2' }, completed: 1, missed: 1 },
        ]);
        expect(preview.rejected).toEqual([]);
      }
    });

    it('put away what was put away, with its days', async () => {
      await apply(await loop(loopZip([{ ...MEDITATE, archived: true }], TODAY)));
      expect(await habits()).toEqual([]);
      expect(await ada.occurrences('2026-02-20', '2026-03-04')).toHaveLength(13);
      expect(await ada.occurrences(TODAY, '2026-03-07')).toEqual([]);
    });

    it('name every row that cannot be taken, by its file and row', async () => {
      const marks: Mark[] = [
        ['2026-03-04', 'YES_MANUAL'],
        ['2026-03-03', 'MAYBE'],
        ['2026-02-30', 'YES_MANUAL'],
      ];
      const { rejected } = await loop(
        loopZip(
          [
            { name: 'Run', marks },
            { name: '', marks: [] },
          ],
          TODAY,
        ),
      );
      expect(rejected).toEqual([
        { file: '001 Run/Checkmarks.csv', row: 4, reason: '2026-02-30 does not exist.' },
        { file: '001 Run/Checkmarks.csv', row: 3, reason: '“MAYBE” is no value that Loop writes.' },
        { file: 'Habits.csv', row: 3, reason: 'It has no name.' },
      ]);
    });

    it('take twenty habits of five years in seconds', async () => {
      const many = Array.from({ length: 20 }, (_, index) => ({
        name: `Habit ${index}`,
        numeric: { unit: 'km', target: 5 },
        marks: everyDay('2026-03-04', 1825, '5000'),
      }));
      const preview = await loop(loopZip(many, TODAY));
      const began = performance.now();
      const applied = await apply(preview);
      const took = performance.now() - began;

      expect(applied.habits.reduce((sum, habit) => sum + habit.made!.days, 0)).toBe(36_500);
      expect(took).toBeLessThan(10_000);
      const { overall } = await ada.asks(({ GET }) => GET('/api/v1/streaks'));
      expect(overall.current).toBe(1825);
      const [first] = await ada.occurrences('2021-03-06', '2021-03-06');
      expect(first).toMatchObject({ status: 'completed', quantity: 5 });
    });

    it('go on where they were interrupted', async () => {
      const preview = await loop(loopZip([MEDITATE, { name: 'Run', marks: everyDay('2026-03-04', 3) }], TODAY));
      await world.rows(
        `UPDATE imports SET habits = jsonb_set(habits, '{1,made}', '{"habit": true, "days": 3}') WHERE id = $1`,
        [preview.id],
      );
      expect(made(await apply(preview))).toEqual([
        { habit: true, days: 13 },
        { habit: true, days: 3 },
      ]);
      expect(await habits()).toHaveLength(1);
    });

    it('asked to apply twice at once are applied once', async () => {
      const preview = await loop(loopZip([MEDITATE], TODAY));
      const both = await Promise.all([apply(preview), apply(preview)]);
      expect(both.map(made)).toEqual([[{ habit: true, days: 13 }], [{ habit: true, days: 13 }]]);
      expect(await habits()).toHaveLength(1);
    });
  });

  describe('of Habitica', () => {
    it('bring dailies, habits and to-dos, and say what stays', async () => {
      const at = (text: string) => Date.parse(text);
      const userData = {
        _id: 'b0413351-405f-416f-8787-947ec1c85199',
        preferences: { dayStart: 0, timezoneOffset: 0 },
        items: { gear: { owned: Object.fromEntries(Array.from({ length: 1500 }, (_, n) => [`gear${n}`, true])) } },
        tasks: {
          dailys: [
            {
              _id: 'd1',
              type: 'daily',
              text: 'Stretch',
              frequency: 'weekly',
              everyX: 1,
              repeat: { m: true, t: true, w: true, th: true, f: true, s: true, su: true },
              startDate: '2023-01-01T00:00:00.000Z',
              history: [
                ...Array.from({ length: 1100 }, (_, ago) => ({
                  date: at('2026-03-03T19:00:00Z') - ago * 86_400_000,
                  value: 1,
                  isDue: true,
                  completed: true,
                })),
                { date: at('2026-03-05T07:00:00Z'), value: 0, isDue: true, completed: false },
              ],
            },
          ],
          habits: [{ _id: 'h1', text: 'Smoke', up: false, down: true, history: [] }],
          todos: [{ _id: 't1', text: 'Tax', date: '2026-03-31', completed: false }],
          rewards: [],
        },
      };
      const preview = await previewed('habitica?time=07:30', 'application/json', JSON.stringify(userData));

      expect(preview).toMatchObject({
        habits: [
          { title: 'Stretch', completed: 1100, missed: 1, from: '2023-02-28', to: '2026-03-04' },
          { title: 'Tax', schedule: { startDate: '2026-03-31', recurrence: null, times: ['07:30'] }, from: null },
        ],
        rejected: [{ file: 'tasks.habits[0]', row: null, reason: expect.stringMatching(/^“Smoke”: Only its minus/) }],
      });
      await apply(preview);
      expect(await days('2026-03-03', '2026-03-04')).toEqual(['03-03 07:30 completed import', '03-04 07:30 missed']);
      expect((await habits()).map(({ title, nextDueAt }) => [title, nextDueAt])).toEqual([
        ['Stretch', '2026-03-06T07:30:00.000Z'],
        ['Tax', '2026-03-31T06:30:00.000Z'],
      ]);
      const again = await previewed('habitica?time=07:30', 'application/json', JSON.stringify(userData));
      expect(made(await apply(again))).toEqual([
        { habit: false, days: 0 },
        { habit: false, days: 0 },
      ]);
    });
  });

  describe('of a plain table', () => {
    it.each([
      ['commas', 'habit,date,time,status,note\nRead,2026-03-02,07:00,completed,"The ""blue"" one, again"\n'],
      [
        'semicolons and Windows line ends',
        'habit;date;time;status;note\r\nRead;2026-03-02;07:00;completed;The "blue" one, again\r\n',
      ],
      [
        'a byte order mark',
        '\uFEFFHabit\tDate\tTime\tStatus\tNote\nRead\t2026-03-02\t07:00\tDone\t"The ""blue"" one, again"',
      ],
    ])('are read with %s', async (_, text) => {
      const preview = await previewed('csv', 'text/csv; charset=utf-8', text);
      expect(preview.rejected).toEqual([]);
      await apply(preview);
      const [occurrence] = await ada.occurrences('2026-03-02', '2026-03-02');
      expect(occurrence).toMatchObject({
        localTime: '07:00',
        checkIn: { note: 'The "blue" one, again', via: 'import' },
      });
    });

    it('are read as Excel saves them', async () => {
      const utf16 = Buffer.from('\uFEFFhabit\tdate\nLäufe\t2026-03-02\n', 'utf16le');
      const ansi = Buffer.from('habit;date\nL\u00e4ufe;2026-03-02\n', 'latin1');
      for (const bytes of [utf16, ansi]) {
        expect((await previewed('csv', 'text/csv', bytes as unknown as Body)).habits[0]!.title).toBe('Läufe');
      }
    });

    it('name rows as a spreadsheet shows them: with the head, with what is empty', async () => {
      const { rejected, habits } = await csv(
        'habit,date,note',
        'Read,2026-03-01,"a',
        'b"',
        ',,',
        'Read,soon',
        'Read,2026-03-02,x,y,z',
      );
      expect(rejected).toEqual([
        { file: null, row: 4, reason: '“soon” is not a date: write it like 2026-03-29.' },
        { file: null, row: 5, reason: expect.stringMatching(/^“y, z” stands under no column/) },
      ]);
      expect(habits[0]).toMatchObject({ completed: 2 });
    });

    it('tell before they are applied that a number counts for nothing without a target, and keep it with its day', async () => {
      const preview = await csv('habit,date,quantity', 'Run,2026-03-01,5.2');
      expect(preview).toMatchObject({
        habits: [{ title: 'Run', completed: 1 }],
        rejected: [
          {
            file: null,
            row: 2,
            reason: expect.stringMatching(/^5\.2 .* does not count in a new habit, .*name one in row 2/),
          },
        ],
      });
      await apply(preview);
      const [occurrence] = await ada.occurrences('2026-03-01', '2026-03-01');
      expect(occurrence).toMatchObject({ status: 'completed', quantity: null, checkIn: { quantity: 5.2 } });
    });

    describe('with numbers', () => {
      const RUNS = ['habit,date,time,quantity,target,unit', 'Run,2026-03-01,07:00,3,5,km', 'Run,2026-03-01,19:00,2,,'];
      const ran = async () =>
        (await ada.occurrences('2026-03-01', '2026-03-01')).map(
          ({ localTime, status, quantity }) => `${localTime} ${status} ${quantity}`,
        );
      const changes = () =>
        world.rows('SELECT * FROM day_quantities WHERE user_id = $1 ORDER BY day, position', [ada.id]);
      const idAt = async (time: string, day = '2026-03-01') =>
        (await ada.occurrences(day, day)).find(({ localTime }) => localTime === time)!.id;
      const progress = async (id: string, quantity: number) =>
        (await ada.fresh()).post<Schemas['OccurrenceResponse']>(
          `/occurrences/${id}/progress`,
          { quantity },
          { 'idempotency-key': `progress-${id}-${quantity}` },
        );
      const takeBack = async (time: string) => (await ada.fresh()).delete(`/occurrences/${await idAt(time)}/check-in`);

      it('make them the numbers of their days, to which progress adds', async () => {
        await apply(await csv('habit,date,quantity,target,unit', 'Run,2026-03-01,3,5,km', 'Run,2026-03-02,6'));

        expect(await ran()).toEqual(['20:00 missed 3']);
        const [second] = await ada.occurrences('2026-03-02', '2026-03-02');
        expect(second).toMatchObject({ status: 'completed', quantity: 6, checkIn: { via: 'import', quantity: 6 } });
        expect((await progress(second!.id, 1.5)).body).toMatchObject({ quantity: 7.5 });
      });

      it('add up what several moments of a day tell, and judge each by their sum', async () => {
        const preview = await csv(...RUNS);
        expect(preview).toMatchObject({ habits: [{ completed: 2, missed: 0 }], rejected: [] });
        await apply(preview);
        expect(await ran()).toEqual(['07:00 completed 5', '19:00 completed 5']);
      });

      it('give back the number of a check-in that is taken back, and of no other', async () => {
        await apply(await csv(...RUNS));

        await takeBack('07:00');
        expect(await ran()).toEqual(['07:00 missed 2', '19:00 completed 2']);
        await takeBack('19:00');
        expect(await ran()).toEqual(['07:00 skipped null', '19:00 skipped null']);
        expect(made(await apply(await csv(...RUNS)))).toEqual([{ habit: false, days: 2 }]);
        expect(await ran()).toEqual(['07:00 completed 5', '19:00 completed 5']);
      });

      it('change nothing when they come again, and add what a newer file says more', async () => {
        await apply(await csv(...RUNS));
        const before = await changes();
        expect(made(await apply(await csv(...RUNS)))).toEqual([{ habit: false, days: 0 }]);
        expect(await changes()).toEqual(before);

        await apply(await csv(...RUNS, 'Run,2026-03-01,12:00,1.5,,'));
        expect(await ran()).toEqual(['07:00 completed 6.5', '12:00 completed 6.5', '19:00 completed 6.5']);
      });

      it('come to no more than a day may, and tell of which number less counts', async () => {
        const file = ['habit,date,time,quantity,target', 'Run,2026-03-01,19:00,800000000,5'];
        const more = 'Run,2026-03-01,07:00,700000000,';
        const least = 'Run,2026-03-01,21:00,6,5';
        const cut = (row: number, moment: string, counts: string) => ({
          ...{ file: null, row },
          reason: `2026-03-01 ${moment}: ${counts} counts, as a day comes to at most 1000000000.`,
        });
        const preview = await csv(...file, more);
        expect(preview.rejected).toEqual([cut(2, '19:00', '300000000 of 800000000')]);
        expect((await apply(preview)).rejected).toEqual(preview.rejected);
        expect(await ran()).toEqual(['07:00 completed 1000000000', '19:00 completed 1000000000']);

        const later = await csv(file[0]!, least);
        expect(later.rejected).toEqual([]);
        expect((await apply(later)).rejected).toEqual([cut(2, '21:00', '0 of 6')]);
        expect((await ran()).at(-1)).toBe('21:00 completed 1000000000');
      });

      it('leave a number alone that was told here', async () => {
        const target = { value: 5, unit: 'km', direction: 'at-least' as const };
        await ada.habit('Run', { kind: 'numeric', target, at: ['07:00', '19:00'], from: '2026-03-01' });
        const told = await (await ada.fresh()).put(
          `/habits/${(await habits())[0]!.id}/days/2026-03-01/07:00/check-in`,
          { quantity: 4 },
        );
        expect(told.status).toBe(200);

        await apply(await csv(...RUNS));

        expect(await ran()).toEqual(['07:00 completed 4', '19:00 completed 4']);
        expect(await changes()).toHaveLength(1);
      });

      it('answer for whatever else was asked of the day: nothing more rings', async () => {
        const target = { value: 5, unit: 'km', direction: 'at-least' as const };
        await ada.habit('Run', { kind: 'numeric', target, at: ['11:00', '15:00', '20:00'], from: TODAY });

        await apply(await csv('habit,date,quantity,target,unit', `Run,${TODAY},6,5,km`));

        const today = (await ada.occurrences(TODAY, TODAY)).map(({ localTime, status, quantity }) => [
          localTime,
          status,
          quantity,
        ]);
        expect(today.slice(-2)).toEqual([
          ['15:00', 'completed', 6],
          ['20:00', 'completed', 6],
        ]);
      });
    });

    it('tell which rows fall upon one moment at the times the habit has here, and of each once', async () => {
      const habit = await ada.habit('Read', { at: '19:00', from: '2026-03-01' });
      const file = ['habit,date,time', 'Read,2026-03-01,07:00', 'Read,2026-03-02', 'Read,2026-03-02,19:00'];
      const twin = (row: number, moment: string, time: string) => ({
        ...{ file: null, row },
        reason: `${moment} is there twice, as a day without a time counts at ${time}: the first row counts.`,
      });
      const preview = await csv(...file);
      expect(preview).toMatchObject({ habits: [{ habitId: habit.id, completed: 2 }] });
      expect(preview.rejected).toEqual([twin(4, '2026-03-02 19:00', '19:00')]);
      expect((await apply(preview)).rejected).toEqual(preview.rejected);

      const later = await csv(...file.slice(0, 1), 'Read,2026-03-03,07:30', 'Read,2026-03-03');
      expect(later.rejected).toEqual([]);
      const schedule = { startDate: '2026-03-01', times: ['07:30'], recurrence: 'FREQ=DAILY' };
      await (await ada.fresh()).patch(`/habits/${habit.id}`, { schedule });
      expect((await apply(later)).rejected).toEqual([twin(3, '2026-03-03 07:30', '07:30')]);
    });

    it('tell of a day that falls upon a row of the night that ends it', async () => {
      await (await ada.fresh()).patch('/me/settings', { dayEndsAt: '03:00' });
      const { habits, rejected } = await csv('habit,date,time', 'Read,2026-03-01', 'Read,2026-03-02,01:00');
      expect(habits).toMatchObject([{ completed: 1 }]);
      expect(rejected).toEqual([
        expect.objectContaining({ row: 3, reason: expect.stringMatching(/^2026-03-02 01:00 is/) }),
      ]);
    });

    it('tell of a later row that says otherwise of its habit', async () => {
      const { habits, rejected } = await csv(
        'habit,date,quantity,target,unit',
        'Run,2026-03-01,5,5,km',
        'Run,2026-03-02,5,6,mi',
      );
      expect(habits).toMatchObject([{ completed: 2 }]);
      expect(rejected).toEqual([{ file: null, row: 3, reason: expect.stringMatching(/target “6”, unit “mi”\.$/) }]);
    });

    it('say which recurrence is none, in the words of a schedule', async () => {
      const { habits, rejected } = await csv('habit,date,recurrence', 'Read,2026-03-01,FREQ=OFTEN');
      expect(habits).toEqual([]);
      expect(rejected).toEqual([{ file: null, row: 2, reason: expect.stringMatching(/^“Read”: FREQ is DAILY/) }]);
    });

    it('tell what stays as it is of a habit they join, by its matters and rows', async () => {
      await apply(await csv('habit,date,time,recurrence', 'K,2026-02-23,20:00,FREQ=WEEKLY'));
      const preview = await csv(
        'habit,date,time,quantity,target,unit,recurrence',
        'K,2026-03-01,07:00,7,5,km,FREQ=DAILY',
        'K,2026-03-02,07:00,3,,,',
        'K,2026-03-03,20:00,,,,',
      );
      const [habit] = preview.habits;
      expect(habit).toMatchObject({ habitId: expect.any(String), completed: 2, missed: 1 });
      expect(habit!.remarks).toEqual([
        'It is yes-no here and stays so: the numbers of rows 2 to 3 stand with the check-ins, but do not count.',
        'It has no target here and gets none: at least 5 km of row 2 only says which of the days were done.',
        expect.stringMatching(/^It is due here as before, “.*”, and not by “FREQ=DAILY” of row 2\.$/),
        'It asks here at 20:00 and not at 07:00 of rows 2 to 3: at those times are past days alone.',
      ]);
      expect((await apply(preview)).habits[0]!.remarks).toEqual(habit!.remarks);
      expect(await habits()).toMatchObject([{ kind: 'yes-no', target: null, schedule: { recurrence: 'FREQ=WEEKLY' } }]);
      const [run] = await ada.occurrences('2026-03-01', '2026-03-01');
      expect(run).toMatchObject({ status: 'completed', quantity: null, checkIn: { quantity: 7 } });
    });

    it('tell of another target and unit than those of the habit they join', async () => {
      const target = { value: 10, unit: 'mi', direction: 'at-least' as const };
      const { id } = await ada.habit('Run', { kind: 'numeric', target, at: '20:00', from: '2026-03-01' });
      const file = ['habit,date,quantity,target,unit', 'Run,2026-03-01,6,5,km', 'Run,2026-03-02,,,'];
      const { habits } = await csv(...file);
      expect(habits).toMatchObject([{ habitId: id }]);
      expect(habits[0]!.remarks).toEqual([
        'Its target here stays at least 10 mi: at least 5 km of row 2 only says which of the days were done.',
        'Its unit here stays “mi”, not “km” of row 2: the numbers of row 2 stand as they are, and count in “mi”.',
      ]);
      expect((await csv('habit,date,target,unit', 'Run,2026-03-02,10,mi')).habits[0]!.remarks).toEqual([]);
    });

    it('tell what stays as it is also of a habit that became another after the preview', async () => {
      const [plain, numeric] = [
        await csv('habit,date', 'K,2026-03-01'),
        await csv('habit,date,quantity,target', 'K,2026-03-02,7,5'),
      ];
      expect(numeric.habits).toMatchObject([{ habitId: null, remarks: [] }]);
      await apply(plain);
      expect((await apply(numeric)).habits[0]!.remarks).toEqual([
        expect.stringMatching(/^It is yes-no here and stays so: the numbers of row 2 /),
        expect.stringMatching(/^It has no target here/),
      ]);
    });

    it('tell of every row of a habit that cannot be', async () => {
      const rows = ['B,2026-03-01,FREQ=NEVER', 'B,2026-03-02,', 'C,2026-03-01,', 'B,soon,', 'B,2026-03-03,'];
      const { habits, rejected } = await csv('habit,date,recurrence', ...rows);
      expect(habits).toMatchObject([{ title: 'C', completed: 1 }]);
      expect(rejected).toEqual([
        expect.objectContaining({ row: 5 }),
        {
          ...{ file: null, row: 2 },
          reason: expect.stringMatching(/^“B”: FREQ is .*\. By that nothing is taken of rows 2 to 3 and 6\.$/),
        },
      ]);
    });

    it('make no more than two hundred habits', async () => {
      await ada.habit('First');
      const many = Array.from({ length: 201 }, (_, n) => `Habit ${n},2026-03-01`);
      const preview = await csv('habit,date', ...many, 'Habit 200,2026-03-02', 'Habit 198,2026-03-02');
      expect(preview.habits).toHaveLength(199);
      expect(preview.rejected.map(({ row }) => row)).toEqual([201, 202]);
      expect(preview.rejected[1]!.reason).toMatch(/By that nothing is taken of rows 202 to 203\.$/);
      await ada.habit('Meanwhile');
      const applied = await apply(preview);
      expect(applied.habits.at(-1)).toMatchObject({ habitId: null, made: { habit: false, days: 0 } });
      expect(applied.rejected.at(-1)).toMatchObject({
        row: 200,
        reason: expect.stringMatching(/at most 200 habits.*nothing is taken of rows 200 and 204\.$/),
      });
    });
  });

  describe('refuse with a problem, and never fail over,', () => {
    const MB = 1024 * 1024;
    const zip = (files: Record<string, string>) => zipOf(files) as unknown as string;
    const bomb = () => zipSync({ 'Habits.csv': new Uint8Array(60 * MB) }, { level: 9 }) as unknown as string;
    const encrypted = () => {
      const bytes = loopZip([], TODAY);
      bytes[6]! |= 1;
      return bytes as unknown as string;
    };

    it.each<[string, string, string, () => string]>([
      ['nothing', 'loop', 'application/zip', () => ''],
      ['what is no zip', 'loop', 'application/octet-stream', () => 'PK? No.'],
      ['a zip cut off', 'loop', 'application/zip', () => loopZip([], TODAY).slice(0, -30) as unknown as string],
      ['a zip of something else', 'loop', 'application/zip', () => zip({ 'photo.jpg': 'x' })],
      ['an encrypted zip', 'loop', 'application/zip', encrypted],
      ['a zip that grows', 'loop', 'application/zip', bomb],
      [
        'a zip of thousands',
        'loop',
        'application/zip',
        () => zip(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`${n}`, '']))),
      ],
      ['a table without its columns', 'csv', 'text/csv', () => 'name,when\nRead,2026-03-01'],
      ['a table with a head alone', 'csv', 'text/csv', () => 'habit,date\n'],
      ['a zip without a habit', 'loop', 'application/zip', () => zip({ 'Habits.csv': 'Position,Name\n' })],
      ['user data without a task', 'habitica', 'application/json', () => '{"tasks":{"dailys":[]}}'],
      ['a table with a column twice', 'csv', 'text/csv', () => 'habit,date,date\nRead,2026-03-01,2026-03-02'],
      [
        'a quotation mark never closed',
        'csv',
        'text/csv',
        () => `habit,date\n"Read,2026-03-01\n${'x,y\n'.repeat(50_000)}`,
      ],
      ['a million columns', 'csv', 'text/csv', () => `habit,date${',x'.repeat(1_000_000)}\n`],
      ['a million rows', 'csv', 'text/csv', () => `habit,date\n${'a,b\n'.repeat(1_000_000)}`],
      ['ten thousand bad rows', 'csv', 'text/csv', () => `habit,date\n${'a,b\n'.repeat(10_000)}`],
      ['bytes of any kind', 'csv', 'text/csv', () => Buffer.from([0, 255, 254, 0, 34, 10, 13]) as unknown as string],
      ['user data of nobody', 'habitica', 'application/json', () => '{}'],
      ['a list', 'habitica', 'application/json', () => '[]'],
    ])('%s', async (_, path, type, body) => {
      const refused = await send(path, type, body());
      expectProblem(refused, 400, 'file-not-understood');
      expect(await habits()).toEqual([]);
    });

    it('what is nested deep, or no JSON', async () => {
      const deep = `{"tasks":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`;
      expectProblem(await send('habitica', 'application/json', deep), 400, 'file-not-understood');
      expectProblem(await send('habitica', 'application/json', '{"tasks":'), 400, 'file-not-understood');
    });

    it('tasks of every odd kind, each by name', async () => {
      const odd = [
        null,
        1,
        'x',
        [],
        {},
        { text: {} },
        { text: 'A', history: 'x', frequency: {} },
        { text: 'B', everyX: 'x' },
      ];
      const tasks = { dailys: odd, habits: odd, todos: odd, rewards: odd, others: odd };
      const { status, body } = await send('habitica', 'application/json', JSON.stringify({ tasks, preferences: 7 }));
      expect(status).toBe(200);
      expect(body.habits.map(({ title }) => title)).toEqual(['A', 'A', 'B']);
      expect(body.rejected).toHaveLength(29);
    });

    it('years without end, and two hundred thousand bad rows', async () => {
      const since1970: Mark[] = [
        ['1970-01-01', 'YES_MANUAL'],
        ['2026-03-04', 'YES_MANUAL'],
      ];
      const many = Array.from({ length: 20 }, (_, index) => ({ name: `Habit ${index}`, marks: since1970 }));
      expectProblem(
        await send('loop', 'application/zip', loopZip(many, TODAY) as unknown as string),
        400,
        'file-not-understood',
      );
      const files = loopFiles([{ name: 'Run', marks: [] }], TODAY);
      const bad = zip({ ...files, '001 Run/Checkmarks.csv': '2026-03-01,MAYBE\n'.repeat(200_000) });
      expectProblem(await send('loop', 'application/zip', bad), 400, 'file-not-understood');
    });

    it('names of any length, and of any characters', async () => {
      const names = ['long '.repeat(10_000), '\u0000', 'a\u0000b', '\uFDFA'.repeat(150), '\uD83D', '=cmd()'];
      const preview = await csv(
        'habit,date,recurrence',
        ...names.map((name) => `${name},2026-03-01`),
        'B,2026-03-01,\u0000',
      );
      expect(preview.habits.map(({ title }) => title.slice(0, 6))).toEqual([
        'long l',
        'a b',
        '\uFDFA'.repeat(6),
        '\uFFFD',
        '=cmd()',
        'B',
      ]);
      expect(preview.rejected).toEqual([{ file: null, row: 3, reason: 'It names no habit.' }]);
      expect(made(await apply(preview)).every((one) => one?.days === 1)).toBe(true);
    });

    it('the file of nobody, before it is read', async () => {
      const headers = { 'content-type': 'text/csv' };
      const refused = await world.http.raw('/api/v1/imports/csv', {
        method: 'POST',
        headers,
        body: 'x'.repeat(11 * MB),
      });
      expectProblem(refused, 401, 'unauthenticated');
    });

    it('a file too large, a file of another kind, and a time that is none', async () => {
      expectProblem(await send('csv', 'text/csv', 'x'.repeat(10 * MB + 1)), 413, 'body-too-large');
      expectProblem(await send('loop', 'text/csv', 'x'), 415, 'unsupported-media-type');
      expectProblem(await send('csv', 'application/json', '{}'), 415, 'unsupported-media-type');
      const untimely = await send('csv?time=7:30', 'text/csv', 'habit,date');
      expectProblem(untimely, 400, 'invalid-request');
      expect(fieldErrors(untimely)).toEqual({ '/time': 'Write "7:30" as "07:30".' });
      const elsewhere = { method: 'POST', headers: { ...ada.api.credentials, 'content-type': 'text/csv' }, body: 'x' };
      expectProblem(await world.http.raw('/api/v1/habits', elsewhere), 415, 'unsupported-media-type');
    });

    it.each([
      ['loop', 'text/csv', 'csv'],
      ['csv', 'application/zip', 'loop'],
      ['csv', 'application/json', 'habitica'],
    ])('a file sent to %s as %s, and tell that it goes to %s', async (path, type, right) => {
      const refused = await send(path, type, 'x');
      expectProblem(refused, 415, 'unsupported-media-type');
      expect(refused.body).toMatchObject({
        detail: expect.stringContaining(`What is ${type} goes to POST /api/v1/imports/${right}.`),
      });
      expect((await send('loop', 'image/png', 'x')).body).toMatchObject({
        detail: 'Send the file as application/zip or application/octet-stream.',
      });
    });

    it('paths that lead elsewhere: they lead nowhere', async () => {
      const files = loopFiles([{ name: 'Run', marks: [['2026-03-04', 'YES_MANUAL']] }], TODAY);
      const hostile = {
        ...files,
        '../../../../tmp/Habits.csv': 'x',
        '/etc/passwd': 'x',
        '001 Run/../../Checkmarks.csv': 'x',
      };
      const { habits, rejected } = await loop(zipOf(hostile));
      expect(habits.map(({ title }) => title)).toEqual(['Run']);
      expect(rejected).toEqual([]);
    });
  });

  it('belong to one person, for a day', async () => {
    const preview = await csv('habit,date', 'Read,2026-03-01');
    const stranger = (await world.person('Stranger')).api;
    expectProblem(await stranger.get(`/imports/${preview.id}`), 404, 'not-found');
    expectProblem(await stranger.post(`/imports/${preview.id}/apply`), 404, 'not-found');

    await world.rows(`UPDATE imports SET created_at = created_at - interval '1 day' WHERE id = $1`, [preview.id]);
    expectProblem(await ada.api.get(`/imports/${preview.id}`), 404, 'not-found');
    expectProblem(await ada.api.post(`/imports/${preview.id}/apply`), 404, 'not-found');
  });

  it('go with the person', async () => {
    await apply(await csv('habit,date', 'Read,2026-03-01'));
    await (await ada.fresh()).delete('/me');
    const left = 'SELECT FROM imports WHERE user_id = $1';
    expect(await world.rows(left, [ada.id])).toEqual([]);
    expect(await world.rows('SELECT FROM imported_habits WHERE user_id = $1', [ada.id])).toEqual([]);
  });

  it('need a time zone to tell a day by', async () => {
    const { body } = await world.http.post<Schemas['SessionResponse']>('/auth/dev', { email: 'nowhere@example.com' });
    const headers = { authorization: `Bearer ${body.accessToken}`, 'content-type': 'text/csv' };
    const init = { method: 'POST', headers, body: 'habit,date\nRead,2026-03-01' };
    const refused = await world.http.raw('/api/v1/imports/csv', init);
    expectProblem(refused, 409, 'time-zone-needed');
    expect(refused.body).toMatchObject({
      detail: expect.stringMatching(/PATCH \/api\/v1\/me \{"timeZone": "[^"]+"\}\.$/),
    });
    expect(fieldErrors(refused)).toEqual({});
  });

  it('keep the five newest previews of a person', async () => {
    const first = await csv('habit,date', 'Read,2026-03-01');
    for (let more = 1; more <= 5; more++) {
      world.clock.moveTo(new Date(world.clock.now().getTime() + 1000));
      await csv('habit,date', 'Read,2026-03-01');
    }
    expectProblem(await ada.api.get(`/imports/${first.id}`), 404, 'not-found');
    expect(await world.rows('SELECT FROM imports WHERE user_id = $1', [ada.id])).toHaveLength(5);
  });

  it('ring nobody: the first evening comes as a message', async () => {
    const bea = await world.person('Bea');
    const headers = { ...bea.api.credentials, 'content-type': 'text/csv' };
    const preview = await world.http.raw<Import>('/api/v1/imports/csv', {
      method: 'POST',
      headers,
      body: 'habit,date\nRead,2026-03-01\n',
    });
    await bea.api.post(`/imports/${preview.body.id}/apply`);
    await world.reaches(`${TODAY}T20:01`, 'Europe/Lisbon');
    expect(await bea.calls()).toEqual([]);
    expect((await bea.messages()).map(({ title }) => title)).toEqual(['Read']);
  });
});
