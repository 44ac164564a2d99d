import type { World } from './world';

/** What the engine promises whatever happens, each as the rows that would break it. */
const BROKEN: Record<string, string> = {
  'two live calls of one person': `
    SELECT user_id FROM calls WHERE status IN ('dialing', 'unknown', 'ringing', 'talking') GROUP BY user_id HAVING count(*) > 1`,
  'a ring for somebody who said: do not call': `
    SELECT c.id FROM calls c JOIN suppressions s ON s.user_id = c.user_id
    WHERE c.status IN ('queued', 'ringing') AND c.purpose NOT IN ('now', 'test')`,
  'a ring about nothing open': `
    SELECT c.id FROM calls c WHERE c.status IN ('queued', 'ringing') AND c.purpose NOT IN ('now', 'test') AND NOT EXISTS (
      SELECT 1 FROM call_items i JOIN occurrences o ON o.id = i.occurrence_id
      WHERE i.call_id = c.id AND i.left_out IS NULL AND o.status IN ('planned', 'due'))`,
  'a ring about paused habits alone': `
    SELECT c.id FROM calls c WHERE c.status = 'ringing' AND NOT EXISTS (
      SELECT 1 FROM call_items i WHERE i.call_id = c.id AND i.left_out IS NULL AND NOT EXISTS (
        SELECT 1 FROM habit_pauses p WHERE p.habit_id = i.habit_id AND (p.ended_at IS NULL OR p.ended_at > $1)
        UNION ALL SELECT 1 FROM user_pauses p WHERE p.user_id = c.user_id AND (p.ended_at IS NULL OR p.ended_at > $1)))`,
  'two first calls about one occurrence': `
    SELECT i.occurrence_id FROM call_items i JOIN calls c ON c.id = i.call_id
    WHERE c.purpose = 'due' GROUP BY i.occurrence_id HAVING count(*) > 1`,
  'two first calls about one local moment': `
    SELECT o.habit_id FROM occurrences o JOIN call_items i ON i.occurrence_id = o.id JOIN calls c ON c.id = i.call_id
    WHERE c.purpose = 'due' GROUP BY o.habit_id, o.local_date, o.local_time HAVING count(*) > 1`,
  'more than one follow-up or three callbacks': `
    SELECT i.occurrence_id FROM call_items i JOIN calls c ON c.id = i.call_id GROUP BY i.occurrence_id
    HAVING count(*) FILTER (WHERE c.purpose = 'follow-up') > 1 OR count(*) FILTER (WHERE c.purpose = 'callback') > 3`,
  'a ring more than its lateness after its time': `
    SELECT c.id FROM calls c JOIN call_items i ON i.call_id = c.id WHERE i.left_out IS NULL AND c.dialed_at > i.late_after`,
  'a miss before its time to answer was over': `
    SELECT id FROM occurrences WHERE status = 'missed' AND closed_at < closes_at
      AND NOT EXISTS (SELECT 1 FROM check_ins c WHERE c.occurrence_id = occurrences.id)
      AND NOT EXISTS (SELECT 1 FROM day_quantities q WHERE q.habit_id = occurrences.habit_id AND q.day = occurrences.day)`,
  'a check-in that is not the state of its occurrence': `
    SELECT o.id FROM occurrences o JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL
    WHERE c.status <> o.status`,
};

/** What it promises once it has had a second to work. */
const UNDONE: Record<string, string> = {
  'a call that ended and is not settled': `SELECT id FROM calls WHERE status = 'ended' AND settled_at IS NULL`,
  'something due that was not taken up': `SELECT id FROM occurrences WHERE status = 'planned' AND due_at <= $1`,
  'something due beyond its time, that nobody calls or writes about': `
    SELECT o.id FROM occurrences o WHERE o.status = 'due' AND o.closes_at <= $1
      AND NOT EXISTS (SELECT 1 FROM call_items i JOIN calls c ON c.id = i.call_id
        WHERE i.occurrence_id = o.id AND c.status <> 'ended')`,
  'a lease that is over': `
    SELECT id FROM calls WHERE status IN ('dialing', 'unknown', 'ringing', 'talking') AND lease_until <= $1`,
  'a message that was not sent': `SELECT id FROM messages WHERE sent_at IS NULL AND canceled_at IS NULL`,
};

/** The promises that are broken now, by name. */
export function brokenPromises(world: World): Promise<string[]> {
  return found(world, BROKEN);
}

/** What should have been done by now, by name; to be asked when the engine has just worked. */
export function undone(world: World): Promise<string[]> {
  return found(world, UNDONE);
}

async function found(world: World, queries: Record<string, string>): Promise<string[]> {
  const exists = Object.entries(queries).map(([name, sql]) => `SELECT '${name}' AS name WHERE EXISTS (${sql})`);
  const rows = await world.rows<{ name: string }>(exists.join(' UNION ALL '), [world.clock.now()]);
  return rows.map(({ name }) => name);
}
