import { FakeTwilio } from './fake-twilio';
import { sdk } from './sdk';
import { ADA, StandIn, TERMS } from './stand-in';
import { Terminal } from './terminal';

let fake: FakeTwilio;
let app: StandIn;
let printed: string[];
let wanted: { pattern: RegExp; found: () => void } | null;

beforeEach(async () => {
  fake = await FakeTwilio.start({ ...TERMS, realTime: true });
  app = await StandIn.listening(TERMS.authToken);
  app.answers['/answer'] = gather('Have you done it?');
  app.answers['/turn'] = '<Response><Say>Well done.</Say></Response>';
  printed = [];
  wanted = null;
});

afterEach(async () => {
  await fake.stop();
  await app.close();
});

it('lets who sits there pick up, talk and press keys', async () => {
  const terminal = open(true);
  const rings = shows(/Your phone rings/);
  await order();
  await rings;
  await terminal.take('');
  const over = shows(/over {7}completed/);
  await terminal.take('1');
  await over;
  expect(app.told('/turn')).toMatchObject([{ Digits: '1' }]);
  expect(told()).toEqual([
    'order      rings for 1 s',
    'webhook    ringing → 204',
    'rings',
    'webhook    voice → 200',
    'Callivate: Have you done it?',
    'person:    [1]',
    'webhook    gather → 200',
    'Callivate: Well done.',
    'over       completed',
  ]);
});

it.each([
  ['/busy', /over {7}busy/],
  ['/noanswer', /over {7}no-answer/],
])('lets who sits there refuse: %s', async (typed, ending) => {
  const terminal = open(true);
  const rings = shows(/Your phone rings/);
  await order();
  await rings;
  const over = shows(ending);
  await terminal.take(typed);
  await over;
});

it('lets a phone ring out by the clock on the wall', async () => {
  open(true);
  const over = shows(/over {7}no-answer/);
  await order();
  await over;
});

it('calls and texts Callivate, and shows what does not work', async () => {
  const terminal = open(true);
  await terminal.take('/call');
  await terminal.take('/hangup');
  await terminal.take('hello');
  expect(printed).toEqual([
    'The number of the account has no VoiceUrl.',
    '/hangup is nothing that can be done now.',
    'Nobody is on the line.',
  ]);
  fake.number.VoiceUrl = app.url('/answer');
  fake.number.SmsUrl = app.url('/sms');
  await terminal.take(`/text ${ADA} STOP it`);
  expect(app.told('/sms')).toMatchObject([{ From: ADA, Body: 'STOP it' }]);
  await terminal.take('/call');
  const over = shows(/over/);
  await terminal.take('yes');
  await over;
  expect(app.told('/turn')).toMatchObject([{ From: ADA, SpeechResult: 'yes' }]);
});

it('plays somebody willing when nobody sits there', async () => {
  const terminal = open(false);
  fake.number.VoiceUrl = app.url('/answer');
  const over = shows(/over/);
  await terminal.take(`/call ${ADA}`);
  await over;
  expect(told()).toContain('person:    yes');
});

it('shows the texts we send', async () => {
  open(false);
  await sdk(fake.origin, TERMS).messages.create({ to: ADA, from: TERMS.from, body: 'Your code is 123456.' });
  expect(told()).toEqual(['text       Your code is 123456.']);
});

function open(isInteractive: boolean): Terminal {
  return new Terminal(fake, isInteractive, (line) => {
    printed.push(line);
    if (wanted?.pattern.test(line)) wanted.found();
  });
}

/** Resolves when such a line is printed. */
function shows(pattern: RegExp): Promise<void> {
  return new Promise((found) => {
    wanted = { pattern, found };
  });
}

/** What was shown of what happened, without time and number. */
function told(): string[] {
  return printed.filter((line) => line.includes(ADA)).map((line) => line.slice(`00:00:00  ${ADA}  `.length));
}

function gather(words: string): string {
  return `<Response><Gather input="speech dtmf" action="/turn"><Say>${words}</Say></Gather></Response>`;
}

async function order(): Promise<void> {
  const statusCallbackEvent = ['ringing'];
  const urls = { url: app.url('/answer'), statusCallback: app.url('/status'), statusCallbackEvent, timeout: 1 };
  await sdk(fake.origin, TERMS).calls.create({ to: ADA, from: TERMS.from, ...urls });
}
