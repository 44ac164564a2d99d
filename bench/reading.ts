import { Client } from 'pg';
import { type AfterQueryEvent, DataSource, type EntitySubscriberInterface } from 'typeorm';
import { createApplication } from '../src/application';
import { HeldClock } from '../src/kernel/held-clock';
import { DaysService } from '../src/modules/habits';
import { CalendarService } from '../src/modules/habits/calendar.service';
import { CheckpointsService } from '../src/modules/habits/checkpoints.service';
import { UpcomingQuery } from '../src/modules/habits/upcoming.dto';
import { UpcomingService } from '../src/modules/habits/upcoming.service';
import { queryName } from '../src/platform/database';
import { type Figure, littleIsGood, median, percentile } from './figure';
import type { Ground } from './ground';
import { seedPeople, seedVeteran } from './people';

/** Among whose rows those of the one who reads lie. */
const OTHERS = 128;

const WARM_UPS = 50;
const READINGS = 500;

/** What is read, and the one statement that brings the same rows. */
interface Reading {
  name: string;
  read: () => Promise<unknown>;
  bare: string;
}

/** What somebody of twenty habits and five years of history waits for in the database, one reading after the other. */
export async function measureReading(ground: Ground): Promise<Figure[]> {
  const url = await ground.database('reading');
  await seedPeople(ground, url, OTHERS);
  const userId = await seedVeteran(ground, url);
  const environment = { NODE_ENV: 'test', DATABASE_URL: url, LOG_LEVEL: 'error', ROLE: 'worker', JWT_KEYS: '' };
  const now = new Date();
  const app = await createApplication({ clock: new HeldClock(now), environment });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await app.get(CheckpointsService).keep();
    await client.query('ANALYZE');
    const watch = new Stopwatch(app.get(DataSource));
    const month = now.toISOString().slice(0, 7);
    const readings: Reading[] = [
      { name: 'GET /today', read: () => app.get(DaysService).today(userId), bare: TODAY },
      { name: 'GET /calendar', read: () => app.get(CalendarService).month(userId, month), bare: MONTH },
      {
        name: 'GET /upcoming',
        read: () => app.get(UpcomingService).upcoming(userId, new UpcomingQuery()),
        bare: AHEAD,
      },
    ];
    const figures: Figure[] = [];
    for (const reading of readings) figures.push(...(await measured(reading, watch, client, userId)));
    return figures;
  } finally {
    await client.end();
    await app.close();
  }
}

async function measured({ name, read, bare }: Reading, watch: Stopwatch, client: Client, userId: string) {
  for (let time = 0; time < WARM_UPS; time += 1) await read();
  watch.forget();
  const [product, floor]: [number[], number[]] = [[], []];
  for (let time = 0; time < READINGS; time += 1) {
    product.push(await watch.during(read));
    const begun = performance.now();
    await client.query(bare, [userId]);
    floor.push(performance.now() - begun);
  }
  console.log(`  ${name}: ${watch.report()}`);
  const figure = (what: string, of: (values: number[]) => number) =>
    littleIsGood({ name: `${name}, database, ${what}`, unit: 'ms', product: of(product), floor: of(floor) });
  return [figure('p50', median), figure('p99', (values) => percentile(values, 0.99))];
}

/** Adds up how long the service waits for the database. One after the other: no two statements are under way at once. */
class Stopwatch implements EntitySubscriberInterface {
  private begun = 0;
  private waited = 0;
  private readonly each = new Map<string, number[]>();

  constructor(dataSource: DataSource) {
    dataSource.subscribers.push(this);
  }

  beforeQuery(): void {
    this.begun = performance.now();
  }

  afterQuery(_: AfterQueryEvent): void {
    const took = performance.now() - this.begun;
    const name = queryName() ?? 'unnamed';
    this.waited += took;
    this.each.set(name, [...(this.each.get(name) ?? []), took]);
  }

  /** In ms. */
  async during(work: () => Promise<unknown>): Promise<number> {
    this.waited = 0;
    await work();
    return this.waited;
  }

  forget(): void {
    this.each.clear();
  }

  /** The median of each statement. */
  report(): string {
    return [...this.each].map(([name, took]) => `${name} ${median(took).toFixed(2)} ms`).join(', ');
  }
}

const TODAY = `
  SELECT o.*, c.status AS check_in_status, c.via, c.at, c.quantity, c.quote, c.reason, c.note, h.*
  FROM occurrences o JOIN habits h ON h.id = o.habit_id
  LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
  WHERE o.user_id = $1 AND o.day = current_date ORDER BY o.due_at, o.id`;

const MONTH = `
  SELECT day, habit_id, status, count(*) FROM occurrences
  WHERE user_id = $1 AND day >= date_trunc('month', current_date) AND day < date_trunc('month', current_date) + interval '1 month'
  GROUP BY day, habit_id, status`;

const AHEAD = `
  SELECT o.*, c.status AS check_in_status, c.via, c.at, c.quantity, c.quote, c.reason, c.note
  FROM occurrences o LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
  WHERE o.user_id = $1 AND o.day >= current_date AND o.due_at >= now()`;
