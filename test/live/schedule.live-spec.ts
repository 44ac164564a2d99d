import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** Instants a second, from the first byte of the input to the end of the process, its start included. */
const RATE = 20_000;

const QUESTION = { timeZone: 'Europe/Berlin', from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
const RULES = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,SA;COUNT=200',
  'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo', 'Africa/Cairo'];

function question(recurrence: string, at = 0): string {
  const schedule = { startDate: '2025-03-01', times: ['00:30', '07:00', '21:15'], recurrence };
  return `${JSON.stringify({ ...QUESTION, timeZone: ZONES[at % ZONES.length], schedule })}\n`;
}

function command(): ChildProcessWithoutNullStreams {
  return spawn('npm', ['run', '-s', 'schedule', '--ignore-scripts']);
}

/** Lines; their answers are some 3 GB. */
const MUCH = 100_000;

/** Ms after which nobody will read on. */
const PATIENCE = 2000;

/** Whether the process still reads what is written to it. */
async function takes({ stdin }: ChildProcessWithoutNullStreams, line: string): Promise<boolean> {
  if (stdin.write(line)) return true;
  const drained = once(stdin, 'drain', { signal: AbortSignal.timeout(PATIENCE) });
  return drained.then(
    () => true,
    () => false,
  );
}

describe('npm run -s schedule', () => {
  it('answers line by line, in order, and nothing else', async () => {
    const child = command();
    child.stdin.end(`${question('FREQ=DAILY;COUNT=1')}\n{\n${question('FREQ=DAILY;COUNT=307')}`);
    const [printed, said, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    const lines = printed
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect([said, code, lines.length]).toEqual(['', 0, 3]);
    expect(lines[0]).toEqual({ instants: [] });
    expect(lines[1]).toMatchObject({ error: { code: 'invalid-request', status: 400 } });
    expect(lines[2]).toEqual({ instants: ['2026-01-01T06:00:00.000Z', '2026-01-01T20:15:00.000Z'] });
  });

  it(`tells ${RATE} instants a second, of schedules of every kind`, async () => {
    const questions = Array.from({ length: 3000 }, (_, at) => question(RULES[at % RULES.length]!, at));
    const begun = performance.now();
    const child = command();
    child.stdin.end(questions.join(''));
    const printed = await text(child.stdout);
    const told = printed.match(/Z"/g)!.length;
    expect(printed).not.toContain('"error"');
    expect((told / (performance.now() - begun)) * 1000).toBeGreaterThan(RATE);
  });

  it('reads no further than it is read, and ends quietly when its reader has enough', async () => {
    const child = command();
    child.stdin.on('error', () => {});
    const said = text(child.stderr);
    let written = 0;
    while (written < MUCH && (await takes(child, question('FREQ=DAILY')))) written += 1;
    expect(written).toBeLessThan(MUCH);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stdin.write(question('FREQ=DAILY').repeat(100));
    const [code] = await once(child, 'close');
    expect([code, await said]).toEqual([0, '']);
  });
});
