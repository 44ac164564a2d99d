import { newId } from '../../src/platform/database';
import type { Person } from '../support/person';
import { World } from '../support/world';

const LIVE = ['dialing', 'unknown', 'ringing', 'talking'];

describe('A person', () => {
  let world: World;
  let ada: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    ada = await world.person('Ada');
  });

  beforeEach(() => world.rows('DELETE FROM calls'));

  afterAll(() => world.end());

  const call = (status: string, userId = ada.id) =>
    world.rows(
      `INSERT INTO calls (id, user_id, line, purpose, attempt, status, ending, not_before, queued_at)
       VALUES ($1, $2, 'browser', 'due', 1, $3, CASE WHEN $3 = 'ended' THEN 'no-answer' END, $4, $4)`,
      [newId(), userId, status, world.clock.now()],
    );

  it.each(LIVE.flatMap((first) => LIVE.map((second) => [first, second])))(
    'cannot have a call that is %s and another that is %s',
    async (first, second) => {
      await call(first!);
      await expect(call(second!)).rejects.toThrow('calls_one_live_per_person');
    },
  );

  it('can have many that wait and many that are over beside the one that lives', async () => {
    for (const status of ['queued', 'queued', 'ended', 'ended', 'ringing']) await call(status);
    expect(await world.rows('SELECT 1 FROM calls')).toHaveLength(5);
  });

  it('does not stand in the way of another person’s call', async () => {
    const bob = await world.person('Bob');
    await call('talking');
    await call('talking', bob.id);
    expect(await world.rows('SELECT 1 FROM calls')).toHaveLength(2);
  });

  it('cannot be given a second live call by moving one on either', async () => {
    await call('ringing');
    await call('queued');
    await expect(world.rows(`UPDATE calls SET status = 'dialing' WHERE status = 'queued'`)).rejects.toThrow(
      'calls_one_live_per_person',
    );
  });
});
