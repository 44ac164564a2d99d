import { MINUTE, plus, SECOND } from '../../kernel/clock';
import { HeldClock } from '../../kernel/held-clock';
import { Job } from './job';
import type { Entry, Work } from './timetable';

const NOON = new Date('2026-03-02T12:00:00.250Z');
const SWEEP: Entry = { every: SECOND, role: 'worker', replica: 'each', within: MINUTE };
const CALENDAR: Entry = { every: 60 * MINUTE, role: 'worker', replica: 'one', within: MINUTE };
const fails: Work = async () => {
  throw new Error('no');
};
const never = new AbortController().signal;

async function failing(entry: Entry, times: number): Promise<{ job: Job; pause: number }> {
  const clock = new HeldClock(NOON);
  const job = new Job('some.job', entry, fails);
  for (let run = 0; run < times; run += 1) await job.run(clock, never);
  let pause = 0;
  while (!job.isDue(plus(NOON, pause))) pause += SECOND / 4;
  return { job, pause };
}

describe('A recurring job', () => {
  it('is due again when the next second begins', async () => {
    const job = new Job('some.job', SWEEP, async () => {});
    expect(job.isDue(NOON)).toBe(true);
    await job.run(new HeldClock(NOON), never);
    expect(job.isDue(new Date('2026-03-02T12:00:00.999Z'))).toBe(false);
    expect(job.isDue(new Date('2026-03-02T12:00:01.000Z'))).toBe(true);
  });

  it('is not due while it runs', () => {
    const job = new Job('some.job', SWEEP, async () => {});
    job.running = Promise.resolve();
    expect(job.isDue(NOON)).toBe(false);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 5],
    [50, 5],
  ])('after %i failures in a row a sweep pauses %i s', async (times, seconds) => {
    expect((await failing(SWEEP, times)).pause).toBe(seconds * SECOND);
  });

  it('tries calendar work again long before its next hour, and never later than 5 minutes', async () => {
    expect((await failing(CALENDAR, 1)).pause).toBe(SECOND);
    expect((await failing(CALENDAR, 50)).pause).toBe(5 * MINUTE);
  });

  it('counts what went wrong, and forgets the row of failures when it goes well', async () => {
    const outcomes = [fails, fails, async () => {}];
    const job = new Job('some.job', SWEEP, (signal) => outcomes.shift()!(signal));
    const clock = new HeldClock(NOON);
    await job.run(clock, never);
    await job.run(clock, never);
    expect(job).toMatchObject({ runs: 2, failures: 2, failuresInARow: 2, last: { outcome: 'failed' } });
    await job.run(clock, never);
    expect(job).toMatchObject({ runs: 3, failures: 2, failuresInARow: 0, last: { outcome: 'done' } });
  });

  it('is told when its time is over, and counts as overdue', async () => {
    const untilTold: Work = (signal) => new Promise((resolve) => signal.addEventListener('abort', resolve));
    const job = new Job('some.job', { ...SWEEP, within: 1 }, untilTold);
    expect(await job.run(new HeldClock(NOON), never)).toMatchObject({ outcome: 'overdue', error: undefined });
    expect(job.failures).toBe(1);
  });

  it('is told when the process stops', async () => {
    const stop = new AbortController();
    const job = new Job('some.job', SWEEP, async (signal) => signal.throwIfAborted());
    stop.abort();
    expect(await job.run(new HeldClock(NOON), stop.signal)).toMatchObject({ outcome: 'failed' });
  });
});
