import type { Twilio } from 'twilio';
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
});

afterEach(async () => {
  await fake.stop();
  await app.close();
});

it('is gathered turn by turn, by word and by key', async () => {
  app.answers['/answer'] = gather('Have you done it?');
  app.answers['/turn'] = ({ parameters }) =>
    parameters.SpeechResult ? gather(`You said ${parameters.SpeechResult}. Sure?`) : '<Response><Hangup/></Response>';
  const line = await pickUp();
  await line.say('yes');
  expect(line.lastWords).toBe('You said yes. Sure?');
  await line.press('1');
  await line.ends();
  expect(app.told('/turn')).toMatchObject([
    { SpeechResult: 'yes', Confidence: '0.92', CallStatus: 'in-progress' },
    { Digits: '1' },
  ]);
  expect(fake.calls[0]!.verb('Gather')!.attributes).toMatchObject({ numDigits: '1', input: 'speech dtmf' });
});

it('goes on after silence, or asks again where that is wanted', async () => {
  const asking = gather('Have you done it?');
  app.answers['/answer'] = asking.replace(
    '</Gather>',
    '</Gather><Say>Nobody is there.</Say><Redirect>/again</Redirect>',
  );
  app.answers['/again'] = asking.replace('<Gather', '<Gather actionOnEmptyResult="true"');
  app.answers['/turn'] = '<Response/>';
  const line = await pickUp();
  await line.staySilent();
  expect(line.heard).toEqual(['Have you done it?', 'Nobody is there.', 'Have you done it?']);
  await line.staySilent();
  await line.ends();
  expect(app.told('/turn')).toMatchObject([{ Digits: '' }]);
});

it('listens to what it is told to alone', async () => {
  app.answers['/answer'] = '<Response><Gather input="speech"/></Response>';
  const line = await pickUp();
  await expect(line.press('1')).rejects.toThrow('Nobody listens');
  await line.hangUp();
});

it.each([
  ['is not well formed', '<Response><Say>Fish & chips</Say></Response>', 12100],
  ['has another root', '<Answer/>', 12102],
  ['has a verb that there is not', '<Response><Shout>Hello</Shout></Response>', 12200],
  ['has a verb where it does not belong', '<Response><Say><Gather/></Say></Response>', 12200],
  ['has an attribute that there is not', '<Response><Say loud="yes">Hello</Say></Response>', 12200],
  ['connects to nowhere', '<Response><Connect><ConversationRelay/></Connect></Response>', 12200],
  ['is a failure', 500, 11200],
  ['is nothing', 204, 12300],
])('that %s fails the call, and is noted', async (_what, answer, code) => {
  app.answers['/answer'] = answer;
  const line = await pickUp();
  await line.ends();
  expect(fake.calls[0]).toMatchObject({ status: 'completed', notifications: [{ code }] });
  expect(line.heard).toEqual(['We are sorry, an application error has occurred. Goodbye.']);
});

it('is no TwiML by another content type, nor without an end', async () => {
  app.contentType = 'application/json';
  await (await pickUp()).ends();
  app.contentType = 'text/xml';
  app.answers['/answer'] = '<Response><Redirect>/answer</Redirect></Response>';
  await (await pickUp()).ends();
  expect(fake.calls.map(({ notifications: [one] }) => one?.code)).toEqual([12300, 12110]);
});

function gather(words: string): string {
  const attributes = `input="speech dtmf" numDigits="1" action="${app.url('/turn')}" speechTimeout="auto" hints="yes, no"`;
  return `<Response><Gather ${attributes}><Say>${words}</Say></Gather></Response>`;
}

async function pickUp() {
  await client.calls.create({ to: ADA, from: TERMS.from, url: app.url('/answer') });
  return (await fake.ringing(ADA)).pickUp();
}
