import { SECOND } from '../../kernel/clock';
import { Problem } from '../../kernel/problem';
import { Metrics } from '../metrics';
import { Status } from '../status';
import { type PolicyOptions, wasNeverAsked } from './policy';
import { RefusedByPart } from './refused-by-part';
import { Resilience } from './resilience';

const ONCE: PolicyOptions = { timeLimit: 5 * SECOND, repeatable: false, concurrent: 2 };
const AGAIN: PolicyOptions = { ...ONCE, repeatable: true };

describe('Asking a part outside', () => {
  let metrics: Metrics;
  let status: Status;
  let resilience: Resilience;

  beforeAll(() => {
    jest.useFakeTimers();
  });
  afterAll(() => jest.useRealTimers());
  beforeEach(() => {
    metrics = new Metrics();
    status = new Status();
    resilience = new Resilience(metrics, status);
  });

  /** A part that fails so many times, then answers. */
  const failing = (times: number) => {
    let left = times;
    return jest.fn(async () => {
      if (left-- > 0) throw new Error('502');
      return 'well';
    });
  };

  const measured = async (name: string) =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith(`${name}{`));

  /** What comes of it when as much time passes as it wants. */
  const settled = async <T>(asking: Promise<T>): Promise<T | Error> => {
    const outcome = asking.catch((error: Error) => error);
    await jest.advanceTimersByTimeAsync(60 * SECOND);
    return outcome;
  };

  const unavailable = {
    kind: { code: 'part-unavailable', status: 503, retryable: true, category: 'external-service' },
  };

  it('gives its answer, and how long it took', async () => {
    expect(await resilience.policy('push', ONCE).run(failing(0))).toBe('well');
    expect(await measured('callivate_outside_calls_total')).toEqual([
      'callivate_outside_calls_total{part="push",outcome="done"} 1',
    ]);
    expect(await measured('callivate_outside_call_seconds_count')).toEqual([
      'callivate_outside_call_seconds_count{part="push"} 1',
    ]);
  });

  it.each([
    [0, 'well', 1],
    [2, 'well', 3],
    [3, unavailable, 3],
  ])('that may be asked again, and fails %i times: %j after %i attempts', async (times, outcome, attempts) => {
    const work = failing(times);
    const answer = await settled(resilience.policy('push', AGAIN).run(work));
    if (typeof outcome === 'string') expect(answer).toBe(outcome);
    else expect(answer).toMatchObject(outcome);
    expect(work).toHaveBeenCalledTimes(attempts);
  });

  it('that may not be asked again asks once', async () => {
    const work = failing(1);
    expect(await settled(resilience.policy('push', ONCE).run(work))).toMatchObject(unavailable);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('waits no longer than its limit, and says so to the work', async () => {
    let given: AbortSignal | undefined;
    const asking = resilience.policy('push', ONCE).run((signal) => {
      given = signal;
      return new Promise(() => {});
    });
    const outcome = asking.catch((error: Error) => error);
    await jest.advanceTimersByTimeAsync(5 * SECOND - 1);
    expect(given?.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(given?.aborted).toBe(true);
    expect(await outcome).toMatchObject(unavailable);
    expect(await measured('callivate_outside_calls_total')).toEqual([
      'callivate_outside_calls_total{part="push",outcome="late"} 1',
    ]);
  });

  it.each([
    ['as its policy says', { ...AGAIN, inAll: SECOND }, undefined],
    ['as who asks says', AGAIN, SECOND],
  ])('is given up, all attempts together, when the time for it is over, %s', async (_, options, inAll) => {
    const failsThenHangs = jest
      .fn((_signal: AbortSignal): Promise<string> => new Promise(() => {}))
      .mockImplementationOnce(
        () => new Promise((_resolve, fail) => setTimeout(() => fail(new Error('502')), SECOND / 2)),
      );
    let outcome: unknown;
    void resilience
      .policy('push', options)
      .run(failsThenHangs, inAll)
      .catch((error: Error) => {
        outcome = error;
      });
    await jest.advanceTimersByTimeAsync(SECOND - 1);
    expect(outcome).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(outcome).toMatchObject(unavailable);
    expect(failsThenHangs).toHaveBeenCalledTimes(2);
    expect(failsThenHangs.mock.calls[1]?.[0].aborted).toBe(true);
  });

  it('begins no further attempt that has no time', async () => {
    const hangs = jest.fn(() => new Promise(() => {}));
    expect(await settled(resilience.policy('push', { ...AGAIN, inAll: SECOND }).run(hangs))).toMatchObject(unavailable);
    expect(hangs).toHaveBeenCalledTimes(1);
  });

  it('passes a refusal on as it is, asks no second time, and does not hold it against the part', async () => {
    const policy = resilience.policy('push', AGAIN);
    const work = jest.fn(async () => {
      throw new RefusedByPart('404: no such device');
    });
    for (let time = 1; time <= 10; time += 1) {
      expect(await settled(policy.run(work))).toBeInstanceOf(RefusedByPart);
      expect(work).toHaveBeenCalledTimes(time);
    }
    expect(policy.state).toBe('closed');
  });

  it('leaves it in peace after five failures, says when to come back, and tries one attempt then', async () => {
    const policy = resilience.policy('push', ONCE);
    const states: (string | undefined)[] = [];
    const look = async () => states.push((await measured('callivate_breaker_state'))[0]?.slice(-1));
    for (let time = 0; time < 5; time += 1) await policy.run(failing(1)).catch(() => {});
    await look();

    const work = failing(0);
    const refused = await policy.run(work).catch((error: Problem) => error);
    expect(work).not.toHaveBeenCalled();
    expect(refused).toMatchObject({ ...unavailable, also: { headers: { 'Retry-After': '10' } } });
    expect(await status.report()).toEqual({ breakers: { push: 'open' } });

    await jest.advanceTimersByTimeAsync(10 * SECOND);
    await policy.run(failing(1)).catch(() => {});
    await look();
    await jest.advanceTimersByTimeAsync(10 * SECOND);
    const asking = policy.run(async () => {
      await look();
      return 'back';
    });
    expect(await asking).toBe('back');
    await look();
    expect(states).toEqual(['2', '2', '1', '0']);
  });

  it('is closed again by a refusal: whoever says no is back', async () => {
    const policy = resilience.policy('push', ONCE);
    for (let time = 0; time < 5; time += 1) await policy.run(failing(1)).catch(() => {});
    await jest.advanceTimersByTimeAsync(10 * SECOND);
    const refusing = policy.run(async () => {
      throw new RefusedByPart('404');
    });
    await expect(refusing).rejects.toBeInstanceOf(RefusedByPart);
    expect(policy.state).toBe('closed');
  });

  it('turns away whoever comes when it is asked as much as it may be, and holds that against nobody', async () => {
    const policy = resilience.policy('push', ONCE);
    const ends: (() => void)[] = [];
    const long = () => policy.run(() => new Promise<void>((end) => ends.push(end)));
    const running = [long(), long()];

    for (let time = 0; time < 6; time += 1) {
      await expect(long()).rejects.toMatchObject({ ...unavailable, also: { headers: { 'Retry-After': '1' } } });
    }
    for (const end of ends) end();
    await Promise.all(running);
    expect(policy.state).toBe('closed');
    expect(await policy.run(failing(0))).toBe('well');
  });

  it('is left in peace until its peace is over, when somebody has to find out how it is', async () => {
    const policy = resilience.policy('push', { ...ONCE, failures: 2 });
    const inPeace: boolean[] = [];
    const look = () => inPeace.push(policy.isLeftInPeace);
    look();
    await policy.run(failing(1)).catch(() => {});
    look();
    await policy.run(failing(1)).catch(() => {});
    look();
    await jest.advanceTimersByTimeAsync(10 * SECOND - 1);
    look();
    await jest.advanceTimersByTimeAsync(1);
    look();
    await policy.run(failing(1)).catch(() => {});
    look();
    await jest.advanceTimersByTimeAsync(10 * SECOND);
    await policy.run(failing(0));
    look();
    expect(inPeace).toEqual([false, false, true, true, false, true, false]);
  });

  it('was never asked when it was left in peace, or was asked too much already', async () => {
    const inPeace = resilience.policy('push', { ...ONCE, failures: 1 });
    await inPeace.run(failing(1)).catch(() => {});
    const full = resilience.policy('telephony', { ...ONCE, concurrent: 1 });
    const running = full.run(() => new Promise<void>((end) => setTimeout(end, SECOND)));
    for (const policy of [inPeace, full]) {
      const work = failing(0);
      expect(wasNeverAsked(await policy.run(work).catch((error: unknown) => error))).toBe(true);
      expect(work).not.toHaveBeenCalled();
    }
    await jest.advanceTimersByTimeAsync(SECOND);
    await running;
  });

  it('may have heard what failed, was late, or was refused', async () => {
    const policy = resilience.policy('push', ONCE);
    const failed = await policy.run(failing(1)).catch((error: unknown) => error);
    const late = await settled(policy.run(() => new Promise(() => {})));
    const refuses = async () => {
      throw new RefusedByPart('404');
    };
    const refused = await policy.run(refuses).catch((error: unknown) => error);
    expect([failed, late, refused, new Error('another'), undefined].map(wasNeverAsked)).toEqual(Array(5).fill(false));
  });

  it('knows one policy for each part', () => {
    resilience.policy('push', ONCE);
    expect(() => resilience.policy('push', ONCE)).toThrow('two policies for "push"');
  });
});
