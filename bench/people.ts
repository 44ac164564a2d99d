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

const VETERANS_HABITS = 20;
const YEARS = 5;

/** Somebody who has kept twenty daily habits for five years, among all the others. */
export async function seedVeteran(ground: Ground, url: string): Promise<string> {
  const { rows } = await ground.run<{ id: string }>(url, VETERAN);
  const { id } = rows[0]!;
  const since = `(current_date - interval '${YEARS} years')::date`;
  const whose = `user_id = '${id}'`;
  await ground.run(url, habitsOf(VETERANS_HABITS, since, whose), occurrencesOf(since, whose), wordsOf(whose));
  await ground.settle(url);
  return id;
}

/** People of ten daily habits, ninety days of history behind them and two days planned before them. */
export async function seedPeople(ground: Ground, url: string, size: number): Promise<Person[]> {
  const since = `current_date - ${DAYS}`;
  await ground.run(url, people(size), habitsOf(HABITS, since), occurrencesOf(since), wordsOf());
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

const VETERAN = `
  WITH person AS (
    INSERT INTO users (id, email, name, time_zone, onboarding_completed, created_at, updated_at)
    VALUES (uuidv7(), 'veteran@example.com', 'Veteran', 'UTC', true, now(), now()) RETURNING id
  )
  INSERT INTO user_settings (user_id) SELECT id FROM person RETURNING user_id AS id`;

/** Daily, each at an hour of its own. */
const habitsOf = (habits: number, since: string, whose = 'true') => `
  INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, channel, planned_until, planned_by, created_at, updated_at)
  SELECT uuidv7(), user_id, 'Habit ' || n, 'yes-no', ${since}, ARRAY[lpad((n % 24)::text, 2, '0') || ':00'],
    'FREQ=DAILY', 'call', now() + interval '2 days', '${process.versions.tz}', now(), now()
  FROM user_settings u, generate_series(9, ${habits + 8}) n WHERE ${whose}`;

/** Day by day, as planning makes them. */
const occurrencesOf = (since: string, whose = 'true') => `
  INSERT INTO occurrences (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at, closed_at)
  SELECT uuidv7(), habit_id, user_id, day, time, 'UTC', day, due_at,
    CASE WHEN day >= current_date THEN 'planned' WHEN random() < 0.9 THEN 'completed' ELSE 'missed' END,
    due_at + interval '2 hours', due_at - interval '1 day', CASE WHEN day < current_date THEN due_at END
  FROM (SELECT h.id AS habit_id, h.user_id, d::date AS day, h.times[1] AS time, (d::date + h.times[1]::time) AT TIME ZONE 'UTC' AS due_at
        FROM habits h, generate_series(${since}, current_date + 1, interval '1 day') d
        WHERE ${whose} ORDER BY d) moments`;

const wordsOf = (whose = 'true') => `
  INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at)
  SELECT uuidv7(), id, user_id, 'completed', 'app', due_at FROM occurrences WHERE status = 'completed' AND ${whose}`;

const WHO = `
  SELECT s.user_id AS "userId", s.id AS "sessionId",
    (SELECT o.id FROM occurrences o WHERE o.user_id = s.user_id AND o.day = current_date ORDER BY o.due_at LIMIT 1) AS "occurrenceId"
  FROM sessions s`;
