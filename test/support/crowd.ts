import { newId } from '../../src/platform/database';
import { Engine } from './engine';
import type { World } from './world';

interface CrowdHabit {
  title: string;
  at: string;
  rule?: string | null;
  channel?: 'call' | 'push';
}

/** Makes many people of one zone with the same habits at once, planned by the planner itself. Returns their ids. */
export async function crowd(
  world: World,
  size: number,
  habits: CrowdHabit[],
  timeZone = 'Europe/Lisbon',
): Promise<string[]> {
  const ids = Array.from({ length: size }, newId);
  const now = world.clock.now();
  await world.rows(
    `INSERT INTO users (id, email, name, time_zone, created_at, updated_at)
     SELECT id, id || '@example.com', 'Person', $2, $3, $3 FROM unnest($1::uuid[]) AS id`,
    [ids, timeZone, now],
  );
  await world.rows('INSERT INTO user_settings (user_id) SELECT id FROM unnest($1::uuid[]) AS id', [ids]);
  for (const habit of habits) await give(world, ids, habit);
  await new Engine(world.app).plan();
  return ids;
}

async function give(world: World, ids: string[], { title, at, rule = 'FREQ=DAILY', channel = 'call' }: CrowdHabit) {
  const now = world.clock.now();
  await world.rows(
    `INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, channel, planned_until, created_at, updated_at)
     SELECT habit_id, user_id, $3, 'yes-no', $4::timestamptz::date, ARRAY[$5], $6, $7, $4, $4, $4
     FROM unnest($1::uuid[], $2::uuid[]) AS new (habit_id, user_id)`,
    [ids.map(newId), ids, title, now, at, rule, channel],
  );
}
