import type { MigrationInterface, QueryRunner } from 'typeorm';

const PEOPLE = `
  CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL,
    name text,
    avatar_url text,
    time_zone text,
    locale text NOT NULL DEFAULT 'en',
    onboarding_completed boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE UNIQUE INDEX users_email ON users (lower(email));

  CREATE TABLE user_settings (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    ring_on text NOT NULL DEFAULT 'app' CHECK (ring_on IN ('app', 'phone')),
    app_rings text NOT NULL DEFAULT 'any-hour' CHECK (app_rings IN ('any-hour', 'calling-window')),
    calling_window jsonb NOT NULL DEFAULT '{"start": "08:00", "end": "21:00", "days": {}}',
    follow_up_minutes integer NOT NULL DEFAULT 30,
    grace_minutes integer NOT NULL DEFAULT 120,
    day_ends_at text NOT NULL DEFAULT '00:00',
    time_format text NOT NULL DEFAULT '24h' CHECK (time_format IN ('24h', '12h')),
    language text NOT NULL DEFAULT 'en',
    silent_until timestamptz,
    default_voice_id text,
    version integer NOT NULL DEFAULT 1
  );

  CREATE TABLE suppressions (
    user_id uuid PRIMARY KEY REFERENCES users ON DELETE CASCADE,
    since timestamptz NOT NULL,
    via text NOT NULL CHECK (via IN ('app', 'call')),
    reason text NOT NULL,
    quote text
  );
`;

const SESSIONS = `
  CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    authenticated_at timestamptz NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  CREATE INDEX sessions_of_user ON sessions (user_id);

  CREATE TABLE refresh_tokens (
    hash bytea PRIMARY KEY,
    session_id uuid NOT NULL REFERENCES sessions ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX refresh_tokens_of_session ON refresh_tokens (session_id);
`;

const HABITS = `
  CREATE TABLE habits (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    title text NOT NULL,
    description text,
    kind text NOT NULL CHECK (kind IN ('yes-no', 'numeric')),
    target_value numeric,
    target_unit text,
    target_direction text CHECK (target_direction IN ('at-least', 'at-most')),
    start_date date NOT NULL,
    end_date date,
    times text[] NOT NULL,
    recurrence text,
    time_zone text,
    channel text NOT NULL CHECK (channel IN ('call', 'push')),
    late_minutes integer NOT NULL DEFAULT 10,
    voice_id text,
    archived_at timestamptz,
    planned_until timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL
  );
  CREATE INDEX habits_of_user ON habits (user_id, created_at, id);
  CREATE INDEX habits_to_plan ON habits (planned_until) WHERE planned_until IS NOT NULL;

  CREATE TABLE habit_pauses (
    id uuid PRIMARY KEY,
    habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    started_at timestamptz NOT NULL,
    ended_at timestamptz
  );
  CREATE UNIQUE INDEX habit_pauses_running ON habit_pauses (habit_id) WHERE ended_at IS NULL;

  CREATE TABLE occurrences (
    id uuid PRIMARY KEY,
    habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    local_date date NOT NULL,
    local_time text NOT NULL,
    time_zone text NOT NULL,
    day date NOT NULL,
    due_at timestamptz NOT NULL,
    status text NOT NULL CHECK (status IN ('planned', 'due', 'completed', 'skipped', 'missed')),
    closes_at timestamptz NOT NULL,
    reached_at timestamptz,
    callback_at timestamptz,
    planned_at timestamptz NOT NULL,
    dispatched_at timestamptz,
    closed_at timestamptz,
    CONSTRAINT occurrences_local_moment UNIQUE (habit_id, local_date, local_time)
  );
  CREATE INDEX occurrences_to_dispatch ON occurrences (due_at, user_id) WHERE status = 'planned';
  CREATE INDEX occurrences_to_close ON occurrences (closes_at, user_id) WHERE status = 'due';
  CREATE INDEX occurrences_of_user ON occurrences (user_id, day, due_at);
  CREATE INDEX occurrences_of_habit ON occurrences (habit_id, day, status);
  CREATE INDEX occurrences_open_of_habit ON occurrences (habit_id, due_at) WHERE status IN ('planned', 'due');

  CREATE TABLE check_ins (
    id uuid PRIMARY KEY,
    occurrence_id uuid NOT NULL REFERENCES occurrences ON DELETE CASCADE,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('completed', 'skipped', 'missed')),
    via text NOT NULL CHECK (via IN ('app', 'call', 'push', 'sync', 'import')),
    at timestamptz NOT NULL,
    quantity numeric,
    quote text,
    reason text,
    note text,
    superseded_at timestamptz
  );
  CREATE UNIQUE INDEX check_ins_current ON check_ins (occurrence_id) WHERE superseded_at IS NULL;
  CREATE INDEX check_ins_of_occurrence ON check_ins (occurrence_id, at);
`;

const MESSAGES = `
  CREATE TABLE messages (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    kind text NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    occurrence_ids uuid[] NOT NULL DEFAULT '{}',
    cause text NOT NULL,
    created_at timestamptz NOT NULL,
    sent_at timestamptz,
    canceled_at timestamptz,
    CONSTRAINT messages_once_per_cause UNIQUE (user_id, cause)
  );
  CREATE INDEX messages_of_user ON messages (user_id, created_at, id);
  CREATE INDEX messages_to_send ON messages (created_at) WHERE sent_at IS NULL AND canceled_at IS NULL;
  CREATE INDEX messages_unsent_of_user ON messages (user_id) WHERE sent_at IS NULL AND canceled_at IS NULL;
`;

const CALLS = `
  CREATE TABLE calls (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    line text NOT NULL CHECK (line IN ('browser', 'telephone')),
    purpose text NOT NULL CHECK (purpose IN ('due', 'follow-up', 'callback', 'now', 'test')),
    attempt integer NOT NULL,
    follows uuid REFERENCES calls ON DELETE CASCADE,
    status text NOT NULL CHECK (status IN ('queued', 'dialing', 'unknown', 'ringing', 'talking', 'ended')),
    ending text CHECK (ending IN
      ('answered', 'no-answer', 'busy', 'declined', 'voicemail', 'failed', 'lost', 'refused', 'canceled')),
    refusal_code text,
    refusal_reason text,
    not_before timestamptz NOT NULL,
    lease_token uuid,
    lease_until timestamptz,
    relay_ticket_hash bytea,
    provider_call_id text,
    queued_at timestamptz NOT NULL,
    dialed_at timestamptz,
    ringing_at timestamptz,
    answered_at timestamptz,
    connected_at timestamptz,
    ended_at timestamptz,
    settled_at timestamptz,
    cancel_requested_at timestamptz,
    CHECK ((status = 'ended') = (ending IS NOT NULL))
  );
  CREATE UNIQUE INDEX calls_one_live_per_person ON calls (user_id)
    WHERE status IN ('dialing', 'unknown', 'ringing', 'talking');
  CREATE UNIQUE INDEX calls_settled_once ON calls (follows, purpose, not_before);
  CREATE UNIQUE INDEX calls_relay_ticket ON calls (relay_ticket_hash) WHERE relay_ticket_hash IS NOT NULL;
  CREATE INDEX calls_queued ON calls (not_before, user_id) WHERE status = 'queued';
  CREATE INDEX calls_unended_of_user ON calls (user_id) WHERE status <> 'ended';
  CREATE INDEX calls_expiring ON calls (lease_until) WHERE status IN ('dialing', 'unknown', 'ringing', 'talking');
  CREATE INDEX calls_to_settle ON calls (ended_at) WHERE status = 'ended' AND settled_at IS NULL;
  CREATE INDEX calls_of_user ON calls (user_id, queued_at, id);

  CREATE TABLE call_items (
    call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
    position integer NOT NULL,
    habit_id uuid NOT NULL REFERENCES habits ON DELETE CASCADE,
    occurrence_id uuid REFERENCES occurrences ON DELETE CASCADE,
    late_after timestamptz NOT NULL,
    left_out text,
    meaning text,
    quote text,
    quantity numeric,
    call_back_at timestamptz,
    at timestamptz,
    PRIMARY KEY (call_id, position)
  );
  CREATE UNIQUE INDEX call_items_once_per_occurrence ON call_items (call_id, occurrence_id);
  CREATE INDEX call_items_of_occurrence ON call_items (occurrence_id);
  CREATE INDEX call_items_of_habit ON call_items (habit_id);

  CREATE TABLE turns (
    call_id uuid NOT NULL REFERENCES calls ON DELETE CASCADE,
    position integer NOT NULL,
    speaker text NOT NULL CHECK (speaker IN ('callivate', 'person')),
    text text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (call_id, position)
  );
`;

const CHANGE_LOG = `
  CREATE TABLE changes (
    transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
    sequence bigserial NOT NULL,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    topic text NOT NULL,
    data jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (transaction_id, sequence)
  );
  CREATE INDEX changes_of_user ON changes (user_id, transaction_id, sequence);
  CREATE INDEX changes_by_age ON changes (created_at);
`;

/** All that the first ring needs: people, sessions, habits and their occurrences, messages, calls, and the change log. */
export class Foundation1763884800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PEOPLE, SESSIONS, HABITS, MESSAGES, CALLS, CHANGE_LOG]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE changes, turns, call_items, calls, messages, check_ins, occurrences, habit_pauses, habits,
        refresh_tokens, sessions, suppressions, user_settings, users
    `);
  }
}
