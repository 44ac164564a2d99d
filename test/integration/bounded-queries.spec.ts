import { type AfterQueryEvent, DataSource, type EntitySubscriberInterface } from 'typeorm';
import { queryName } from '../../src/platform/database';
import type { Person } from '../support/person';
import { World } from '../support/world';

const MONTHS = 3;

/** Routes whose cost must not grow with what a person has. */
const ROUTES = [
  '/today',
  '/upcoming?days=60',
  '/calendar/2026-03',
  '/calendar/2026-02',
  '/occurrences?from=2026-02-01&to=2026-03-31',
  '/streaks',
  '/habits?limit=100',
];

/** The names of the statements that were sent. */
class Sent implements EntitySubscriberInterface {
  names: string[] = [];

  constructor(world: World) {
    world.app.get(DataSource).subscribers.push(this);
  }

  afterQuery(_: AfterQueryEvent): void {
    this.names.push(queryName() ?? 'unnamed');
  }
}

describe('Whoever reads their days', () => {
  let world: World;
  let sent: Sent;
  let few: Person;
  let many: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    sent = new Sent(world);
    few = await somebody('Ada', 2);
    many = await somebody('Bea', 20);
  }, 60_000);

  afterAll(() => world.end());

  /** Half of the habits have a goal. All have months behind them. */
  async function somebody(name: string, habits: number): Promise<Person> {
    const person = await world.person(name);
    const schedule = { startDate: '2026-03-02', times: ['09:00', '20:00'], recurrence: 'FREQ=DAILY' };
    for (let made = 0; made < habits; made += 1) {
      const goal = made % 2 === 0 ? { times: 3, per: 'week' } : null;
      await person.api.post('/habits', { title: `Habit ${made}`, schedule: { ...schedule, goal } });
    }
    await world.rows(
      `INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at)
       SELECT gen_random_uuid(), h.id, h.user_id, d, '20:00', 'Europe/Lisbon', d, d + time '20:00', 'completed', d, d
       FROM habits h, generate_series(date '2026-03-01' - ${MONTHS} * 30, date '2026-03-01', interval '1 day') d
       WHERE h.user_id = $1`,
      [person.id],
    );
    return person;
  }

  const statementsOf = async ({ api }: Person, path: string): Promise<string[]> => {
    await api.get(path);
    sent.names = [];
    expect((await api.get(path)).status).toBe(200);
    return [...sent.names];
  };

  it.each(ROUTES)('asks as often for two habits as for twenty, and seldom: GET %s', async (path) => {
    const ofFew = await statementsOf(few, path);
    expect(await statementsOf(many, path)).toEqual(ofFew);
    expect(ofFew.length).toBeGreaterThan(0);
    expect(ofFew.length).toBeLessThanOrEqual(7);
    expect(ofFew).not.toContain('unnamed');
  });
});
