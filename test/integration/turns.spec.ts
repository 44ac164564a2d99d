import { plus, SECOND } from '../../src/kernel/clock';
import { newId } from '../../src/platform/database';
import { Turns } from '../../src/platform/jobs/turns';
import { World } from '../support/world';

const NOON = new Date('2026-03-02T12:00:00Z');
const NEXT = new Date('2026-03-02T13:00:00Z');
const LEASE = plus(NOON, 60 * SECOND);

describe('A turn', () => {
  let world: World;
  let turns: Turns;
  let job: string;

  beforeAll(async () => {
    world = await World.begin(NOON.toISOString());
    turns = world.app.get(Turns);
  });
  beforeEach(() => {
    job = `test.${newId()}`;
  });
  afterAll(() => world.end());

  it('is taken by one of many who ask at once', async () => {
    const asked = Array.from({ length: 10 }, () => turns.take(job, newId(), NOON, LEASE));
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  });

  it('comes again at its next time, not before', async () => {
    const token = newId();
    await turns.take(job, token, NOON, LEASE);
    await turns.handBack(job, token, NEXT);
    expect(await turns.take(job, newId(), plus(NEXT, -1), NEXT)).toBe(false);
    expect(await turns.take(job, newId(), NEXT, plus(NEXT, SECOND))).toBe(true);
  });

  it('goes to another replica when its holder has died, and the dead one gives nothing back', async () => {
    const dead = newId();
    await turns.take(job, dead, NOON, LEASE);
    expect(await turns.take(job, newId(), plus(LEASE, -1), plus(LEASE, SECOND))).toBe(false);
    const heir = newId();
    expect(await turns.take(job, heir, LEASE, plus(LEASE, SECOND))).toBe(true);
    await turns.handBack(job, dead, NOON);
    expect(await turns.take(job, newId(), LEASE, NEXT)).toBe(false);
  });
});
