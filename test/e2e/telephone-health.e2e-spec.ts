import { Counters, Pace, Telephony } from '../../src/platform/telephony';
import { NUMBERS } from '../support/numbers';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';
import { World } from '../support/world';

const NOON = '2026-03-02T12:00:00Z';
const OPERATOR = 'an operator of this test and nobody else';

describe('A telephone line', () => {
  let line: TelephoneWorld;

  beforeEach(async () => {
    line = await beginWithTelephone(NOON, { OPS_TOKEN: OPERATOR, TWILIO_CALLS_PER_SECOND: '10' });
  });
  afterEach(() => line.end());

  const fails = async () => {
    line.twilio.does('500-before', { times: 5 });
    const telephony = line.world.app.get(Telephony);
    for (let time = 0; time < 5; time += 1) {
      await telephony.announce({ to: NUMBERS.mobile, text: 'Hello', language: 'en' });
    }
  };

  it('whose provider fails is told as degraded, and takes nothing down', async () => {
    expect(await health(line.world)).toMatchObject({ telephony: { status: 'up', configured: true, degraded: false } });
    await fails();
    expect(await health(line.world)).toMatchObject({ telephony: { status: 'up', configured: true, degraded: true } });
    expect((await line.world.http.raw('/health/ready', {})).status).toBe(200);
  });

  it('is told to operators in figures: who it is by, its pace, and what the month has cost', async () => {
    const told = { configured: true, provider: 'twilio', callsPerSecond: 10, budget: 500 };
    expect(await section(line.world)).toEqual({ ...told, away: false, roomNow: 10, spentThisMonth: 0 });
    await line.world.app.get(Pace).take(4);
    await line.world.app.get(Counters).add([{ kind: 'spent', key: 'all', amount: 1.5 }]);
    await fails();
    expect(await section(line.world)).toEqual({ ...told, away: true, roomNow: 6, spentThisMonth: 1.5 });
    expect(await costs(line.world)).toEqual(['{what="budget"} 500', '{what="spent"} 1.5']);
    line.world.clock.moveTo(new Date('2026-04-01T00:00:00Z'));
    expect(await costs(line.world)).toEqual(['{what="budget"} 500', '{what="spent"} 0']);
  });
});

it('No telephone line is told as well, and costs nothing', async () => {
  const world = await World.begin(NOON, { OPS_TOKEN: OPERATOR });
  expect(await health(world)).toMatchObject({ telephony: { status: 'up', configured: false, degraded: false } });
  expect(await section(world)).toEqual({ configured: false });
  expect(await costs(world)).toEqual([]);
  await world.end();
});

async function health(world: World) {
  return (await world.http.get<{ info: object }>('/health')).body.info;
}

function asked<Body>(world: World, path: string) {
  return world.http.raw<Body>(path, { headers: { authorization: `Bearer ${OPERATOR}` } });
}

async function section(world: World): Promise<unknown> {
  return (await asked<{ telephony: unknown }>(world, '/status')).body.telephony;
}

async function costs(world: World): Promise<string[]> {
  const name = 'callivate_telephony_month_cost';
  const { body } = await asked<string>(world, '/metrics');
  return body.split('\n').flatMap((one) => (one.startsWith(`${name}{`) ? [one.slice(name.length)] : []));
}
