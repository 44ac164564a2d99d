import { PushProvider } from '../../src/modules/notifications/push-provider';
import { Metrics } from '../../src/platform/metrics';
import { RefusedByPart } from '../../src/platform/resilience';
import { Status } from '../../src/platform/status';
import { World } from '../support/world';

const TIMES = ['12:01', '12:02', '12:03', '12:04', '12:05', '12:06', '12:07'];

describe('A push provider', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });
  afterEach(() => world.end());

  const answering = (error: Error) => jest.spyOn(world.app.get(PushProvider), 'send').mockRejectedValue(error);

  async function sevenMessages(): Promise<number> {
    const ada = await world.person('Ada');
    await ada.habit('Water', { at: TIMES, every: null, channel: 'push' });
    await world.reaches('2026-03-02T12:07', 'Europe/Lisbon');
    return (await ada.messages()).length;
  }

  const calls = async (outcome: string) =>
    (await world.app.get(Metrics).registry.metrics()).match(
      new RegExp(`callivate_outside_calls_total{part="push",outcome="${outcome}"} (\\d+)`),
    )?.[1];

  it('that is gone keeps no message from the app, and is left in peace after a while', async () => {
    const send = answering(new Error('connect ECONNREFUSED'));

    expect(await sevenMessages()).toBe(7);

    expect(send).toHaveBeenCalledTimes(5);
    expect([await calls('failed'), await calls('open')]).toEqual(['5', '2']);
    expect(await world.app.get(Status).report()).toMatchObject({ breakers: { push: 'open' } });
  });

  it('that refuses is asked about the next message all the same', async () => {
    const send = answering(new RefusedByPart('400: malformed'));

    expect(await sevenMessages()).toBe(7);

    expect(send).toHaveBeenCalledTimes(7);
    expect(await calls('refused')).toBe('7');
    expect(await world.app.get(Status).report()).toMatchObject({ breakers: { push: 'closed' } });
  });
});
