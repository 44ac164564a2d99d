import fc from 'fast-check';
import type { Found, Sheet } from './found';
import { readLoop } from './loop';
import { frequencyOf } from './loop-frequency';

const TODAY = { day: '2026-03-05', timeZone: 'Europe/Lisbon' };

const NEWEST =
  'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?';

/** Without quotation marks, of which the reading of CSV is tested elsewhere. */
const sheet = (file: string, ...lines: string[]): Sheet => ({
  file,
  rows: lines.map((line, index) => ({ number: index + 1, cells: line.split(',') })),
});

const read = (habit: string, marks: string[], head = NEWEST, lastDay = '2026-03-05'): Found =>
  readLoop(
    {
      habits: sheet('Habits.csv', head, habit),
      checkmarks: new Map([[1, sheet('001 It/Checkmarks.csv', ...marks)]]),
      overview: sheet('Checkmarks.csv', 'Date,It,', `${lastDay},UNKNOWN,`),
    },
    TODAY,
  );

const told = ({ habits }: Found) =>
  habits[0]!.told.map(({ date, status, quantity, note }) =>
    [date.slice(5), status, quantity, note].filter((one) => one !== null).join(' '),
  );

describe('How often Loop asks', () => {
  it.each([
    [1, 1, 'FREQ=DAILY', null],
    [7, 7, 'FREQ=DAILY', null],
    [3, 7, 'FREQ=DAILY', { times: 3, per: 'week' }],
    [1, 7, 'FREQ=DAILY', { times: 1, per: 'week' }],
    [10, 30, 'FREQ=DAILY', { times: 10, per: 'month' }],
    [1, 31, 'FREQ=DAILY', { times: 1, per: 'month' }],
    [1, 3, 'FREQ=DAILY;INTERVAL=3', null],
  ])('%i times in %i days', (times, days, recurrence, goal) => {
    expect(frequencyOf(times, days)).toEqual({ recurrence, goal, remark: null });
  });

  it.each([
    [2, 3, '5 times a week'],
    [2, 60, '1 times a month'],
    [13, 14, 'every day'],
  ])('%i times in %i days is told as %s', (times, days, instead) => {
    expect(frequencyOf(times, days).remark).toBe(
      `Loop asks for it ${times} times in ${days} days; here it is ${instead}.`,
    );
  });
});

describe('A habit of Loop', () => {
  it.each([
    ['the newest version', '001,It,YES_NO,,,1,1,#FF8F00,,,,false', NEWEST, ['YES_MANUAL', 'SKIP', 'NO', 'YES_AUTO']],
    [
      '2.0',
      '001,It,,,1,1,#FF8F00',
      'Position,Name,Question,Description,NumRepetitions,Interval,Color',
      ['2', '3', '0', '1'],
    ],
    ['1.8', 'It,,1,1,#FF8F00', 'Name,Description,NumRepetitions,Interval,Color', ['2', '-3', '0', '1']],
  ])('is read as %s writes it', (_, habit, head, values) => {
    const found = read(
      habit,
      values.map((value, index) => `2026-03-0${4 - index},${value}`),
      head,
    );
    expect(found.rejected).toEqual([]);
    expect(told(found)).toEqual(['03-04 completed', '03-03 skipped']);
    expect(found.habits[0]).toMatchObject({
      title: 'It',
      kind: 'yes-no',
      silence: { from: '2026-03-01', to: '2026-03-04', spared: ['2026-03-01'] },
    });
  });

  it('tells of quantities in thousandths, and whether they were enough', () => {
    const found = read('001,It,NUMERICAL,,,1,1,#FF8F00,km,AT_LEAST,5.0,false', [
      'Date,Value,Notes',
      '2026-03-04,5000,Far',
      '2026-03-03,2500,',
      '2026-03-02,NO,',
      '2026-03-01,SKIP,',
    ]);
    expect(told(found)).toEqual(['03-04 completed 5 Far', '03-03 missed 2.5', '03-01 skipped']);
    expect(found.habits[0]).toMatchObject({ target: { value: 5, unit: 'km', direction: 'at-least' } });
  });

  it('is not exceeded where nothing is said', () => {
    const found = read('001,It,NUMERICAL,,,1,1,#FF8F00,cups,AT_MOST,2.0,false', [
      '2026-03-05,1000',
      '2026-03-04,3000',
      '2026-03-02,NO',
    ]);
    expect(told(found)).toEqual(['03-04 missed 3', '03-02 completed 0']);
    expect(found.habits[0]!.silence).toBeNull();
    expect(found.rejected).toEqual([
      expect.objectContaining({ row: 1, reason: expect.stringMatching(/^2026-03-05 was not over/) }),
    ]);
  });

  it('adds up a week, and counts the day on which it was enough', () => {
    const found = read('001,It,NUMERICAL,,,1,7,#FF8F00,km,AT_LEAST,10.0,false', [
      '2026-03-04,2000',
      '2026-03-03,7000',
      '2026-03-02,4000',
      '2026-03-01,9000',
    ]);
    expect(told(found)).toEqual(['03-01 missed 9', '03-02 missed 4', '03-03 completed 7', '03-04 missed 2']);
    expect(found.habits[0]).toMatchObject({ rule: { goal: { times: 1, per: 'week' } }, silence: null });
  });

  it('was not missed after it was put away, nor on the day on which the file was made', () => {
    const marks = ['2026-03-05,NO', '2026-03-04,NO', '2026-03-02,2', '2026-03-01,2'];
    expect(read('001,It,YES_NO,,,1,1,#FF8F00,,,,true', marks).habits[0]!.silence).toMatchObject({ to: '2026-03-02' });
    expect(read('001,It,YES_NO,,,1,1,#FF8F00,,,,false', marks).habits[0]!.silence).toMatchObject({ to: '2026-03-04' });
  });

  it('keeps a note of a day on which it was not done', () => {
    expect(told(read('001,It,YES_NO,,,1,1,#FF8F00,,,,false', ['2026-03-03,NO,Was ill']))).toEqual([
      '03-03 missed Was ill',
    ]);
  });

  it('tells of a note on a day that Loop did not ask for, which is no day here', () => {
    const found = read('001,It,YES_NO,,,1,1,#FF8F00,,,,false', [
      'Date,Value,Notes',
      '2026-03-03,YES_AUTO,Too tired',
      '2026-03-02,YES_MANUAL,Fine',
      '2026-03-01,YES_AUTO,',
    ]);
    expect(told(found)).toEqual(['03-02 completed Fine']);
    expect(found.rejected).toEqual([
      {
        file: '001 It/Checkmarks.csv',
        row: 2,
        reason: expect.stringMatching(/^2026-03-03 was not asked for, so that its note “Too tired” is not taken: /),
      },
    ]);
  });

  it.each([
    'YES_NO,,,1,1,#FF8F00,,,',
    'NUMERICAL,,,1,1,#FF8F00,km,AT_LEAST,5.0',
    'NUMERICAL,,,1,7,#FF8F00,km,AT_MOST,5.0',
  ])('keeps every note with its day, or tells of it: %s', (kind) => {
    const value = fc.constantFrom(
      'YES_MANUAL',
      'YES_AUTO',
      'NO',
      'UNKNOWN',
      'SKIP',
      '0',
      '1',
      '2',
      '3',
      '-1',
      '6000',
      'x',
    );
    const day = fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06');
    fc.assert(
      fc.property(fc.array(fc.tuple(day, value)), (marks) => {
        const found = read(
          `001,It,${kind},false`,
          marks.map(([date, said]) => `${date},${said},Why`),
        );
        const named = [...found.habits[0]!.told, ...found.rejected].map(({ row }) => row);
        expect([...new Set(named)].sort((one, other) => one! - other!)).toEqual(marks.map((_, index) => index + 1));
      }),
    );
  });

  it('tells which notes and descriptions were too long to be taken in full', () => {
    const found = read(`001,It,YES_NO,${'q'.repeat(600)},${'d'.repeat(600)},1,1,#FF8F00,,,,false`, [
      `2026-03-03,2,${'n'.repeat(1200)}`,
    ]);
    expect(found.rejected).toEqual([
      { file: '001 It/Checkmarks.csv', row: 1, reason: 'Its note was cut to 1000 characters, of 1200.' },
    ]);
    expect(told(found)).toEqual([`03-03 completed ${'n'.repeat(1000)}`]);
    expect(found.habits[0]!.remarks).toEqual(['Its description was cut to 1000 characters, of 1201.']);
  });

  it('names every row that cannot be taken', () => {
    const found = read('001,It,YES_NO,,,1,1,#FF8F00,,,,false', [
      'Date,Value,Notes',
      '2026-02-30,2',
      '2026-03-06,2',
      '2026-03-01,MAYBE',
      '2026-03-02,2',
      '2026-03-02,0',
      '1.3.2026,2',
    ]);
    expect(found.rejected.map(({ row, reason }) => `${row} ${reason}`).sort()).toEqual([
      '2 2026-02-30 does not exist.',
      '3 2026-03-06 lies in the future.',
      '4 “MAYBE” is no value that Loop writes.',
      '6 2026-03-02 is there twice: the first row counts.',
      '7 “1.3.2026” is not a date: write 2026-03-01.',
    ]);
    expect(told(found)).toEqual(['03-02 completed']);
  });

  it('is found in the table of all habits when it has none of its own', () => {
    const overview = sheet('Checkmarks.csv', 'Date,It,Other,', '2026-03-05,UNKNOWN,2,', '2026-03-04,YES_MANUAL,2,');
    const habits = sheet('Habits.csv', NEWEST, '001,It,YES_NO,,,1,1,#FF8F00,,,,false');
    const found = readLoop({ habits, checkmarks: new Map(), overview }, TODAY);
    expect(told(found)).toEqual(['03-04 completed']);
  });

  it('has a key of its own beside another of its name', () => {
    const habits = sheet('Habits.csv', NEWEST, '001,It,YES_NO,,,1,1,#F,,,,false', '002,IT,YES_NO,,,1,1,#F,,,,false');
    const found = readLoop({ habits, checkmarks: new Map(), overview: null }, TODAY);
    expect(found.habits.map(({ key }) => key)).toEqual(['it', 'it #2']);
    expect(found.rejected).toHaveLength(2);
  });

  it.each([
    ['001,,YES_NO,,,1,1,#F,,,,false', 'It has no name.'],
    ['001,It,YES_NO,,,0,1,#F,,,,false', 'How often “It” is to be done cannot be read.'],
  ])('that is none is named: %s', (habit, reason) => {
    expect(read(habit, []).rejected).toEqual([{ file: 'Habits.csv', row: 2, reason }]);
  });
});
