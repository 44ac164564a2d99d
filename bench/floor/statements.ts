import type { Pool, PoolClient } from 'pg';

/**
 * What the product asks the database for, each statement once and by `pg` alone: the floor under its requests. Whoever
 * changes a statement of the product changes it here; what the product saves itself by a cache stays in here.
 */

const OCCURRENCES = `
  SELECT o.*, c.status AS check_in_status, c.via, c.at, c.quantity, c.quote, c.reason, c.note
  FROM occurrences o LEFT JOIN check_ins c ON c.occurrence_id = o.id AND c.superseded_at IS NULL`;

export async function isAlive(pool: Pool, sessionId: string, userId: string): Promise<boolean> {
  const sql = 'SELECT 1 FROM sessions WHERE id = $1 AND user_id = $2 AND revoked_at IS NULL';
  return (await pool.query(sql, [sessionId, userId])).rows.length > 0;
}

export async function today(pool: Pool, userId: string): Promise<object> {
  await pool.query(
    `SELECT u.id AS user_id, u.name, u.time_zone, s.day_ends_at, s.time_format, s.ring_on, s.app_rings, s.calling_window,
       s.follow_up_minutes, s.grace_minutes, s.silent_until, x.user_id IS NOT NULL AS suppressed
     FROM users u JOIN user_settings s ON s.user_id = u.id LEFT JOIN suppressions x ON x.user_id = u.id
     WHERE u.id = ANY($1)`,
    [[userId]],
  );
  const day = new Date().toISOString().slice(0, 10);
  const { rows: occurrences } = await pool.query(
    `${OCCURRENCES} WHERE o.user_id = $1 AND o.day BETWEEN $2 AND $3 AND ($4::uuid IS NULL OR o.habit_id = $4)
     ORDER BY o.due_at, o.id`,
    [userId, day, day, null],
  );
  const habitIds = occurrences.map(({ habit_id }) => habit_id);
  const { rows: habits } = await pool.query(
    `SELECT h.*, r.pause_of, r.started_at AS paused_at, r.resumes_on, r.ended_at AS pause_ends_at, n.due_at AS next_planned_at
     FROM habits h
     LEFT JOIN LATERAL (
       SELECT 'habit' AS pause_of, p.started_at, p.resumes_on, p.ended_at FROM habit_pauses p
       WHERE p.habit_id = h.id AND (p.ended_at IS NULL OR p.ended_at > $1)
       UNION ALL
       SELECT 'everything', p.started_at, p.resumes_on, p.ended_at FROM user_pauses p
       WHERE p.user_id = h.user_id AND (p.ended_at IS NULL OR p.ended_at > $1)
       ORDER BY ended_at DESC NULLS FIRST, pause_of DESC LIMIT 1
     ) r ON true
     LEFT JOIN LATERAL (
       SELECT min(o.due_at) AS due_at FROM occurrences o WHERE o.habit_id = h.id AND o.status = 'planned'
     ) n ON true
     WHERE h.id = ANY($2)`,
    [new Date(), habitIds],
  );
  const { rows: days } = await pool.query(
    `SELECT habit_id, string_agg(day || ' ' || status, ',' ORDER BY day) AS days FROM occurrences
     WHERE habit_id = ANY($1) AND day <= $2::timestamptz::date + 1
     GROUP BY habit_id`,
    [habitIds, new Date()],
  );
  return { day, days: days.length, items: occurrences.map((occurrence, at) => ({ occurrence, habit: habits[at] })) };
}

/** All that a check-in does to the database, in its one transaction. */
export async function checkIn(pool: Pool, userId: string, id: string, status: string): Promise<object> {
  const client = await pool.connect();
  try {
    await client.query('START TRANSACTION');
    const occurrence = await keep(client, userId, id, status);
    await client.query('COMMIT');
    return occurrence;
  } finally {
    client.release();
  }
}

async function keep(client: PoolClient, userId: string, id: string, status: string): Promise<object> {
  const find = () => client.query(`${OCCURRENCES} WHERE o.user_id = $1 AND o.id = $2`, [userId, id]);
  const now = new Date();
  await client.query('SELECT id FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  await find();
  await client.query('UPDATE check_ins SET superseded_at = $2 WHERE occurrence_id = $1 AND superseded_at IS NULL', [
    id,
    now,
  ]);
  await client.query(
    `INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at) VALUES (uuidv7(), $1, $2, $3, 'app', $4)`,
    [id, userId, status, now],
  );
  await client.query('UPDATE occurrences SET status = $2, closed_at = $3 WHERE id = $1', [id, status, now]);
  await cancelWhatWaits(client, userId, id, now);
  const { rows } = await find();
  await client.query(
    `INSERT INTO changes (user_id, topic, data, created_at)
     SELECT said.user_id, said.topic, said.data, $4 FROM unnest($1::uuid[], $2::text[], $3::jsonb[]) AS said (user_id, topic, data)`,
    [[userId, userId], ['occurrence.updated', 'streak.updated'], [JSON.stringify(rows[0]), '{}'], now],
  );
  await client.query(`SELECT pg_notify('callivate_changes', '')`);
  return rows[0];
}

async function cancelWhatWaits(client: PoolClient, userId: string, id: string, now: Date): Promise<void> {
  await client.query(
    `UPDATE messages m SET canceled_at = $3
     WHERE user_id = $1 AND sent_at IS NULL AND canceled_at IS NULL AND occurrence_ids && $2::uuid[]
       AND NOT EXISTS (
         SELECT 1 FROM occurrences o WHERE o.id = ANY(m.occurrence_ids) AND o.status IN ('planned', 'due'))`,
    [userId, [id], now],
  );
  await client.query(
    `SELECT c.* FROM calls c
     WHERE c.user_id = $1 AND c.ending IS NULL
       AND EXISTS (SELECT 1 FROM call_items i WHERE i.call_id = c.id AND i.occurrence_id = ANY($2))
       AND NOT EXISTS (
         SELECT 1 FROM call_items i LEFT JOIN occurrences o ON o.id = i.occurrence_id
         WHERE i.call_id = c.id AND i.left_out IS NULL AND (o.id IS NULL OR o.status IN ('planned', 'due')))`,
    [userId, [id]],
  );
}
