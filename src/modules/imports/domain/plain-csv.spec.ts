import fc from 'fast-check';
import type { Found } from './found';
import { readPlainCsv } from './plain-csv';

const TODAY = { day: '2026-03-05', timeZone: 'Europe/Lisbon' };

const read = (...lines: string[]): Found =>
  readPlainCsv(
    { file: null, rows: lines.map((line, index) => ({ number: index + 1, cells: line.split(',') })) },
    TODAY,
  );

const reasons = ({ rejected }: Found) => rejected.map(({ row, reason }) => `${row} ${reason}`);

describe('A table of past days', () => {
  it('needs no more than habits and dates: a row is a day on which it was done', () => {
    const found = read('Date,Habit', '2026-03-01,Read', '2026-03-02,read ', '2026-03-02,Run');
    expect(found.rejected).toEqual([]);
    expect(found.habits.map(({ key, told }) => [key, told.map(({ date, status }) => `${date} ${status}`)])).toEqual([
      ['read', ['2026-03-01 completed', '2026-03-02 completed']],
      ['run', ['2026-03-02 completed']],
    ]);
  });

  it('tells of times, quantities, skips and notes', () => {
    const found = read(
      'habit,date,time,status,quantity,reason,note,target,unit',
      'Run,2026-03-01,07:00,,5,,,5,km',
      'Run,2026-03-01,19:00,,"2',
      'Run,2026-03-02,07:00,,4.5,,Rain,,',
      'Run,2026-03-03,07:00,skip,,sick,,,',
    );
    expect(reasons(found)).toEqual(['3 “"2” is no quantity: write a number like 5 or 2.5.']);
    expect(found.habits[0]).toMatchObject({
      kind: 'numeric',
      target: { value: 5, unit: 'km', direction: 'at-least' },
      rule: { times: ['07:00'], recurrence: 'FREQ=DAILY' },
      told: [
        { row: 2, status: null, quantity: 5 },
        { row: 4, status: null, quantity: 4.5, note: 'Rain' },
        { status: 'skipped', reason: 'sick' },
      ],
    });
  });

  it('tells of every number that does not count for want of a target, and takes its day all the same', () => {
    const found = read(
      'habit,date,status,quantity,unit',
      'Run,2026-03-01,,5.2,km',
      'Run,2026-03-02,missed,1',
      'Run,2026-03-03,,0',
      'Run,2026-03-04',
    );
    expect(reasons(found)).toEqual([
      '2 5.2 stands in the check-in but does not count in a new habit, as “Run” has no target: name one in row 2, like 5.',
      '2 The unit “km” was passed over, as “Run” has no target: name one in row 2, like 5.',
      '3 1 stands in the check-in but does not count in a new habit, as “Run” has no target: name one in row 2, like 5.',
      '4 0 does not say whether it was done, as “Run” has no target: write a status, or name a target in row 2.',
    ]);
    expect(found.habits[0]).toMatchObject({
      kind: 'yes-no',
      told: [
        { date: '2026-03-01', status: 'completed', quantity: 5.2 },
        { date: '2026-03-02', status: 'missed', quantity: 1 },
        { date: '2026-03-04', status: 'completed', quantity: null },
      ],
    });
  });

  it('takes the day of a reason that belongs to no skip, and tells that it took no reason', () => {
    const found = read(
      'habit,date,status,quantity,reason,target',
      'Run,2026-03-01,completed,,sick,5',
      'Run,2026-03-02,missed,,Rain',
      'Run,2026-03-03,,3,other',
      'Run,2026-03-04,skipped,,Sick',
    );
    const passedOver = (reason: string) =>
      `The reason “${reason}” was passed over, as only a skip has a reason: put it in the note.`;
    expect(reasons(found)).toEqual([`2 ${passedOver('sick')}`, `3 ${passedOver('Rain')}`, `4 ${passedOver('other')}`]);
    expect(found.habits[0]!.told.map(({ status, reason }) => [status, reason])).toEqual([
      ['completed', null],
      ['missed', null],
      [null, null],
      ['skipped', 'sick'],
    ]);
  });

  it('takes the day of a note that is too long, and tells how much of the note it took', () => {
    const found = read(
      'habit,date,note,description,target,unit',
      `Run,2026-03-01,${'n'.repeat(1001)},${'d'.repeat(1002)},5,${'u'.repeat(31)}`,
      `Run,2026-03-02,${'n'.repeat(1000)}`,
    );
    expect(reasons(found)).toEqual(['2 Its note was cut to 1000 characters, of 1001.']);
    expect(found.habits[0]!.told.map(({ note }) => note)).toEqual(['n'.repeat(1000), 'n'.repeat(1000)]);
    expect(found.habits[0]!.remarks).toEqual([
      'Its description was cut to 1000 characters, of 1002.',
      'Its unit was cut to 30 characters, of 31.',
    ]);
  });

  it('tells of every row that says otherwise of its habit than the first, which counts', () => {
    const found = read(
      'habit,date,quantity,target,unit,direction,recurrence,description',
      'Run,2026-03-01,5,5,km',
      'Run,2026-03-02,5,5.0,km,at-least,FREQ=DAILY',
      'Run,2026-03-03,5,6,mi,at-most,FREQ=WEEKLY,Far',
      'Run,2026-03-04,5,lots',
      'Walk,2026-03-01',
      'Walk,2026-03-02,,5',
    );
    const first = (title: string, row: number) =>
      `What it says of “${title}” is not what row ${row} says, which comes first and counts:`;
    expect(reasons(found)).toEqual([
      `4 ${first('Run', 2)} description “Far”, recurrence “FREQ=WEEKLY”, target “6”, unit “mi”, direction “at-most”.`,
      `5 ${first('Run', 2)} target “lots”.`,
      `7 ${first('Walk', 6)} target “5”.`,
    ]);
    expect(found.habits).toMatchObject([
      { target: { value: 5, unit: 'km', direction: 'at-least' }, told: { length: 4 } },
      { kind: 'yes-no', told: { length: 2 } },
    ]);
  });

  it('takes dates and times without their zeros for the same day and time', () => {
    const found = read('habit,date,time', 'Run,2026-3-1,7:00', 'Run,2026-03-01,07:00', 'Run,2026/3/2,07:00:00');
    expect(reasons(found)).toEqual(['3 It is there twice: the first row counts.']);
    expect(found.habits).toMatchObject([
      {
        rule: { times: ['07:00'] },
        told: [
          { date: '2026-03-01', time: '07:00' },
          { date: '2026-03-02', time: '07:00' },
        ],
      },
    ]);
  });

  it('tells of what stands under no column, such as the end of a note without quotation marks', () => {
    const found = read('habit,date,note', 'Run,2026-03-01,Rain, wind, ,snow', 'Run,2026-03-02,Sun,,');
    expect(reasons(found)).toEqual([
      '2 “wind, snow” stands under no column and was passed over: a text with a comma in it goes in quotation marks.',
    ]);
    expect(found.habits[0]!.told.map(({ note }) => note)).toEqual(['Rain', 'Sun']);
  });

  it('numbers its rows as they stand in the file, the head included wherever it stands', () => {
    const found = readPlainCsv(
      {
        file: null,
        rows: [
          { number: 3, cells: ['habit', 'date', 'mood'] },
          { number: 5, cells: ['Run', 'soon'] },
        ],
      },
      TODAY,
    );
    expect(found.rejected.map(({ row }) => row)).toEqual([3, 5]);
  });

  it('tells of every row: as a day of its habit, or as one that cannot be taken', () => {
    const cell = (...values: string[]) => fc.constantFrom(...values);
    const row = fc.tuple(
      cell('Run', 'run', 'Read', ''),
      cell('2026-03-01', '2026-3-1', '2026-03-02', 'soon', '2026-03-06'),
      cell('', '07:00', '7:00', '19:00', 'noon'),
      cell('', 'skipped', 'perhaps'),
      cell('', '0', '5', 'x'),
      cell('', '5'),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const found = read('habit,date,time,status,quantity,target', ...rows.map((cells) => cells.join(',')));
        const named = [...found.habits.flatMap(({ told }) => told), ...found.rejected].map((one) => one.row);
        const unnamed = rows.map((_, index) => index + 2).filter((number) => !named.includes(number));
        expect(unnamed).toEqual([]);
      }),
    );
  });

  it('takes what a habit is from the first row that names it, even when the day of that row cannot be taken', () => {
    const found = read('habit,date,quantity,target,unit', 'Run,soon,5,5,km', 'Run,2026-03-02,3', 'Walk,soon');
    expect(found.rejected.map(({ row }) => row)).toEqual([2, 4]);
    expect(found.habits).toMatchObject([
      { title: 'Run', kind: 'numeric', target: { value: 5, unit: 'km' }, told: [{ status: null, quantity: 3 }] },
    ]);
  });

  it('names every row that cannot be taken', () => {
    const found = read(
      'habit,date,time,status,reason,target,direction,mood',
      ',2026-03-01',
      'Read,01.03.2026',
      'Read,2026-02-29',
      'Read,2026-03-06',
      'Read,1969-12-31',
      'Read,2026-03-01,7 am',
      'Read,2026-03-01,,perhaps',
      'Read,2026-03-01,,skipped,lazy',
      'Swim,2026-03-01,,,,0',
      'Sing,2026-03-01,,,,5,more',
      'Read,2026-03-01',
      'Read,2026-03-01,,missed',
      'Read',
    );
    expect(reasons(found)).toEqual([
      '1 There is no column “mood”: it was passed over.',
      '2 It names no habit.',
      '3 “01.03.2026” is not a date: write 2026-03-01.',
      '4 2026-02-29 does not exist.',
      '5 2026-03-06 lies in the future.',
      '6 1969-12-31 lies before 1970-01-01.',
      '7 “7 am” is not a time of day: write 07:00.',
      '8 “perhaps” is no status: write completed, skipped or missed.',
      '9 “lazy” is no reason of a skip: write sick, travelling, rest-day, other, or put it in the note.',
      '10 “0” is no target: write a number like 5 or 2.5.',
      '11 “more” is no direction: write at-least or at-most.',
      '13 It is there twice: the first row counts.',
      '14 “” is not a date: write it like 2026-03-29.',
    ]);
    expect(found.habits[0]!.told).toHaveLength(1);
  });

  it('has no more times a day than a habit may have', () => {
    const rows = Array.from(
      { length: 25 },
      (_, hour) => `Sip,2026-03-01,${String(hour % 24).padStart(2, '0')}:${hour < 24 ? '00' : '30'}`,
    );
    const found = read('habit,date,time', ...rows);
    expect(reasons(found)).toEqual(['26 A habit has at most 24 times a day.']);
  });

  it('has titles that can be said and kept', () => {
    const found = read('habit,date', `${'long '.repeat(60)},2026-03-01`, 'Bell\u0007 \u202Eright\uD800,2026-03-01');
    expect(found.habits[0]).toMatchObject({ remarks: ['Its name was cut to 200 characters, of 299.'] });
    expect(found.habits[0]!.title.length).toBeLessThanOrEqual(200);
    expect(found.habits[1]!.title).toBe('Bell right\uFFFD');
  });
});
