import { createHash } from 'node:crypto';
import { JwtService } from '@nestjs/jwt';
import type { Ground } from './ground';

/** Signs the access tokens of the bench, as `JWT_KEYS` has it. */
export const KEY = { id: 'bench', secret: createHash('sha256').update('bench').digest('hex') };

/** What both sides expect of a token, besides its signature. */
export const ISSUED = { issuer: 'callivate', audience: 'callivate-api' };

const HABITS = 10;
const DAYS = 90;

/** Somebody signed in, and something they can check in today. */
export interface Person {
  token: string;
  occurrenceId: string;
}

/** People of ten daily habits, ninety days of history behind them and two days planned before them. */
export async function seedPeople(ground: Ground, url: string, size: number): Promise<Person[]> {
  await ground.run(url, people(size), HABITS_OF_ALL, OCCURRENCES, WORDS);
  await ground.settle(url);
  const { rows } = await ground.run<{ userId: string; sessionId: string; occurrenceId: string }>(url, WHO);
  return rows.map(({ userId, sessionId, occurrenceId }) => ({ token: tokenOf(userId, sessionId), occurrenceId }));
}

function tokenOf(sub: string, sid: string): string {
  const claims = { sub, sid, auth_time: Math.floor(Date.now() / 1000) };
  const options = { secret: KEY.secret, keyid: KEY.id, algorithm: 'HS256', expiresIn: '15m', ...ISSUED } as const;
  return new JwtService().sign(claims, options);
}

const people = (size: number) => `
  WITH person AS (
    INSERT INTO users (id, email, name, time_zone, onboarding_completed, created_at, updated_at)
    SELECT uuidv7(), 'person' || n || '@example.com', 'Person ' || n, 'UTC', true, now(), now()
    FROM generate_series(1, ${size}) n RETURNING id
  ), settings AS (
    INSERT INTO user_settings (user_id) SELECT id FROM person
  )
  INSERT INTO sessions (id, user_id, authenticated_at, created_at, last_used_at, expires_at)
  SELECT uuidv7(), id, now(), now(), now(), now() + interval '1 day' FROM person`;

const HABITS_OF_ALL = `
  INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, channel, planned_until, planned_by, created_at, updated_at)
  SELECT uuidv7(), u.id, 'Habit ' || n, 'yes-no', current_date - ${DAYS}, ARRAY[lpad((n + 8)::text, 2, '0') || ':00'],
    'FREQ=DAILY', 'call', now() + interval '2 days', '${process.versions.tz}', now(), now()
  FROM users u, generate_series(1, ${HABITS}) n`;

const OCCURRENCES = `
  INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at, closed_at)
  SELECT uuidv7(), habit_id, user_id, day, time, 'UTC', day, due_at,
    CASE WHEN day >= current_date THEN 'planned' WHEN random() < 0.9 THEN 'completed' ELSE 'missed' END,
    due_at + interval '2 hours', due_at - interval '1 day', CASE WHEN day < current_date THEN due_at END
  FROM (SELECT h.id AS habit_id, h.user_id, d::date AS day, h.times[1] AS time, (d::date + h.times[1]::time) AT TIME ZONE 'UTC' AS due_at
        FROM habits h, generate_series(current_date - ${DAYS}, current_date + 1, interval '1 day') d) moments`;

const WORDS = `
  INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at)
  SELECT uuidv7(), id, user_id, 'completed', 'app', due_at FROM occurrences WHERE status = 'completed'`;

const WHO = `
  SELECT s.user_id AS "userId", s.id AS "sessionId",
    (SELECT o.id FROM occurrences o WHERE o.user_id = s.user_id AND o.day = current_date ORDER BY o.due_at LIMIT 1) AS "occurrenceId"
  FROM sessions s`;
