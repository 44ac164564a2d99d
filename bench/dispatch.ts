import { createApplication } from '../src/application';
import { Clock } from '../src/kernel/clock';
import { Dialer } from '../src/modules/calls/engine/dialer';
import { Dispatcher } from '../src/modules/calls/engine/dispatcher';
import { type Figure, littleIsGood, muchIsGood } from './figure';
import type { Ground } from './ground';

const HABITS = 100_000;

/** The minute in which all of them are due. */
const DUE_AT = '2026-03-02T20:00:00Z';

/** Stands at the minute until it is started, and then goes on as time does. */
class FromDue extends Clock {
  private startedAt: number | undefined;

  start(): void {
    this.startedAt = performance.now();
  }

  now(): Date {
    const passed = this.startedAt === undefined ? 0 : performance.now() - this.startedAt;
    return new Date(Date.parse(DUE_AT) + passed);
  }
}

/** A hundred thousand people with a habit each, all due in one minute, until every phone rings: as on the day before. */
export async function measureDispatch(ground: Ground): Promise<Figure[]> {
  const url = await ground.database('crowd');
  await ground.run(url, PEOPLE, HABITS_OF_ALL, OCCURRENCES, ...YESTERDAY);
  await ground.settle(url);
  const bare = await inBulk(ground, 'crowd_bare', BARE);
  const same = await inBulk(ground, 'crowd_same', SAME_WRITES);
  await ground.settle(url);
  const product = await untilAllRing(url);
  const { rows } = await ground.run<Lateness>(url, LATENESS);
  const { rings, p50, p99 } = rows[0]!;
  if (rings !== HABITS) throw new Error(`${rings} phones ring instead of ${HABITS}.`);
  return [
    muchIsGood({
      name: 'dispatch of 100,000',
      unit: '/s',
      product: perSecond(product),
      floor: perSecond(bare),
      aim: 0.3,
    }),
    muchIsGood({
      name: 'the same, against its own writes in bulk',
      unit: '/s',
      product: perSecond(product),
      floor: perSecond(same),
    }),
    littleIsGood({ name: 'lateness of a ring, p50', unit: 'ms', product: p50, floor: bare }),
    littleIsGood({ name: 'lateness of a ring, p99', unit: 'ms', product: p99, floor: bare }),
  ];
}

/** On a copy of its own, in one transaction. Returns how long it took, in ms. */
async function inBulk(ground: Ground, name: string, statements: string[]): Promise<number> {
  const url = await ground.database(name, { copyOf: 'crowd' });
  await ground.settle(url);
  const { ms } = await ground.run(url, 'BEGIN', ...statements, 'COMMIT');
  return ms;
}

function perSecond(ms: number): number {
  return (HABITS / ms) * 1000;
}

/** The engine of the product, driven as its job of each second drives it. Returns how long that took, in ms. */
async function untilAllRing(url: string): Promise<number> {
  const environment = { NODE_ENV: 'test', DATABASE_URL: url, LOG_LEVEL: 'error', ROLE: 'worker', JWT_KEYS: '' };
  const clock = new FromDue();
  const app = await createApplication({ clock, environment });
  try {
    const dialer = app.get(Dialer);
    const begun = performance.now();
    clock.start();
    await app.get(Dispatcher).dispatchDue((userIds) => dialer.dialFor(userIds));
    return performance.now() - begun;
  } finally {
    await app.close();
  }
}

interface Lateness {
  rings: number;
  p50: number;
  p99: number;
}

const LATENESS = `
  SELECT count(*)::int AS rings, percentile_cont(0.5) WITHIN GROUP (ORDER BY late) AS p50,
    percentile_cont(0.99) WITHIN GROUP (ORDER BY late) AS p99
  FROM (SELECT extract(epoch FROM ringing_at - not_before)::float8 * 1000 AS late FROM calls WHERE status = 'ringing') rings`;

const PEOPLE = `
  WITH person AS (
    INSERT INTO users (id, email, name, time_zone, created_at, updated_at)
    SELECT uuidv7(), 'person' || n || '@example.com', 'Person ' || n, 'UTC', '${DUE_AT}', '${DUE_AT}'
    FROM generate_series(1, ${HABITS}) n RETURNING id
  )
  INSERT INTO user_settings (user_id) SELECT id FROM person`;

const HABITS_OF_ALL = `
  INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, channel, planned_until, planned_by, created_at, updated_at)
  SELECT uuidv7(), id, 'Read', 'yes-no', '2026-03-01', '{20:00}', 'FREQ=DAILY', 'call',
    timestamptz '${DUE_AT}' + interval '2 days', '${process.versions.tz}', '${DUE_AT}', '${DUE_AT}' FROM users`;

const OCCURRENCES = `
  INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at)
  SELECT uuidv7(), id, user_id, due_at::date, '20:00', 'UTC', due_at::date, due_at,
    CASE due_at WHEN '${DUE_AT}' THEN 'planned' ELSE 'completed' END, due_at + interval '2 hours', due_at - interval '1 day'
  FROM habits, unnest(ARRAY[timestamptz '${DUE_AT}' - interval '1 day', '${DUE_AT}']) AS due_at`;

/** Yesterday's calls: on a service that has rung before PostgreSQL knows its tables, and plans for their size. */
const YESTERDAY = [
  `INSERT INTO calls (id, user_id, line, purpose, attempt, status, ending, not_before, queued_at, dialed_at, ended_at, settled_at)
   SELECT uuidv7(), user_id, 'browser', 'due', 1, 'ended', 'answered', due_at, due_at, due_at, due_at, due_at
   FROM occurrences WHERE status = 'completed'`,
  `INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after, meaning, at)
   SELECT c.id, 0, o.habit_id, o.id, o.closes_at, 'done', o.due_at
   FROM calls c JOIN occurrences o ON o.user_id = c.user_id AND o.status = 'completed'`,
];

/** The least that must be written for as many rings: a call each, and that its occurrence was taken up. */
const BARE = [
  `INSERT INTO calls (id, user_id, line, purpose, attempt, status, not_before, queued_at, dialed_at, ringing_at, lease_until)
   SELECT uuidv7(), user_id, 'browser', 'due', 1, 'ringing', due_at, now(), now(), now(), now() + interval '30 seconds'
   FROM occurrences WHERE status = 'planned' AND due_at <= '${DUE_AT}'`,
  `UPDATE occurrences SET status = 'due', dispatched_at = now() WHERE status = 'planned' AND due_at <= '${DUE_AT}'`,
];

const RINGING = `(SELECT c.id AS call_id, i.occurrence_id, c.user_id FROM calls c JOIN call_items i ON i.call_id = c.id
  WHERE c.status <> 'ended')`;

/** Every row that the engine writes until the phones ring, each step in one statement for all. */
const SAME_WRITES = [
  `INSERT INTO calls (id, user_id, line, purpose, attempt, status, not_before, queued_at)
   SELECT uuidv7(), user_id, 'browser', 'due', 1, 'queued', due_at, now() FROM occurrences WHERE status = 'planned'`,
  `INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
   SELECT c.id, 0, o.habit_id, o.id, o.closes_at
   FROM calls c JOIN occurrences o ON o.user_id = c.user_id AND o.status = 'planned' WHERE c.status = 'queued'`,
  `UPDATE occurrences SET status = 'due', dispatched_at = now() WHERE status = 'planned'`,
  `INSERT INTO changes (user_id, topic, data, created_at)
   SELECT user_id, 'occurrence.updated', '{}', now() FROM occurrences WHERE status = 'due'`,
  `UPDATE calls SET status = 'dialing', dialed_at = now(), lease_token = gen_random_uuid(), lease_until = now()
   WHERE status = 'queued'`,
  `UPDATE calls SET status = 'ringing', ringing_at = now(), lease_until = now() WHERE status = 'dialing'`,
  `UPDATE occurrences o SET reached_at = now(), closes_at = greatest(o.closes_at, now() + s.grace_minutes * interval '1 minute')
   FROM user_settings s WHERE s.user_id = o.user_id AND o.status = 'due'`,
  `INSERT INTO changes (user_id, topic, data, created_at)
   SELECT user_id, 'call.ringing', jsonb_build_object('callId', call_id), now() FROM ${RINGING} ringing`,
];
