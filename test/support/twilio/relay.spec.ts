import type { Twilio } from 'twilio';
import type { WebSocket } from 'ws';
import { FakeTwilio } from './fake-twilio';
import { sdk } from './sdk';
import { ADA, StandIn, TERMS } from './stand-in';

let fake: FakeTwilio;
let app: StandIn;
let client: Twilio;

beforeEach(async () => {
  fake = await FakeTwilio.start(TERMS);
  app = await StandIn.listening(TERMS.authToken);
  client = sdk(fake.origin, TERMS);
  app.answers['/answer'] = relay();
  app.answers['/over'] = '<Response/>';
});

afterEach(async () => {
  await fake.stop();
  await app.close();
});

it('is opened with a signature and set up with what it is about', async () => {
  await (await pickUp()).hangUp();
  expect(app.relayed).toEqual([
    {
      type: 'setup',
      sessionId: expect.stringMatching(/^VX[0-9a-f]{32}$/),
      accountSid: TERMS.accountSid,
      parentCallSid: '',
      callSid: fake.calls[0]!.sid,
      from: TERMS.from,
      to: ADA,
      forwardedFrom: '',
      callType: 'PSTN',
      callerName: '',
      direction: 'outbound-api',
      callStatus: 'IN-PROGRESS',
      customParameters: { ticket: 'abc' },
    },
  ]);
  expect(fake.calls[0]!.verb('ConversationRelay')!.attributes).toMatchObject({
    voice: 'Joanna',
    dtmfDetection: 'true',
  });
});

it('carries words, keys and interruptions one way, and sentences the other', async () => {
  app.converse = (message, socket) => {
    if (message.type === 'prompt' && message.last) say(socket, 'Well done. ', 'Was it good?');
    if (message.type === 'dtmf') say(socket, 'Thank you.');
  };
  const line = await pickUp();
  line.begin('Well');
  await line.say('yes');
  expect(line.heard).toEqual(['Well done.', 'Was it good?']);
  await line.interrupt('very', 'Was it');
  await line.press('1');
  expect(app.relayed.slice(1)).toEqual([
    { type: 'prompt', voicePrompt: 'Well', lang: 'en-GB', last: false },
    { type: 'prompt', voicePrompt: 'yes', lang: 'en-GB', last: true },
    { type: 'interrupt', utteranceUntilInterrupt: 'Was it', durationUntilInterruptMs: 460 },
    { type: 'prompt', voicePrompt: 'very', lang: 'en-GB', last: true },
    { type: 'dtmf', digit: '1' },
  ]);
  expect(line.utterances).toEqual(['Well done. Was it good?', 'Well done. Was it good?', 'Thank you.']);
  await line.hangUp();
});

it('ends by our word, with what we hand over, and goes on by the TwiML that follows', async () => {
  app.answers['/over'] = '<Response><Say>Goodbye.</Say></Response>';
  app.converse = ({ type }, socket) => {
    if (type === 'prompt') socket.send(JSON.stringify({ type: 'end', handoffData: '{"done":true}' }));
  };
  const line = await pickUp();
  await line.say('yes');
  await line.ends();
  expect(line.heard).toEqual(['Goodbye.']);
  expect(app.told('/over')).toMatchObject([
    { CallStatus: 'in-progress', SessionStatus: 'ended', SessionDuration: '0', HandoffData: '{"done":true}' },
  ]);
  expect(fake.calls[0]!.notifications).toEqual([]);
});

it('ends when the person hangs up', async () => {
  const line = await pickUp();
  await line.hangUp();
  expect(app.told('/over')).toMatchObject([{ CallStatus: 'completed', SessionStatus: 'completed' }]);
  expect(app.received.map(({ path }) => path)).toEqual(['/answer', '/over', '/status']);
});

it('fails when the connection breaks, or we close it without a word', async () => {
  const torn = await pickUp();
  torn.breakOff();
  await torn.ends();
  app.converse = (_message, socket) => socket.close(1011);
  await (await pickUp()).ends();
  expect(app.told('/over')).toMatchObject([
    { CallStatus: 'in-progress', SessionStatus: 'failed', ErrorCode: '64105' },
    { CallStatus: 'in-progress', SessionStatus: 'failed', ErrorCode: '64105' },
  ]);
});

it('comes through a proxy to where we are, signed for where we seem to be', async () => {
  app.outside = 'https://callivate.test';
  fake.reaches(app.outside, app.origin);
  app.answers['/answer'] = relay();
  const line = await pickUp();
  expect(fake.calls[0]!.verb('ConversationRelay')!.attributes.url).toBe('wss://callivate.test/relay?a=1&b=2');
  await line.hangUp();
  expect(app.relayed).toMatchObject([{ type: 'setup' }]);
  expect(app.received.map(({ path, isSigned }) => [path, isSigned])).toEqual([
    ['/answer', true],
    ['/over', true],
    ['/status', true],
  ]);
});

it('fails when it is not let in', async () => {
  app.answers['/answer'] = relay().replace(app.relayUrl(''), 'ws://127.0.0.1:1');
  const line = await pickUp();
  await line.ends();
  expect(app.told('/over')).toMatchObject([{ SessionStatus: 'failed', ErrorCode: '64102' }]);
  expect(fake.calls[0]!.notifications).toMatchObject([{ code: 64102 }]);
});

it.each([
  ['another type', { type: 'shout', token: 'Hello' }],
  ['no token', { type: 'text', last: true }],
  ['a field that there is not', { type: 'text', token: 'Hello', last: true, loud: true }],
  ['an object handed over', { type: 'end', handoffData: { done: true } }],
])('does not carry out a message with %s, and says so', async (_what, wrong) => {
  const told = new Promise((resolve) => {
    app.converse = ({ type, description }, socket) => {
      if (type === 'prompt') socket.send(JSON.stringify(wrong));
      if (type === 'error') resolve(description);
    };
  });
  const line = await pickUp();
  line.give({ said: 'yes' });
  expect(await told).toBe(`Invalid message received: ${JSON.stringify(wrong)}`);
  expect(fake.calls[0]!.notifications).toMatchObject([{ code: 64107 }]);
  expect(line).toMatchObject({ heard: [], isOver: false });
  await line.hangUp();
});

it('hears no key where none are listened for', async () => {
  app.answers['/answer'] = relay().replace(' dtmfDetection="true"', '');
  const line = await pickUp();
  await expect(line.press('1')).rejects.toThrow('Nobody listens');
  await line.hangUp();
});

it('greets by itself where that is wanted', async () => {
  app.answers['/answer'] = relay().replace(
    ' dtmfDetection',
    ' welcomeGreeting="Hello, it is Callivate." dtmfDetection',
  );
  const line = await pickUp();
  expect(line.heard).toEqual(['Hello, it is Callivate.']);
  await line.hangUp();
});

function relay(): string {
  const attributes = `url="${app.relayUrl('/relay?a=1&amp;b=2')}" language="en-GB" voice="Joanna" dtmfDetection="true"`;
  const inside = '<Parameter name="ticket" value="abc"/><Language code="pt-PT" voice="Ines"/>';
  return `<Response><Connect action="/over"><ConversationRelay ${attributes}>${inside}</ConversationRelay></Connect></Response>`;
}

async function pickUp() {
  const urls = { url: app.url('/answer'), statusCallback: app.url('/status') };
  await client.calls.create({ to: ADA, from: TERMS.from, ...urls });
  return (await fake.ringing(ADA)).pickUp();
}

function say(socket: WebSocket, ...sentences: string[]): void {
  for (const [place, token] of sentences.entries())
    socket.send(JSON.stringify({ type: 'text', token, last: place === sentences.length - 1, lang: 'en-GB' }));
}
