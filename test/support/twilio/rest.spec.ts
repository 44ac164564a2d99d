import type { Twilio } from 'twilio';
import { FakeTwilio } from './fake-twilio';
import { sdk } from './sdk';
import { ADA, BOB, TERMS } from './stand-in';

const ORDER = { to: ADA, from: TERMS.from, url: 'http://127.0.0.1:1/answer', timeout: 30 };

let now: Date;
let fake: FakeTwilio;
let client: Twilio;

beforeEach(async () => {
  now = new Date('2026-03-02T20:00:00.700Z');
  fake = await FakeTwilio.start({ ...TERMS, now: () => now });
  client = sdk(fake.origin, TERMS);
});

afterEach(() => fake.stop());

describe('what the SDK asks', () => {
  it('makes a call, and keeps all that was ordered', async () => {
    const call = await client.calls.create({
      ...ORDER,
      statusCallbackEvent: ['initiated', 'completed'],
      timeLimit: 180,
    });
    expect(call).toMatchObject({ to: ADA, from: TERMS.from, status: 'queued', direction: 'outbound-api', price: null });
    expect(call.dateCreated).toEqual(new Date('2026-03-02T20:00:00Z'));
    expect(fake.calls[0]).toMatchObject({ sid: call.sid, createdAt: now });
    expect(fake.calls[0]!.fields).toMatchObject({
      Timeout: '30',
      TimeLimit: '180',
      StatusCallbackEvent: ['initiated', 'completed'],
    });
  });

  it('lists calls by number, caller, status and start, newest first', async () => {
    const first = await client.calls.create(ORDER);
    now = new Date('2026-03-02T20:05:00Z');
    const second = await client.calls.create(ORDER);
    await client.calls.create({ ...ORDER, to: BOB });
    const sids = async (asked: object) => (await client.calls.list(asked)).map(({ sid }) => sid);
    expect(await sids({ to: ADA, from: TERMS.from })).toEqual([second.sid, first.sid]);
    expect(await sids({ to: ADA, startTimeAfter: new Date('2026-03-02T20:04:00Z') })).toEqual([second.sid]);
    expect(await sids({ to: ADA, startTimeBefore: new Date('2026-03-02T20:04:00Z') })).toEqual([first.sid]);
    await client.calls(first.sid).update({ status: 'completed' });
    expect(await sids({ to: ADA, status: 'canceled' })).toEqual([first.sid]);
  });

  it('pages through a list while calls come in', async () => {
    for (let call = 0; call < 5; call += 1) await client.calls.create(ORDER);
    const first = await client.calls.page({ to: ADA, pageSize: 2 });
    await client.calls.create(ORDER);
    const second = await first.nextPage();
    expect([first, second].flatMap((page) => page!.instances.map(({ sid }) => sid))).toEqual(
      [4, 3, 2, 1].map((place) => fake.calls[place]!.sid),
    );
    expect(await client.calls.list({ to: ADA, pageSize: 2 })).toHaveLength(6);
  });

  it('fetches a call, ends it once, and knows no other', async () => {
    const { sid } = await client.calls.create(ORDER);
    expect(await client.calls(sid).fetch()).toMatchObject({ sid, to: ADA });
    expect(await client.calls(sid).update({ status: 'completed' })).toMatchObject({ status: 'canceled' });
    await expect(client.calls(sid).update({ status: 'completed' })).rejects.toMatchObject({ status: 400, code: 21220 });
    await expect(client.calls(`CA${'0'.repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
  });

  it('sends texts, and keeps them', async () => {
    const text = await client.messages.create({ to: ADA, from: TERMS.from, body: 'Your code is 123456.' });
    expect(text).toMatchObject({ status: 'queued', body: 'Your code is 123456.' });
    expect(fake.texts).toMatchObject([{ sid: text.sid, to: ADA, body: 'Your code is 123456.' }]);
  });

  it('tells of the account, its number, and where it may call', async () => {
    expect(await client.api.v2010.accounts(TERMS.accountSid).fetch()).toMatchObject({ status: 'active', type: 'Full' });
    const [number] = await client.incomingPhoneNumbers.list({ phoneNumber: TERMS.from });
    expect(number).toMatchObject({ phoneNumber: TERMS.from, capabilities: { voice: true, sms: true } });
    const changed = await client.incomingPhoneNumbers(number!.sid).update({ voiceUrl: 'https://callivate.test/in' });
    expect(changed).toMatchObject({ voiceUrl: 'https://callivate.test/in', smsUrl: '' });
    expect(await client.incomingPhoneNumbers.list({ phoneNumber: ADA })).toEqual([]);
    const countries = client.voice.v1.dialingPermissions.countries;
    expect((await countries.list()).map(({ isoCode }) => isoCode)).toEqual(['US', 'CA']);
    expect(await countries('US').fetch()).toMatchObject({ name: 'United States', lowRiskNumbersEnabled: true });
    expect(await countries('PT').fetch()).toMatchObject({ lowRiskNumbersEnabled: false });
  });
});

describe('what is refused', () => {
  it.each([
    ['no number', { to: '12' }, 21211],
    ['a number that is not written in full', { to: '(415) 555-0123' }, 21211],
    ['a country that was not opened', { to: '+351912345678' }, 21215],
    ['a caller that is not ours', { from: BOB }, 21210],
    ['nowhere to ask what to say', { url: 'callivate' }, 21205],
    ['a time to ring without end', { timeout: 601 }, 21208],
  ])('a call with %s', async (_what, wrong, code) => {
    await expect(client.calls.create({ ...ORDER, ...wrong })).rejects.toMatchObject({ status: 400, code });
    expect(fake.calls).toEqual([]);
  });

  it.each([
    ['no number', { to: '12' }, 21211],
    ['a country that was not opened', { to: '+351912345678' }, 21408],
    ['a sender that is not ours', { from: BOB }, 21606],
    ['nothing in it', { body: '' }, 21602],
    ['too much in it', { body: 'x'.repeat(1601) }, 21617],
  ])('a text with %s', async (_what, wrong, code) => {
    const text = { to: ADA, from: TERMS.from, body: 'Hello' };
    await expect(client.messages.create({ ...text, ...wrong })).rejects.toMatchObject({ status: 400, code });
    expect(fake.texts).toEqual([]);
  });

  it('whoever has another token', async () => {
    const stranger = sdk(fake.origin, { ...TERMS, authToken: 'another' });
    await expect(stranger.calls.list()).rejects.toMatchObject({ status: 401, code: 20003 });
  });

  it('more calls a second than were agreed, where that is held', async () => {
    const slow = await FakeTwilio.start({ ...TERMS, now: () => now, callsPerSecond: 1 });
    const { calls } = sdk(slow.origin, TERMS);
    await calls.create(ORDER);
    await expect(calls.create(ORDER)).rejects.toMatchObject({ status: 429, code: 20429 });
    now = new Date(now.getTime() + 1000);
    await calls.create(ORDER);
    await slow.stop();
  });
});

describe('what may go wrong with an order', () => {
  it.each([
    ['accept-and-drop', 1],
    ['accept-and-hang', 1],
    ['hang', 0],
  ] as const)('%s: no answer comes', async (fault, made) => {
    fake.does(fault);
    const answer = await Promise.race([client.calls.create(ORDER).catch(() => 'cut'), quiet()]);
    expect(answer).toBe(fault === 'accept-and-drop' ? 'cut' : 'silence');
    expect(fake.calls).toHaveLength(made);
  });

  it.each([
    ['500-after-accepting', 500, 20500, 1],
    ['500-before', 500, 20500, 0],
    ['429', 429, 20429, 0],
    [{ refuse: 21217 }, 400, 21217, 0],
  ] as const)('%j: it is answered so', async (fault, status, code, made) => {
    fake.does(fault);
    await expect(client.calls.create(ORDER)).rejects.toMatchObject({ status, code });
    expect(fake.calls).toHaveLength(made);
    await client.calls.create(ORDER);
  });

  it('call-twice: one order makes two calls', async () => {
    fake.does('call-twice');
    const { sid } = await client.calls.create(ORDER);
    expect(fake.calls).toMatchObject([{ sid, to: ADA }, { to: ADA }]);
  });

  it('is scripted for a number, for some of its orders, or for texts', async () => {
    fake.does('500-before', { number: BOB, times: 2 });
    fake.does('429', { of: 'texts' });
    await client.calls.create(ORDER);
    for (let time = 0; time < 2; time += 1)
      await expect(client.calls.create({ ...ORDER, to: BOB })).rejects.toMatchObject({ status: 500 });
    await client.calls.create({ ...ORDER, to: BOB });
    await expect(client.messages.create({ to: ADA, from: TERMS.from, body: 'Hello' })).rejects.toMatchObject({
      status: 429,
    });
  });

  it('down: nobody is there until it comes back', async () => {
    await fake.goesDown();
    await expect(client.calls.create(ORDER)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await fake.comesBack();
    await client.calls.create(ORDER);
  });
});

describe('what may go wrong with a listing', () => {
  it('it fails', async () => {
    fake.lists('500', { number: ADA });
    expect(await client.calls.list({ to: BOB })).toEqual([]);
    await expect(client.calls.list({ to: ADA })).rejects.toMatchObject({ status: 500, code: 20500 });
    expect(await client.calls.list({ to: ADA })).toEqual([]);
  });

  it('it hangs', async () => {
    fake.lists('hang');
    expect(await Promise.race([client.calls.list(), quiet()])).toBe('silence');
  });

  it('it does not know the newest calls yet', async () => {
    const { sid } = await client.calls.create(ORDER);
    now = new Date(now.getTime() + 1000);
    fake.lists('lagging', { times: 2 });
    await client.calls.create(ORDER);
    for (let time = 0; time < 2; time += 1) expect(await client.calls.list({ to: ADA })).toMatchObject([{ sid }]);
    expect(await client.calls.list({ to: ADA })).toHaveLength(2);
  });
});

/** Long enough for any answer to have come. */
function quiet(): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, 200, 'silence'));
}
