import type { Twilio } from 'twilio';
import { FakeTwilio } from './fake-twilio';
import { sdk } from './sdk';
import { ADA, StandIn, TERMS } from './stand-in';

const EVENTS = ['initiated', 'ringing', 'answered', 'completed'];

let now: Date;
let fake: FakeTwilio;
let app: StandIn;
let client: Twilio;

beforeEach(async () => {
  now = new Date('2026-03-02T20:00:00Z');
  fake = await FakeTwilio.start({ ...TERMS, now: () => now });
  app = await StandIn.listening(TERMS.authToken);
  client = sdk(fake.origin, TERMS);
  app.answers['/answer'] = '<Response><Say>Goodbye.</Say></Response>';
});

afterEach(async () => {
  await fake.stop();
  await app.close();
});

describe('a call', () => {
  it('rings, is answered, says what it is given, and tells of each', async () => {
    const { sid } = await order();
    const ring = await fake.ringing(ADA);
    expect(await client.calls(sid).fetch()).toMatchObject({ status: 'ringing', startTime: now });
    now = new Date(now.getTime() + 5000);
    const line = await ring.pickUp();
    await line.ends();
    expect(line.heard).toEqual(['Goodbye.']);
    expect(app.received.map(({ path, parameters }) => [path, parameters.CallStatus])).toEqual([
      ['/status', 'initiated'],
      ['/status', 'ringing'],
      ['/status', 'in-progress'],
      ['/answer', 'in-progress'],
      ['/status', 'completed'],
    ]);
    expect(await client.calls(sid).fetch()).toMatchObject({ status: 'completed', duration: '0', price: null });
  });

  it('signs what it tells, as the SDK checks it, and numbers it', async () => {
    await order();
    await (await fake.ringing(ADA)).pickUp();
    await fake.quiet();
    expect(app.received.every(({ isSigned }) => isSigned)).toBe(true);
    expect(app.told('/status').map(({ SequenceNumber }) => SequenceNumber)).toEqual(['0', '1', '2', '3']);
    expect(app.told('/status')[3]).toMatchObject({
      CallSid: fake.calls[0]!.sid,
      AccountSid: TERMS.accountSid,
      ApiVersion: '2010-04-01',
      CallbackSource: 'call-progress-events',
      Direction: 'outbound-api',
      From: TERMS.from,
      To: ADA,
      ToCountry: 'US',
      Timestamp: 'Mon, 02 Mar 2026 20:00:00 +0000',
      CallDuration: '0',
      SipResponseCode: '200',
    });
  });

  it('tells of the events that were asked for, or of the end alone', async () => {
    await order({ statusCallbackEvent: ['answered'] });
    await (await fake.ringing(ADA)).decline();
    await order({ statusCallbackEvent: undefined });
    await (await fake.ringing(ADA)).decline();
    expect(app.told('/status').map(({ CallStatus }) => CallStatus)).toEqual(['busy']);
  });

  it('asks by GET where that is ordered', async () => {
    await order({ method: 'GET', statusCallbackMethod: 'GET' });
    await (await (await fake.ringing(ADA)).pickUp()).ends();
    expect(fake.calls[0]!.exchanges.map(({ method }) => method)).toEqual(Array(5).fill('GET'));
    expect(app.received.every(({ isSigned }) => isSigned)).toBe(true);
  });

  it.each([
    ['decline', 'busy', '486'],
    ['noAnswer', 'no-answer', '487'],
    ['fail', 'failed', '404'],
  ] as const)('that nobody answers ends so: %s', async (what, status, code) => {
    const { sid } = await order();
    const ring = await fake.ringing(ADA);
    await ring[what]();
    expect(app.told('/status').at(-1)).toMatchObject({ CallStatus: status, SipResponseCode: code, CallDuration: '0' });
    expect(app.told('/answer')).toEqual([]);
    expect(await client.calls(sid).fetch()).toMatchObject({ status });
    await expect(ring.pickUp()).rejects.toThrow('It does not ring.');
  });

  it('is ended by us: canceled while it rings, completed once it is answered', async () => {
    app.answers['/answer'] = '<Response><Gather input="speech"><Say>Done?</Say></Gather></Response>';
    const first = await order();
    await fake.ringing(ADA);
    await client.calls(first.sid).update({ status: 'completed' });
    const second = await order();
    const line = await (await fake.ringing(ADA)).pickUp();
    await client.calls(second.sid).update({ status: 'canceled' });
    expect(line.isOver).toBe(false);
    await client.calls(second.sid).update({ status: 'completed' });
    await line.ends();
    expect(fake.calls.map(({ status }) => status)).toEqual(['canceled', 'completed']);
    expect(app.told('/status').filter(({ CallDuration }) => CallDuration)).toMatchObject([
      { CallStatus: 'canceled', CallSid: first.sid },
      { CallStatus: 'completed', CallSid: second.sid },
    ]);
  });

  it('lasts from the answer to the end, and costs what it is said to', async () => {
    app.answers['/answer'] = '<Response><Gather/></Response>';
    const { sid } = await order();
    const line = await (await fake.ringing(ADA)).pickUp();
    now = new Date(now.getTime() + 61_000);
    await line.hangUp();
    expect(app.told('/status').at(-1)).toMatchObject({ CallDuration: '61', Duration: '2' });
    fake.bill(sid, '-0.0280');
    expect(await client.calls(sid).fetch()).toMatchObject({ duration: '61', price: '-0.0280', priceUnit: 'USD' });
  });

  it('keeps what it asked and what was answered', async () => {
    const { sid } = await order();
    await (await (await fake.ringing(ADA)).pickUp()).ends();
    const events = await client.calls(sid).events.list();
    expect(events).toHaveLength(5);
    expect(events[3]).toMatchObject({
      request: { method: 'POST', url: app.url('/answer'), parameters: { CallSid: sid } },
      response: { response_code: 200, content_type: 'text/xml', response_body: app.answers['/answer'] },
    });
  });

  it('with TwiML of its own asks nobody, and is an announcement', async () => {
    const twiml = '<Response><Say language="en-US">Your code is 1 2 3.</Say><Pause/><Say>Goodbye.</Say></Response>';
    await client.calls.create({ to: ADA, from: TERMS.from, twiml });
    expect(fake.announcements).toEqual([{ to: ADA, text: 'Your code is 1 2 3.  Goodbye.' }]);
    const line = await (await fake.ringing(ADA)).pickUp();
    await line.ends();
    expect(line.heard).toEqual(['Your code is 1 2 3.', 'Goodbye.']);
    expect(app.received).toEqual([]);
  });
});

describe('calls and texts to us', () => {
  it('a call is told with how far its number is vouched for, and answered', async () => {
    fake.number.VoiceUrl = app.url('/voice');
    fake.number.StatusCallback = app.url('/over');
    app.answers['/voice'] = gather('Hello. Have you done it?');
    app.answers['/turn'] = '<Response><Say>Well done.</Say></Response>';
    const line = await fake.callIn(ADA, { verstat: 'TN-Validation-Passed-B' });
    expect(app.told('/voice')).toMatchObject([
      { From: ADA, To: TERMS.from, Direction: 'inbound', CallStatus: 'ringing', StirVerstat: 'TN-Validation-Passed-B' },
    ]);
    await line.say('yes');
    await line.ends();
    expect(line.lastWords).toBe('Well done.');
    expect(app.told('/over')).toMatchObject([{ CallStatus: 'completed' }]);
  });

  it('a call is turned away before it is answered', async () => {
    fake.number.VoiceUrl = app.url('/voice');
    app.answers['/voice'] = '<Response><Reject reason="busy"/></Response>';
    const line = await fake.callIn(ADA);
    expect(line).toMatchObject({ isOver: true, heard: [] });
    expect(fake.calls[0]).toMatchObject({ status: 'busy', answeredAt: null, notifications: [] });
  });

  it('a text is told and answered; after STOP nothing goes out until START', async () => {
    fake.number.SmsUrl = app.url('/sms');
    app.answers['/sms'] = ({ parameters }) => `<Response><Message>Heard: ${parameters.Body}</Message></Response>`;
    expect(await fake.textIn(ADA, 'Hello')).toMatchObject({ status: 200, replies: ['Heard: Hello'] });
    expect(app.received[0]).toMatchObject({ isSigned: true, parameters: { From: ADA, To: TERMS.from, Body: 'Hello' } });
    await fake.textIn(ADA, 'STOP');
    expect(fake.texts).toHaveLength(1);
    const text = { to: ADA, from: TERMS.from, body: 'Your code is 123456.' };
    await expect(client.messages.create(text)).rejects.toMatchObject({ code: 21610 });
    await fake.textIn(ADA, 'START');
    await client.messages.create(text);
  });
});

function gather(words: string): string {
  return `<Response><Gather input="speech" action="/turn"><Say>${words}</Say></Gather></Response>`;
}

function order(more: object = {}) {
  const urls = { url: app.url('/answer'), statusCallback: app.url('/status'), statusCallbackEvent: EVENTS };
  return client.calls.create({ to: ADA, from: TERMS.from, ...urls, ...more });
}
