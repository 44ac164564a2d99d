import { MINUTE, plus } from '../../src/kernel/clock';
import { crowd } from '../support/crowd';
import { Engine } from '../support/engine';
import { World } from '../support/world';

const PEOPLE = 300;

describe('After an outage', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterEach(() => world.end());

  /** Nothing worked until now; now everything works again. */
  const comesBackAt = async (moment: string) => {
    world.clock.moveTo(new Date(moment));
    await world.time.work();
  };

  const count = async (what: string): Promise<number> =>
    (await world.rows<{ count: number }>(`SELECT count(*) AS count FROM ${what}`))[0]!.count;

  it('of five minutes everybody is rung, more people than fit into one batch, each once about all they have', async () => {
    await crowd(world, 2 * PEOPLE, [
      { title: 'Run', at: '20:00' },
      { title: 'Read', at: '20:02' },
    ]);
    await comesBackAt('2026-03-02T20:05:00Z');

    expect(await count(`calls WHERE status = 'ringing'`)).toBe(2 * PEOPLE);
    expect(await count('calls')).toBe(2 * PEOPLE);
    expect(await count('call_items')).toBe(4 * PEOPLE);
    expect(await count('messages')).toBe(0);
  });

  it('of three hours nobody is rung, everybody is told, and has their whole time to answer from then on', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
    await comesBackAt('2026-03-02T23:00:00Z');

    expect(await count('calls WHERE dialed_at IS NOT NULL')).toBe(0);
    expect(await count(`calls WHERE refusal_code = 'late'`)).toBe(PEOPLE);
    expect(await count(`messages WHERE kind = 'late-call' AND sent_at IS NOT NULL`)).toBe(PEOPLE);

    await world.passes({ minutes: 119 });
    expect(await count(`occurrences WHERE status = 'missed'`)).toBe(0);
    expect(await count(`occurrences WHERE status = 'due'`)).toBe(PEOPLE);
    await world.passes({ minutes: 2 });
    expect(await count(`occurrences WHERE status = 'missed'`)).toBe(PEOPLE);
  });

  it('whose first second is interrupted, no one is given up before they were told', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
    const engine = new Engine(world.app);
    world.clock.moveTo(new Date('2026-03-02T23:00:00Z'));
    await engine.dispatch();
    await engine.close();
    expect(await count(`occurrences WHERE status = 'missed'`)).toBe(0);

    world.clock.moveTo(plus(world.clock.now(), 30 * MINUTE));
    await engine.close();
    await engine.send();
    await engine.close();
    expect(await count(`occurrences WHERE status = 'missed'`)).toBe(0);
    expect(await count('messages WHERE sent_at IS NOT NULL')).toBe(PEOPLE);
  });

  it('of three days nothing is lost: also what nobody had planned is told, in one message each, and the horizon is full', async () => {
    await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00' }]);
    await comesBackAt('2026-03-05T12:00:00Z');

    expect(await count('calls WHERE dialed_at IS NOT NULL')).toBe(0);
    expect(await count(`calls WHERE refusal_code = 'late'`)).toBe(PEOPLE);
    expect(await count(`occurrences WHERE status = 'due'`)).toBe(3 * PEOPLE);
    expect(await count(`messages WHERE cardinality(occurrence_ids) = 3 AND sent_at IS NOT NULL`)).toBe(PEOPLE);
    expect(await count('messages')).toBe(PEOPLE);
    expect(await count(`occurrences WHERE status = 'planned'`)).toBe(2 * PEOPLE);
    expect(await count(`habits WHERE planned_until = '2026-03-07T12:00:00Z'`)).toBe(PEOPLE);
  });
});
