import type { Twilio } from 'twilio';
import { FakeTwilio } from './fake-twilio';
import { sdk } from './sdk';
import { ADA, BOB, StandIn, TERMS } from './stand-in';

let fake: FakeTwilio;
let app: StandIn;
let client: Twilio;

beforeEach(async () => {
  fake = await FakeTwilio.start(TERMS);
  app = await StandIn.listening(TERMS.authToken);
  client = sdk(fake.origin, TERMS);
  app.answers['/answer'] = '<Response><Say>Goodbye.</Say></Response>';
});

afterEach(async () => {
  await fake.stop();
  await app.close();
});

it.each([
  ['duplicate', ['initiated', 'initiated', 'ringing', 'busy']],
  ['reorder', ['ringing', 'initiated', 'busy']],
  ['drop', ['ringing', 'busy']],
] as const)('%s: so it is told', async (fault, told) => {
  fake.tells(fault);
  await order();
  await (await fake.ringing(ADA)).decline();
  expect(statuses()).toEqual(told);
});

it('late: it is told when a test says so', async () => {
  fake.tells('late', { about: 'ringing' });
  await order();
  await (await fake.ringing(ADA)).decline();
  expect(statuses()).toEqual(['initiated', 'busy']);
  await fake.tellsLate();
  expect(statuses()).toEqual(['initiated', 'busy', 'ringing']);
  expect(app.told('/status')[2]).toMatchObject({ SequenceNumber: '1' });
});

it('wrong-signature: it is told, and can be refused', async () => {
  fake.tells('wrong-signature', { times: 2 });
  await order();
  await (await fake.ringing(ADA)).decline();
  expect(app.received.map(({ isSigned }) => isSigned)).toEqual([false, false, true]);
  expect(fake.calls[0]!.exchanges.map(({ answer }) => answer!.status)).toEqual([403, 403, 204]);
});

it('slow: its body comes after its head', async () => {
  fake.tells({ slow: 100 });
  const begun = performance.now();
  await order();
  await fake.ringing(ADA);
  expect(performance.now() - begun).toBeGreaterThan(90);
  expect(app.received.every(({ isSigned }) => isSigned)).toBe(true);
});

it('asks twice for the same turn, and goes by the second answer', async () => {
  let asked = 0;
  app.answers['/answer'] = () => {
    asked += 1;
    return `<Response><Say>${asked}</Say></Response>`;
  };
  fake.tells('duplicate', { about: 'voice' });
  await order();
  const line = await (await fake.ringing(ADA)).pickUp();
  await line.ends();
  expect(line.heard).toEqual(['2']);
  expect(app.told('/answer')).toHaveLength(2);
});

it('is scripted for a number, and forgotten when all is to be well', async () => {
  fake.tells('drop', { number: BOB, times: 10 });
  await order();
  await (await fake.ringing(ADA)).decline();
  expect(statuses()).toEqual(['initiated', 'ringing', 'busy']);
  await order(BOB);
  await fake.ringing(BOB);
  expect(statuses()).toHaveLength(3);
  fake.behaves();
  await (await fake.ringing(BOB)).decline();
  expect(statuses()).toHaveLength(4);
});

it('repeats the very same', async () => {
  await order();
  await (await fake.ringing(ADA)).decline();
  const { answer } = await fake.repeats(fake.calls[0]!.exchanges[1]!);
  expect(answer!.status).toBe(204);
  expect(app.received.at(-1)).toEqual(app.received[1]);
});

it('has told of the ring before it answers the order, where that is scripted', async () => {
  fake.does('webhook-before-answer');
  const told = order().then(statuses);
  expect(await told).toEqual(['initiated', 'ringing']);
});

it('rings both phones of an order that makes two calls', async () => {
  fake.does('call-twice');
  await order();
  await (await fake.ringing(ADA)).decline();
  await (await fake.ringing(ADA)).decline();
  expect(new Set(app.told('/status').map(({ CallSid }) => CallSid)).size).toBe(2);
});

it('goes on with its calls while its API is down', async () => {
  await order();
  await fake.goesDown();
  const line = await (await fake.ringing(ADA)).pickUp();
  await line.ends();
  expect(statuses()).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
});

it('is not stopped by an application that is gone', async () => {
  const url = 'http://127.0.0.1:1/status';
  await client.calls.create({
    to: ADA,
    from: TERMS.from,
    url,
    statusCallback: url,
    statusCallbackEvent: ['initiated'],
  });
  const line = await (await fake.ringing(ADA)).pickUp();
  await line.ends();
  expect(fake.calls[0]).toMatchObject({ status: 'completed', notifications: [{ code: 11200 }] });
  expect(fake.calls[0]!.exchanges).toMatchObject([{ answer: null }, { answer: null }]);
});

function statuses(): (string | undefined)[] {
  return app.told('/status').map(({ CallStatus }) => CallStatus);
}

function order(to = ADA) {
  const statusCallbackEvent = ['initiated', 'ringing', 'answered', 'completed'];
  const urls = { url: app.url('/answer'), statusCallback: app.url('/status'), statusCallbackEvent };
  return client.calls.create({ to, from: TERMS.from, ...urls });
}
