import { occurrencesClosed } from '../../src/modules/habits';
import { News } from '../../src/platform/news';
import type { Person } from '../support/person';
import { World } from '../support/world';

describe('News within a transaction', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
  });

  afterEach(() => world.end());

  const checkIn = async () => {
    const [item] = (await ada.today()).items;
    return (await ada.fresh()).put(`/occurrences/${item!.occurrence.id}/check-in`, { status: 'completed' });
  };

  it('takes back all that its publisher did when a listener fails', async () => {
    const changesBefore = await world.rows('SELECT * FROM changes');
    world.app.get(News).on(occurrencesClosed, async () => {
      throw new Error('A listener that cannot.');
    });

    expect((await checkIn()).status).toBe(500);

    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 due']);
    expect(await world.rows('SELECT * FROM check_ins')).toEqual([]);
    expect(await world.rows('SELECT * FROM changes')).toEqual(changesBefore);
    expect((await ada.phone.ringing()).status).toBe('ringing');
  });

  it('is told to every listener, in the order in which they came, before it is committed', async () => {
    const told: string[] = [];
    for (const name of ['first', 'second']) {
      world.app.get(News).on(occurrencesClosed, async ({ occurrenceIds }) => {
        const [seen] = await world.rows<{ status: string }>('SELECT status FROM occurrences WHERE id = $1', [
          occurrenceIds[0],
        ]);
        told.push(`${name} sees ${seen!.status}`);
      });
    }
    expect((await checkIn()).status).toBe(200);
    expect(told).toEqual(['first sees completed', 'second sees completed']);
  });
});
