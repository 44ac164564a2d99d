import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers that were proven, and those whose code is on its way. One number belongs to one person. */
const NUMBERS = `
  CREATE TABLE phones (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    number text NOT NULL,
    number_index text NOT NULL,
    country text NOT NULL,
    type text NOT NULL,
    verified_at timestamptz NOT NULL,
    human_at timestamptz NOT NULL,
    CONSTRAINT phones_of_user UNIQUE (user_id),
    CONSTRAINT phones_number UNIQUE (number_index)
  );
  CREATE INDEX phones_by_key ON phones (split_part(number, '.', 2), id);

  CREATE TABLE phone_verifications (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL REFERENCES users ON DELETE CASCADE,
    number text NOT NULL,
    number_index text NOT NULL,
    country text NOT NULL,
    type text NOT NULL,
    code text NOT NULL,
    by text NOT NULL CHECK (by IN ('sms', 'call')),
    tries integer NOT NULL DEFAULT 0,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    CONSTRAINT phone_verifications_of_user UNIQUE (user_id)
  );
  CREATE INDEX phone_verifications_by_key ON phone_verifications (split_part(number, '.', 2), id);
  CREATE INDEX phone_verifications_code_by_key ON phone_verifications (split_part(code, '.', 2), id);
  CREATE INDEX phone_verifications_by_age ON phone_verifications (expires_at);
`;

/** Evidence outlives the account, so nothing of it refers to the person's row. */
const CONSENTS = `
  CREATE TABLE consents (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('calls')),
    action text NOT NULL CHECK (action IN ('given', 'revoked')),
    version text NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    via text NOT NULL CHECK (via IN ('app', 'call', 'sms', 'phone-removed', 'account-deleted')),
    number_index text,
    evidence text NOT NULL
  );
  CREATE INDEX consents_of_user ON consents (user_id, kind, at, id);
  CREATE INDEX consents_by_age ON consents (at);
  CREATE INDEX consents_by_key ON consents (split_part(evidence, '.', 2), id);

  CREATE TABLE heeded_texts (
    id text PRIMARY KEY,
    at timestamptz NOT NULL
  );
  CREATE INDEX heeded_texts_by_age ON heeded_texts (at);

  CREATE TABLE number_suppressions (
    number_index text PRIMARY KEY,
    since timestamptz NOT NULL,
    via text NOT NULL CHECK (via IN ('call', 'sms')),
    reason text NOT NULL
  );

  ALTER TABLE suppressions DROP CONSTRAINT suppressions_via_check,
    ADD CONSTRAINT suppressions_via_check CHECK (via IN ('app', 'call', 'sms'));
`;

const SETTINGS = `
  ALTER TABLE user_settings
    ADD COLUMN voicemail text NOT NULL DEFAULT 'hang-up' CHECK (voicemail IN ('hang-up', 'leave-word')),
    ADD COLUMN keep_transcripts boolean NOT NULL DEFAULT true;
`;

/** What a call over the telephone knows besides. All may be null or has a constant default: nothing is rewritten. */
const CALLS = `
  ALTER TABLE calls DROP CONSTRAINT calls_purpose_check,
    ADD CONSTRAINT calls_purpose_check CHECK (purpose IN ('due', 'follow-up', 'callback', 'now', 'test', 'inbound')),
    ADD COLUMN late_after timestamptz,
    ADD COLUMN number_index text,
    ADD COLUMN dials integer NOT NULL DEFAULT 0,
    ADD COLUMN unknown_since timestamptz,
    ADD COLUMN absences integer NOT NULL DEFAULT 0,
    ADD COLUMN failure_code text,
    ADD COLUMN consent_id uuid,
    ADD COLUMN time_zone text,
    ADD COLUMN time_zone_known_by text,
    ADD COLUMN disclosed_at timestamptz,
    ADD COLUMN script_version text,
    ADD COLUMN cost numeric,
    ADD COLUMN cost_currency text,
    ADD COLUMN cost_is_final boolean NOT NULL DEFAULT false,
    ADD COLUMN cleared_at timestamptz;
  CREATE UNIQUE INDEX calls_one_live_per_number ON calls (number_index)
    WHERE status IN ('dialing', 'unknown', 'ringing', 'talking');
  CREATE UNIQUE INDEX calls_provider_call ON calls (provider_call_id) WHERE provider_call_id IS NOT NULL;
  CREATE INDEX calls_queued_on_browser ON calls (not_before, user_id) WHERE status = 'queued' AND line = 'browser';
  CREATE INDEX calls_queued_on_telephone ON calls (not_before, user_id) WHERE status = 'queued' AND line = 'telephone';
  DROP INDEX calls_queued;
  CREATE INDEX calls_queued_in_time ON calls (late_after) WHERE status = 'queued' AND line = 'telephone';
  CREATE INDEX calls_expiring_on_telephone ON calls (lease_until)
    WHERE status IN ('dialing', 'unknown', 'ringing', 'talking') AND line = 'telephone';
  CREATE INDEX calls_to_hang_up ON calls (cancel_requested_at)
    WHERE status <> 'ended' AND line = 'telephone' AND cancel_requested_at IS NOT NULL;
  CREATE INDEX calls_to_price ON calls (ended_at)
    WHERE status = 'ended' AND provider_call_id IS NOT NULL AND NOT cost_is_final;
  CREATE INDEX turns_by_age ON turns (at);
  CREATE INDEX call_items_quoted ON call_items (at) WHERE quote IS NOT NULL;
  CREATE INDEX check_ins_quoted ON check_ins (at) WHERE quote IS NOT NULL;
  CREATE INDEX check_ins_quoted_of_user ON check_ins (user_id) WHERE quote IS NOT NULL;
  CREATE INDEX day_quantities_quoted ON day_quantities (at) WHERE quote IS NOT NULL;
  CREATE INDEX day_quantities_quoted_of_user ON day_quantities (user_id) WHERE quote IS NOT NULL;
  CREATE INDEX calls_cleared ON calls (cleared_at) WHERE cleared_at IS NOT NULL;

  CREATE TABLE gathered_talks (
    call_id uuid PRIMARY KEY REFERENCES calls ON DELETE CASCADE,
    turn integer NOT NULL,
    position integer NOT NULL,
    state jsonb NOT NULL,
    answer text NOT NULL,
    at timestamptz NOT NULL
  );
  CREATE INDEX gathered_talks_by_age ON gathered_talks (at);
`;

/** Pace and counters of the account with the provider, shared by all replicas. */
const TELEPHONY = `
  CREATE TABLE telephony_pace (
    account text PRIMARY KEY,
    tokens double precision NOT NULL,
    at timestamptz NOT NULL
  );

  CREATE TABLE telephony_counters (
    kind text NOT NULL,
    key text NOT NULL,
    period timestamptz NOT NULL,
    amount numeric NOT NULL,
    PRIMARY KEY (kind, key, period)
  );
  CREATE INDEX telephony_counters_by_age ON telephony_counters (period);
`;

/** Real calls: to numbers that were proven, of people who agreed, at a pace, within a budget. */
export class Telephone1763884824000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [NUMBERS, CONSENTS, SETTINGS, CALLS, TELEPHONY]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE telephony_counters, telephony_pace, gathered_talks, number_suppressions, heeded_texts, consents, phone_verifications, phones;
      CREATE INDEX calls_queued ON calls (not_before, user_id) WHERE status = 'queued';
      DROP INDEX day_quantities_quoted_of_user, day_quantities_quoted, check_ins_quoted_of_user, check_ins_quoted,
        call_items_quoted, turns_by_age, calls_cleared, calls_to_price, calls_to_hang_up, calls_expiring_on_telephone, calls_queued_in_time,
        calls_queued_on_telephone, calls_queued_on_browser, calls_provider_call, calls_one_live_per_number;
      DELETE FROM calls WHERE purpose = 'inbound';
      ALTER TABLE calls DROP CONSTRAINT calls_purpose_check,
        ADD CONSTRAINT calls_purpose_check CHECK (purpose IN ('due', 'follow-up', 'callback', 'now', 'test')),
        DROP COLUMN late_after, DROP COLUMN number_index, DROP COLUMN dials, DROP COLUMN unknown_since, DROP COLUMN absences,
        DROP COLUMN failure_code, DROP COLUMN consent_id, DROP COLUMN time_zone, DROP COLUMN time_zone_known_by, DROP COLUMN disclosed_at,
        DROP COLUMN script_version, DROP COLUMN cost, DROP COLUMN cost_currency, DROP COLUMN cost_is_final,
        DROP COLUMN cleared_at;
      ALTER TABLE user_settings DROP COLUMN voicemail, DROP COLUMN keep_transcripts;
      DELETE FROM suppressions WHERE via = 'sms';
      ALTER TABLE suppressions DROP CONSTRAINT suppressions_via_check,
        ADD CONSTRAINT suppressions_via_check CHECK (via IN ('app', 'call'));
    `);
  }
}
