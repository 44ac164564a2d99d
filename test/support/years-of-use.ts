import { Client } from 'pg';
import { NEW_HABIT } from '../../src/modules/habits/domain/habit-streak';
import { NEW_PERSON } from '../../src/modules/habits/domain/overall-streak';
import { createTestDatabase, type TestDatabase } from './database';

/** 2,000 people with 5 habits each, on 100 days: a million occurrences. The last two days are still to come. */
const DAYS = 100;
const HABITS_OF_EACH = 5;
const PEOPLE = 2000;
const AHEAD = 2;

const HABITS = PEOPLE * HABITS_OF_EACH;
const OCCURRENCES = HABITS * DAYS;
const CALLS = PEOPLE * (DAYS - AHEAD);

/** Every row's id is its number. */
const id = (number: string) => `lpad(to_hex(${number}), 32, '0')::uuid`;

/** Without the log that would save them from a crash: first the tables that nothing logged refers to, until all are. */
const UNLOGGED = `
  DO $$ DECLARE next regclass; BEGIN LOOP
    SELECT c.oid INTO next FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND NOT EXISTS (
      SELECT 1 FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
      WHERE k.confrelid = c.oid AND k.conrelid <> c.oid AND r.relpersistence = 'p')
    LIMIT 1;
    EXIT WHEN next IS NULL;
    EXECUTE format('ALTER TABLE %s SET UNLOGGED', next);
  END LOOP; END $$
`;

/** `$1` is the first day to come. */
const ROWS = [
  `INSERT INTO users (id, email, name, time_zone, created_at, updated_at)
   SELECT ${id('n')}, n || '@example.org', 'Person', 'Europe/Lisbon', now(), now() FROM generate_series(1, ${PEOPLE}) n`,

  'INSERT INTO user_settings (user_id) SELECT id FROM users',

  `INSERT INTO suppressions SELECT ${id('n * 2')}, now(), 'app', 'No calls.' FROM generate_series(1, ${PEOPLE / 2}) n`,

  `INSERT INTO phones SELECT id, id, 'v1.' || (ARRAY['old', 'new'])[1 + n % 2] || '.x.y', n::text, 'US', 'mobile', now(), now()
   FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM users) numbered`,

  `INSERT INTO phone_verifications SELECT id, user_id, number, number_index, country, type, number, 'sms', 0,
     $1::date - interval '20 minutes', $1::date - interval '10 minutes' FROM phones`,

  `INSERT INTO consents SELECT ${id('n')}, ${id(`1 + n % ${PEOPLE}`)}, 'calls', (ARRAY['given', 'revoked'])[1 + n % 2], 'calls-1-en',
     'Yes.', $1::date - n / 10, 'app', '1', 'v1.' || (ARRAY['old', 'new'])[1 + n % 2] || '.x.y'
   FROM generate_series(1, ${PEOPLE * 5}) n`,

  `INSERT INTO number_suppressions SELECT n::text, now(), 'sms', 'Asked.' FROM generate_series(1, ${PEOPLE * 5}) n`,
  `INSERT INTO heeded_texts SELECT 'SM-' || n, $1::date - n / 300 FROM generate_series(1, ${PEOPLE * 5}) n`,

  `INSERT INTO telephony_counters SELECT 'calls-to-number', n::text, $1::date - n / 200, 1
   FROM generate_series(1, ${PEOPLE * 5}) n`,

  `INSERT INTO sessions (id, user_id, authenticated_at, created_at, last_used_at, expires_at)
   SELECT ${id('n')}, ${id(`1 + n % ${PEOPLE}`)}, now(), now(), now(), now() FROM generate_series(1, ${PEOPLE * 3}) n`,

  `INSERT INTO refresh_tokens (hash, session_id, created_at, expires_at)
   SELECT int8send(n), ${id(`1 + n / 10`)}, now(), now() FROM generate_series(1, ${PEOPLE * 30 - 10}) n`,

  `INSERT INTO audit_entries (id, user_id, action, at, detail)
   SELECT ${id('n')}, ${id(`1 + n % ${PEOPLE}`)}, 'signed-in', $1::date - n / 600, 'v1.' || (ARRAY['old', 'new'])[1 + n % 2] || '.x.y'
   FROM generate_series(1, ${PEOPLE * 30}) n`,

  `INSERT INTO habits (id, user_id, title, kind, start_date, times, recurrence, channel, planned_until, planned_by,
     created_at, updated_at)
   SELECT ${id('n')}, ${id(`1 + n / ${HABITS_OF_EACH}`)}, 'Read', 'yes-no', $1::date - ${DAYS - AHEAD}, '{20:00}', 'FREQ=DAILY',
     'call', $1::date + 365, '${process.versions.tz}', now(), now()
   FROM generate_series(0, ${HABITS - 1}) n`,

  `INSERT INTO habit_pauses (id, habit_id, user_id, started_at, ended_at)
   SELECT ${id('n')}, ${id('n')}, ${id(`1 + n / ${HABITS_OF_EACH}`)}, $1::date - 30,
     CASE WHEN n % 20 > 0 THEN $1::date - 20 END
   FROM generate_series(0, ${HABITS - 1}) n`,

  `INSERT INTO user_pauses (id, user_id, started_at, ended_at)
   SELECT ${id('n')}, ${id(`1 + n % ${PEOPLE}`)}, $1::date - n / 60, $1::date - n / 60 + 1 FROM generate_series(2000, ${PEOPLE * 6}) n`,

  `INSERT INTO occurrences
     (id, habit_id, user_id, local_date, local_time, time_zone, day, due_at, status, closes_at, planned_at)
   SELECT ${id('n')}, ${id(`n / ${DAYS}`)}, ${id(`1 + n / ${DAYS * HABITS_OF_EACH}`)}, day, '20:00', 'Europe/Lisbon', day,
     day + time '20:00', CASE WHEN day >= $1::date THEN 'planned' ELSE (ARRAY['completed', 'skipped', 'missed'])[1 + n % 3] END,
     day + time '22:00', day - 2
   FROM (SELECT n, $1::date - ${DAYS - AHEAD} + n % ${DAYS} AS day FROM generate_series(0, ${OCCURRENCES - 1}) n) numbered`,

  `INSERT INTO check_ins (id, occurrence_id, user_id, status, via, at)
   SELECT id, id, user_id, status, 'app', due_at FROM occurrences WHERE status IN ('completed', 'skipped')`,

  `INSERT INTO day_quantities (habit_id, day, position, user_id, change, amount, total, local_date, local_time, via, at, with_word)
   SELECT habit_id, day, 1, user_id, 'set', 5, 5, local_date, local_time, 'app', due_at, false
   FROM occurrences WHERE status = 'completed'`,

  `INSERT INTO streak_checkpoints SELECT id, $1::date - 10 - n * 35, '${JSON.stringify(NEW_HABIT)}' FROM habits, generate_series(0, 5) n`,
  `INSERT INTO day_streak_checkpoints
   SELECT id, $1::date - 10 - n * 35, '${JSON.stringify(NEW_PERSON)}' FROM users, generate_series(0, 5) n`,
  `UPDATE habits SET checkpoint_due = CASE user_id WHEN ${id('1')} THEN $1::date - 2 ELSE $1::date + 1 + abs(hashtext(id::text)) % 35 END`,

  `INSERT INTO streak_events (id, user_id, day, kind, at)
   SELECT ${id('n')}, ${id(`1 + n % ${PEOPLE}`)}, $1::date - n / 60, (ARRAY['reset', 'freezes-off', 'freezes-on'])[1 + n % 3],
     $1::date - n / 60 FROM generate_series(1, ${PEOPLE * 3}) n`,

  `INSERT INTO freeze_watches
   SELECT ${id(`1 + n / 2`)}, $1::date - n % 2, $1::date - n % 2 + 1 + time '08:00' FROM generate_series(0, ${2 * PEOPLE - 1}) n`,

  `INSERT INTO calls
     (id, user_id, line, purpose, attempt, status, ending, not_before, queued_at, dialed_at, ended_at, settled_at)
   SELECT ${id('n')}, ${id(`1 + n / ${DAYS - AHEAD}`)}, 'browser', 'due', 1, 'ended', 'answered', at, at, at, at, at
   FROM (SELECT n, $1::date - 1 - n % ${DAYS - AHEAD} + time '20:00' AS at FROM generate_series(0, ${CALLS - 1}) n) numbered`,

  `INSERT INTO call_items (call_id, position, habit_id, occurrence_id, late_after)
   SELECT ${id('n / 2')}, n % 2, ${id('n / 40')}, ${id('n')}, now() FROM generate_series(0, ${2 * CALLS - 1}) n`,

  `INSERT INTO turns SELECT ${id('n / 2')}, n % 2, 'person', 'Yes, just finished', now() FROM generate_series(0, ${2 * CALLS - 1}) n`,

  `INSERT INTO memories SELECT id, user_id, 'reason', 'The kids were sick', $1::date - 1, id, NULL FROM habits`,

  `INSERT INTO favourite_voices SELECT id, voice, $1::date FROM users, unnest(ARRAY['sarah', 'luna']) voice`,

  `INSERT INTO messages (id, user_id, kind, title, body, occurrence_ids, cause, created_at, sent_at)
   SELECT ${id('n')}, ${id(`1 + n / 25`)}, 'missed-call', 'Read', 'Done?', ARRAY[${id('n')}], n::text, at, at
   FROM (SELECT n, $1::date - n % ${DAYS - AHEAD} - 1 + time '20:00' AS at FROM generate_series(0, ${PEOPLE * 25 - 1}) n) numbered`,

  `INSERT INTO changes (transaction_id, user_id, topic, data, created_at)
   SELECT (3 + n / 200)::text::xid8, ${id(`1 + n % ${PEOPLE}`)}, 'call.updated', '{}', $1::date - n / 20000
   FROM generate_series(0, ${PEOPLE * 70 - 1}) n`,

  `INSERT INTO kept_answers SELECT ${id(`1 + n % ${PEOPLE}`)}, int8send(n), '', ${id('n')}, NULL, now(), $1::date + n * interval '1 second'
   FROM generate_series(1, 20000) n`,

  `INSERT INTO limits SELECT 'calls:' || n, 1, extract(epoch FROM $1::date + n * interval '1 second') * 1000
   FROM generate_series(1, 20000) n`,

  'INSERT INTO calendar_feeds SELECT id, uuid_send(id), now(), now() FROM users',
  `INSERT INTO imports (id, user_id, source, created_at, habits, rejected, content)
   SELECT ${id('n')}, ${id(`1 + n / 5`)}, 'csv', $1::date - n * interval '1 minute', '[]', '[]', '' FROM generate_series(0, ${PEOPLE * 5 - 1}) n`,

  `INSERT INTO imported_habits SELECT ${id(`1 + n / ${HABITS_OF_EACH}`)}, 'loop', n::text, ${id('n')} FROM generate_series(0, ${HABITS - 1}) n`,

  `INSERT INTO canary_rings SELECT $1::date - n * interval '2 minutes', $1::date - n * interval '2 minutes', 1, true
   FROM generate_series(0, 22000) n`,
];

/**
 * A database as it is after a good while of use. Written in one go, and without looking after
 * what refers to what: it is right by itself. `tomorrow` is the first day whose occurrences are to come.
 */
export async function yearsOfUse(tomorrow: string): Promise<TestDatabase> {
  const database = await createTestDatabase();
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(UNLOGGED);
  await client.query(`SET session_replication_role = replica; SET TimeZone = 'UTC'`);
  for (const rows of ROWS) await client.query(rows, rows.includes('$1') ? [tomorrow] : []);
  await client.query('ANALYZE');
  await client.end();
  return database;
}
