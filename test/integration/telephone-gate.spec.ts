import type { Call } from '../../src/modules/calls';
import { crowd } from '../support/crowd';
import { beginWithTelephone, giveTelephones } from '../support/telephone';

/** What is wrong with Ada's telephone or her wish, as rows; and which no of the gate follows. */
const CASES: [code: string, statement: string][] = [
  ['suppressed', `INSERT INTO suppressions (user_id, since, via, reason) SELECT id, now(), 'app', 'No.' FROM users`],
  ['suppressed', `INSERT INTO number_suppressions SELECT number_index, now(), 'sms', 'Asked.' FROM phones`],
  ['number-not-verified', 'DELETE FROM phones'],
  ['number-not-proven-lately', `UPDATE phones SET human_at = human_at - interval '46 days'`],
  ['country-not-allowed', `UPDATE phones SET country = 'JM'`],
  ['number-type-not-allowed', `UPDATE phones SET type = 'pager'`],
  ['unreadable', `UPDATE phones SET number = 'v1.gone.x.y'`],
  ['no-consent', 'DELETE FROM consents'],
  ['no-consent', `UPDATE consents SET number_index = 'another'`],
  [
    'no-consent',
    `INSERT INTO consents (id, user_id, kind, action, version, text, at, via, number_index, evidence)
     SELECT gen_random_uuid(), user_id, kind, 'revoked', version, text, at + interval '1 s', 'app', number_index, 'x' FROM consents`,
  ],
  ['outside-window', `UPDATE user_settings SET calling_window = '{"start": "08:00", "end": "19:00", "days": {}}'`],
  [
    'outside-window',
    `UPDATE user_settings SET calling_window = '{"start": "08:00", "end": "21:00", "days": {"MO": null}}'`,
  ],
  ['silent', `UPDATE user_settings SET silent_until = '2026-03-02T20:00:00Z'`],
  ['time-zone-unknown', 'UPDATE users SET time_zone = NULL'],
  [
    'daily-cap',
    `INSERT INTO calls (id, user_id, line, purpose, attempt, status, ending, not_before, queued_at, dialed_at, ended_at, settled_at)
     SELECT gen_random_uuid(), id, 'telephone', 'now', 1, 'ended', 'no-answer', m, m, m, m, m
     FROM users, (SELECT '2026-03-02T17:00:00Z'::timestamptz AS m) AS earlier, generate_series(1, 10)`,
  ],
  [
    'number-cap',
    `INSERT INTO telephony_counters SELECT 'calls-to-number', number_index, '2026-03-02T00:00:00Z', 15 FROM phones`,
  ],
  ['prefix-cap', `INSERT INTO telephony_counters VALUES ('calls-to-prefix', '+1415200', '2026-03-02T19:00:00Z', 120)`],
  [
    'person-budget',
    `INSERT INTO telephony_counters SELECT 'spent-by-person', id::text, '2026-03-01T00:00:00Z', 24.8 FROM users`,
  ],
  ['budget', `INSERT INTO telephony_counters VALUES ('spent', 'all', '2026-03-01T00:00:00Z', 499.8)`],
];

describe('The gate of the telephone', () => {
  it.each(CASES)('says %s, and the call is stored with it, and she is told', async (code, statement) => {
    const line = await beginWithTelephone('2026-03-02T18:00:00Z');
    const { world, twilio } = line;
    const ada = await crowd(world, 1, [{ title: 'Run', at: '19:00' }]);
    await giveTelephones(world, ada);
    await world.rows(statement);
    await world.reaches('2026-03-02T19:00', 'Europe/Lisbon');
    await world.time.work();

    const [call, ...others] = await world.rows<Call>(`SELECT * FROM calls WHERE purpose = 'due'`);
    expect(call).toMatchObject({ ending: 'refused', refusalCode: code, dialedAt: null });
    expect(call?.refusalReason).toMatch(/^[A-Z].*\.$/);
    expect(call?.settledAt).not.toBeNull();
    expect(others).toEqual([]);
    const messages = await world.rows<{ body: string }>('SELECT body FROM messages');
    expect(messages).toEqual([{ body: `${call?.refusalReason} Done?` }]);
    expect(twilio.calls).toEqual([]);
    await line.end();
  });
});
