import document from '../../docs/openapi.json';
import { HabitsRepository } from '../../src/modules/habits/habits.repository';
import { Outlook } from '../../src/modules/habits/outlook';
import { Planner } from '../../src/modules/habits/planner';
import { UpcomingService } from '../../src/modules/habits/upcoming.service';
import { readCalendar } from '../support/calendar-file';
import type { Person } from '../support/person';
import { World } from '../support/world';

const HABITS = 200;
const TIMES = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:30`);

describe('Somebody who is asked as often as anybody may be', () => {
  let world: World;
  let ada: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    ada = await world.person('Ada');
    const first = await ada.habit('Breathe', { at: TIMES });
    await world.rows(
      `INSERT INTO habits SELECT (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'planned_until', now()))).*
       FROM habits h, generate_series(2, ${HABITS}) WHERE h.id = $1`,
      [first.id],
    );
    await world.rows(`UPDATE habits SET planned_until = '2026-03-02T12:00:00Z' WHERE id <> $1`, [first.id]);
  }, 60_000);

  afterAll(() => world.end());

  const portionsOf = async (days: { first: string; last: string }) => {
    const habits = await world.app.get(HabitsRepository, { strict: false }).askingOf(ada.id);
    const sizes: number[] = [];
    for await (const { length } of world.app.get(Outlook, { strict: false }).beyondRows(habits, days))
      sizes.push(length);
    return sizes;
  };

  it('has what lies ahead reckoned in portions, so that others have their turn between them', async () => {
    const sizes = await portionsOf({ first: '2026-03-06', last: '2026-03-20' });
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(15 * HABITS * TIMES.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(HABITS * TIMES.length);
  });

  it('reads sixty days by the page, and no more of them is reckoned than the page shows', async () => {
    const reckoned = jest.spyOn(world.app.get(Planner, { strict: false }), 'rows');
    const { items, nextCursor } = await world.app
      .get(UpcomingService, { strict: false })
      .upcoming(ada.id, { days: 60, limit: 1000 });
    expect([items.length, reckoned.mock.calls.length]).toEqual([1000, 1]);
    expect(nextCursor).not.toBeNull();
    reckoned.mockRestore();
  });

  it('has the next five thousand in the calendar feed, which says that there are more', async () => {
    const { url } = (await ada.api.post<{ url: string }>('/me/calendar-feed')).body;
    const feed = await world.http.raw<string>(url.slice(world.http.origin.length), {});
    const { events, properties } = readCalendar(feed.body);
    expect(events).toHaveLength(5000);
    expect(properties['X-WR-CALDESC']).toBe('The next 5000 times you are asked; there are more.');
    expect(document.paths['/api/v1/calendar.ics'].get.description).toMatch(/next 5,000 times at most.*`X-WR-CALDESC`/s);
  });

  it('sees every day of the month counted', async () => {
    const { days } = await ada.calendar('2026-04');
    expect(days.map(({ due }) => due)).toEqual(Array(30).fill(HABITS * TIMES.length));
  });
});
