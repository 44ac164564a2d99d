import type { Answer } from '../support/http-client';
import { agree, proveNumber, spokenCode } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import type { Person } from '../support/person';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

const LISBON = 'Europe/Lisbon';
const { mobile, otherMobile, canadian } = NUMBERS;

const READ = [
  ...['/me', '/me/settings', '/me/suppression', '/me/consents', '/me/audit', '/consents/calls'],
  ...['/calls', '/notifications', '/today', '/me/contact.vcf'],
];

describe.each(['relay', 'gather'])('In a life with a telephone, by %s,', (way) => {
  let line: TelephoneWorld;
  let ada: Person;
  const answers: Answer<unknown>[] = [];

  beforeAll(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    await setsUp();
    await isCalled();
    await callsBack();
    await changesTheNumber();
    await isStopped();
    for (const path of READ) answers.push(await (await ada.fresh()).get(path));
  }, 60_000);

  afterAll(() => line.end());

  const settles = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };

  async function setsUp(): Promise<void> {
    answers.push(await ada.api.put('/me/phone', { number: '+1 415 555 26711' }));
    line.twilio.does({ refuse: 21614 }, { of: 'texts' });
    answers.push(await ada.api.put('/me/phone', { number: mobile }));
    answers.push(
      await ada.api.put('/me/phone', { number: mobile }),
      await ada.api.put('/me/phone', { number: mobile }),
    );
    answers.push(await ada.api.post('/me/phone/verification', { code: '000000' }));
    await line.world.passes({ seconds: 30 });
    await proveNumber(line, ada, mobile);
    await agree(ada);
    answers.push(await ada.api.patch('/me/settings', { ringOn: 'phone' }));
  }

  async function isCalled(): Promise<void> {
    await ada.habit('Run', { at: '20:00' });
    line.twilio.does('accept-and-drop');
    await line.world.reaches('2026-03-02T20:00', LISBON);
    await settles();
    const talk = await (await line.twilio.ringing(mobile)).pickUp();
    await talk.say('Hello?');
    await talk.hears(/\?/);
    await talk.say('not yet');
    await talk.hangUp();
    await settles();
    line.twilio.does({ refuse: 21211 });
    await line.world.reaches('2026-03-02T20:31', LISBON);
    await settles();
  }

  async function callsBack(): Promise<void> {
    const stranger = await line.twilio.callIn(otherMobile);
    await stranger.ends();
    const talk = await line.twilio.callIn(mobile);
    await talk.hangUp();
    await settles();
  }

  async function changesTheNumber(): Promise<void> {
    const api = await (await line.world.person('Ada')).fresh();
    answers.push(await api.put('/me/phone', { number: otherMobile, by: 'call' }));
    answers.push(await api.post('/me/phone/verification', { code: spokenCode(line, otherMobile) }));
    await line.world.passes({ seconds: 30 });
    answers.push(await api.put('/me/phone', { number: canadian }));
  }

  async function isStopped(): Promise<void> {
    await line.twilio.textIn(otherMobile, 'STOP');
    await line.twilio.textIn(canadian, 'STOP');
    await line.twilio.textIn(mobile, 'HELP');
    await line.twilio.textIn(mobile, 'START');
  }

  /** Those of the numbers whose digits stand in a text, with or without what people write between them. */
  const numbersIn = (text: string) => {
    const digits = text.replace(/(?<=\d)[ ().-]+(?=\d)/g, '');
    return [mobile, otherMobile, canadian].filter((number) => digits.includes(number.slice(2)));
  };

  it('no number stands in any row of any table', async () => {
    const tables = await line.world.rows<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await line.world.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      found.push(...rows.filter(({ row }) => numbersIn(row).length > 0).map(({ row }) => `${name}: ${row}`));
    }
    expect(tables.length).toBeGreaterThan(40);
    expect(found).toEqual([]);
  });

  it('nor in any line of the log, nor in an address that is called', () => {
    expect(line.world.log.lines.filter((one) => numbersIn(one).length > 0)).toEqual([]);
    const asked = line.twilio.calls.flatMap(({ exchanges }) => exchanges.map(({ url }) => url));
    expect(asked.filter((url) => numbersIn(url).length > 0)).toEqual([]);
  });

  it('nor in any answer, be it a refusal', () => {
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toEqual(expect.arrayContaining([200, 202, 400, 429, 503]));
    expect(answers.map(({ body }) => JSON.stringify(body)).filter((text) => numbersIn(text).length > 0)).toEqual([]);
  });
});
