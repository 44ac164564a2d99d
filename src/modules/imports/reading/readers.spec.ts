import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { Problem } from '../../../kernel/problem';
import type { Found } from '../domain/found';
import { type Reader, readCsvFile, readHabiticaFile, readLoopFile } from './readers';

const TODAY = { day: '2026-03-05', timeZone: 'Europe/Lisbon' };

const HABITS = 'Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,"Run, far",,,3,7,#F57C00\n';
const LOOP = zipSync({
  'Loop/Habits.csv': strToU8(HABITS),
  'Loop/001 Run far/Checkmarks.csv': strToU8('2026-03-04,2\n2026-03-03,0\n'),
  '__MACOSX/Loop/._Habits.csv': strToU8('x'),
});
const CSV = strToU8('habit,date,note\n"Run, far",2026-03-04,"It ""rained"""\nRead,2026-03-03,\n');
const HABITICA = strToU8(
  '{"tasks": {"dailys": [{"text": "Run", "history": [{"date": 1772438400000, "completed": true}]}]}}',
);

const told = async (reader: Reader, body: unknown): Promise<Found | Problem> =>
  reader(body, TODAY).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });

describe('A file', () => {
  it('is read where it stands in a folder of its own, beside what another system adds', async () => {
    expect(await told(readLoopFile, LOOP)).toMatchObject({
      habits: [{ title: 'Run, far', told: [{ date: '2026-03-04' }] }],
      rejected: [],
    });
  });

  it.each<[string, Reader, Uint8Array]>([
    ['zip', readLoopFile, LOOP],
    ['table', readCsvFile, CSV],
    ['user data', readHabiticaFile, HABITICA],
  ])('is told or refused, whatever befalls its bytes: %s', async (_, reader, bytes) => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.integer({ min: 0, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), fc.nat(bytes.length), async (changes, end) => {
        const damaged = Uint8Array.from(bytes);
        for (const { at, to } of changes) damaged[at] = to;
        await told(reader, damaged);
        await told(reader, damaged.subarray(0, end));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[string, Reader]>([
    ['zip', readLoopFile],
    ['table', readCsvFile],
    ['user data', readHabiticaFile],
  ])('of any bytes at all is none: %s', async (_, reader) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(await told(reader, bytes)).toBeInstanceOf(Problem);
      }),
    );
  });

  it.each<[string, Reader, Uint8Array, RegExp]>([
    ['a zip', readCsvFile, LOOP, /^This is a zip: .* Loop .* POST \/api\/v1\/imports\/loop, .* saved as CSV/],
    ['a zip of nothing', readCsvFile, zipSync({}), /^This is a zip: /],
    ['user data', readCsvFile, HABITICA, /^This is JSON: .* POST \/api\/v1\/imports\/habitica\.$/],
    ['a table', readLoopFile, CSV, /^This is text: .* POST \/api\/v1\/imports\/csv\.$/],
    ['user data', readLoopFile, HABITICA, /^This is JSON: /],
    ['a table', readHabiticaFile, CSV, /^This is text: /],
    ['a zip', readHabiticaFile, LOOP, /^This is a zip: /],
  ])('of another kind is told where it belongs: %s', async (_, reader, body, detail) => {
    expect(await told(reader, body)).toMatchObject({
      kind: { code: 'file-not-understood' },
      detail: expect.stringMatching(detail),
    });
  });

  it.each([
    ['null', 'null'],
    [' true\n', 'true'],
    ['17', 'the number 17'],
    ['"tasks"', 'text'],
    ['[]', 'a list'],
    ['[17]', 'a list'],
    ['{}', 'an object'],
  ])('of JSON without tasks, %j, is told what it is', async (json, shape) => {
    expect(await told(readHabiticaFile, strToU8(json))).toMatchObject({
      kind: { code: 'file-not-understood' },
      detail: `There are no "tasks" in this JSON, which is ${shape}: in Habitica, export your user data as JSON.`,
    });
  });

  it('of a table is refused when two of its columns have one name, which it tells', async () => {
    const table = (head: string) => told(readCsvFile, strToU8(`${head}\nRead,2026-03-01,x,y\n`));
    expect(await table('habit,date,note, Note')).toMatchObject({
      detail: 'The columns 3 and 4 are both called "note": keep one of them, and rename the other.',
    });
    expect(await table('habit,date,note,Date')).toMatchObject({ detail: expect.stringMatching(/2 and 4 .*"date"/) });
    expect(await table('habit,date,mood,mood')).toMatchObject({
      rejected: [{ reason: expect.stringMatching(/mood/) }, { reason: expect.stringMatching(/mood/) }],
    });
  });

  it.each<[string, Reader, string | Uint8Array, RegExp]>([
    ['of blank lines', readCsvFile, ' \n\n,,\n', /^There is no row in this file/],
    ['of a head alone', readCsvFile, 'habit,date\n\n', /^There is no row below/],
    ['of a head alone with a column of its own', readCsvFile, 'habit,date,mood', /^There is no row below/],
    ['of Loop without a habit', readLoopFile, zipSync({ 'Habits.csv': strToU8('Position,Name\n') }), /no habit in/],
    ['of Loop without a word', readLoopFile, zipSync({ 'Habits.csv': strToU8('') }), /no habit in/],
    ['of Habitica without a task', readHabiticaFile, '{"tasks": {"dailys": [], "habits": []}}', /no daily, habit/],
  ])('%s is refused, never taken for one of which nothing came', async (_, reader, body, detail) => {
    const refused = await told(reader, typeof body === 'string' ? strToU8(body) : body);
    expect(refused).toBeInstanceOf(Problem);
    expect(refused).toMatchObject({ detail: expect.stringMatching(detail) });
  });

  it('of user data of any shape is told, task by task', async () => {
    const task = fc.record(
      {
        text: fc.oneof(fc.string(), fc.anything()),
        everyX: fc.anything(),
        frequency: fc.oneof(fc.constantFrom('daily', 'weekly', 'monthly', 'yearly'), fc.anything()),
        repeat: fc.anything(),
        startDate: fc.oneof(fc.date().map(String), fc.anything()),
        daysOfMonth: fc.array(fc.anything()),
        weeksOfMonth: fc.array(fc.oneof(fc.nat(6), fc.anything())),
        history: fc.array(fc.oneof(fc.record({ date: fc.double(), completed: fc.boolean() }), fc.anything())),
        date: fc.oneof(fc.date().map(String), fc.anything()),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(task, { minLength: 1 }), async (tasks) => {
        const data = { tasks: { dailys: tasks, habits: tasks, todos: tasks, rewards: tasks } };
        const text = JSON.stringify(data, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
        const found = (await told(readHabiticaFile, strToU8(text))) as Found;
        expect(found.habits.length + found.rejected.length).toBeGreaterThanOrEqual(tasks.length * 4);
      }),
    );
  });
});
