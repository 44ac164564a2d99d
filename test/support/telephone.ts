import { Timer } from '../../src/modules/calls/relay/timer';
import { Phones } from '../../src/modules/users';
import { newId } from '../../src/platform/database';
import type { TestDatabase } from './database';
import { freePort } from './free-port';
import { FakeTwilio } from './twilio/fake-twilio';
import { World } from './world';

const ACCOUNT = {
  accountSid: `AC${'5e'.repeat(16)}`,
  authToken: 'a-token-of-the-tests-0123456789',
  from: '+14155550100',
};

/** A world with a telephone line, whose other end is a Twilio of our own. */
export interface TelephoneWorld {
  world: World;
  twilio: FakeTwilio;
  /** What another process needs to be on the same line. */
  environment: Record<string, string>;
  end: () => Promise<void>;
}

export async function beginWithTelephone(
  now: string,
  environment: Record<string, string> = {},
  given?: TestDatabase,
): Promise<TelephoneWorld> {
  let world: World | undefined;
  const clock = () => world?.clock.now() ?? new Date(now);
  const twilio = await FakeTwilio.start({ ...ACCOUNT, now: clock });
  const line = { ...lineTo(twilio), PUBLIC_BASE_URL: `http://127.0.0.1:${await freePort()}`, ...environment };
  world = await World.begin(now, line, given);
  nothingTakesTimeToBeSpoken(world);
  twilio.number.VoiceUrl = `${line.PUBLIC_BASE_URL}/twilio/inbound`;
  twilio.number.SmsUrl = `${line.PUBLIC_BASE_URL}/twilio/messages`;
  twilio.number.StatusCallback = `${line.PUBLIC_BASE_URL}/twilio/status`;
  const end = async () => {
    await world?.end();
    await twilio.stop();
  };
  return { world, twilio, environment: line, end };
}

/** The other end is a script: what is said to it is heard at once. */
function nothingTakesTimeToBeSpoken(world: World): void {
  jest.spyOn(world.app.get(Timer), 'onceSpoken').mockImplementation((_, work) => work());
}

/** The variables that lead to it. */
export function lineTo(twilio: FakeTwilio): Record<string, string> {
  return {
    TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
    TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
    TWILIO_FROM_NUMBER: ACCOUNT.from,
    TWILIO_API_BASE_URL: twilio.origin,
  };
}

/** The number of the `place`-th person; no prefix has more than two. */
export function numberOf(place: number): string {
  return `+1415${String(2_000_000 + place * 7_001).padStart(7, '0')}`;
}

/** Gives people verified numbers, by place, and their consent, and lets their calls ring there. Returns the numbers. */
export async function giveTelephones(world: World, userIds: string[]): Promise<string[]> {
  const phones = world.app.get(Phones);
  const now = world.clock.now();
  const rows = userIds.map((userId, place) => {
    const [id, number] = [newId(), numberOf(place)];
    return { id, userId, number, sealed: phones.seal(id, number), index: phones.indexOf(number) };
  });
  const columns = [rows.map(({ id }) => id), userIds, rows.map(({ index }) => index)];
  await world.rows(
    `INSERT INTO phones (id, user_id, number, number_index, country, type, verified_at, human_at)
     SELECT id, user_id, number, number_index, 'US', 'mobile', $5, $5
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) AS p (id, user_id, number_index, number)`,
    [...columns, rows.map(({ sealed }) => sealed), now],
  );
  await world.rows(
    `INSERT INTO consents (id, user_id, kind, action, version, text, at, via, number_index, evidence)
     SELECT id, user_id, 'calls', 'given', 'calls-1-en', 'Yes.', $4, 'app', number_index, 'none'
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS c (id, user_id, number_index)`,
    [...columns, now],
  );
  await world.rows(`UPDATE user_settings SET ring_on = 'phone' WHERE user_id = ANY($1)`, [userIds]);
  return rows.map(({ number }) => number);
}
