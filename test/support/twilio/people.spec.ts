import type { Twilio } from 'twilio';
import { eventually } from '../eventually';
import { FakeTwilio } from './fake-twilio';
import type { Behaviour } from './people/people';
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

/** Asks twice, whatever is answered, and thanks. */
const QUESTIONS = ['Have you done it?', 'Was it good?', 'Thank you. Goodbye.'];

describe.each(['relay', 'gather'] as const)('by %s', (way) => {
  beforeEach(() => (way === 'relay' ? converse() : gather()));

  it.each<[string, Behaviour, string[]]>([
    ['answers each question', { greets: null, answers: ['yes', { press: '1' }] }, ['yes', '[1]']],
    [
      'does what comes of what is heard',
      { greets: null, answers: (heard) => `About ${heard}` },
      ['About Have you done it?', 'About Was it good?'],
    ],
    ['hangs up in answer', { greets: null, answers: ['yes', { does: 'hangs up' }] }, ['yes']],
    ['hangs up after the first words', { greets: null, hangsUpAfter: 1 }, []],
    ['hangs up at once', { hangsUpAfter: 0 }, []],
  ])('somebody %s', async (_what, behaviour, said) => {
    fake.person(ADA, behaviour);
    await called();
    expect(heardByApp()).toEqual(said);
    expect(fake.calls[0]!.status).toBe('completed');
  });
});

describe('by gather', () => {
  beforeEach(gather);

  it('a machine speaks its greeting into whatever we say, and is silent', async () => {
    fake.person(ADA, { voicemail: 'Please leave a message.' });
    await called();
    expect(heardByApp()).toEqual(['Please leave a message.', '']);
  });

  it('a robot asks who it is, and lets the person answer', async () => {
    fake.person(ADA, { screens: 'Who is calling?', person: { greets: 'Yes, hello?', answers: ['done'] } });
    await called();
    expect(heardByApp()).toEqual(['Who is calling?', 'Yes, hello?']);
  });
});

describe('by relay', () => {
  it('somebody greets who is not spoken to', async () => {
    converse({ waitsForWord: true });
    fake.person(ADA, { answers: ['yes', 'very'] });
    await called();
    expect(heardByApp()).toEqual(['Hello?', 'yes', 'very']);
  });

  it('a machine speaks its greeting, and is silent until we hang up', async () => {
    converse({ waitsForWord: true });
    fake.person(ADA, { voicemail: 'Please leave a message.' });
    await client.calls.create({ to: ADA, from: TERMS.from, url: app.url('/answer') });
    await eventually(async () => heardByApp().length > 0);
    expect(heardByApp()).toEqual(['Please leave a message.']);
    await client.calls(fake.calls[0]!.sid).update({ status: 'completed' });
  });

  it.each([
    ['lets the person answer', { answers: ['yes'] }, ['Who is calling?', 'Hello?']],
    ['turns us away', 'declines' as const, ['Who is calling?']],
  ])('a robot asks who it is, and %s', async (_what, person, said) => {
    converse({ waitsForWord: true });
    fake.person(ADA, { screens: 'Who is calling?', person });
    await client.calls.create({ to: ADA, from: TERMS.from, url: app.url('/answer') });
    await eventually(async () => heardByApp().length >= said.length);
    expect(heardByApp().slice(0, said.length)).toEqual(said);
  });
});

it.each([
  ['no-answer', 'no-answer'],
  ['busy', 'busy'],
  ['declines', 'busy'],
  ['unreachable', 'failed'],
] as const)('at a number that is %s the call ends as %s', async (behaviour, status) => {
  fake.everybody(behaviour);
  await called();
  expect(fake.calls[0]!.status).toBe(status);
});

it('picks up after a while where that is wanted, unless we gave up before', async () => {
  gather();
  fake.person(ADA, { after: 50, hangsUpAfter: 0 });
  const { sid } = await client.calls.create({ to: ADA, from: TERMS.from, url: app.url('/answer') });
  await client.calls(sid).update({ status: 'canceled' });
  await called();
  expect(fake.calls.map(({ status }) => status)).toEqual(['canceled', 'completed']);
});

it('plays who calls us, too', async () => {
  gather();
  fake.number.VoiceUrl = app.url('/answer');
  const line = await fake.callIn(ADA, { behaviour: { answers: ['yes', 'very'] } });
  await line.ends();
  expect(heardByApp()).toEqual(['yes', 'very']);
});

/** Orders a call and waits until it is over. */
async function called(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  fake.watch((happening) => happening === 'over' && resolve());
  await client.calls.create({ to: ADA, from: TERMS.from, url: app.url('/answer') });
  await promise;
}

function heardByApp(): string[] {
  const spoken = app.relayed.flatMap(({ voicePrompt, digit }) =>
    voicePrompt ? [voicePrompt] : digit ? [`[${digit}]`] : [],
  );
  const gathered = app.told('/turn').map(({ SpeechResult, Digits }) => SpeechResult ?? (Digits && `[${Digits}]`) ?? '');
  return [...spoken, ...gathered] as string[];
}

function gather(): void {
  const left = [...QUESTIONS];
  const next = () => {
    const said = `<Say>${left.shift()}</Say>`;
    const attributes = 'input="dtmf speech" actionOnEmptyResult="true" action="/turn"';
    return `<Response>${left.length ? `<Gather ${attributes}>${said}</Gather>` : said}</Response>`;
  };
  app.answers = { '/answer': next, '/turn': next };
}

/** Speaks first, or after the first word. */
function converse({ waitsForWord = false } = {}): void {
  const left = [...QUESTIONS];
  const attributes = `url="${app.relayUrl('/relay')}" dtmfDetection="true"`;
  app.answers = { '/answer': `<Response><Connect><ConversationRelay ${attributes}/></Connect></Response>` };
  app.converse = ({ type }, socket) => {
    if (type === 'setup' && waitsForWord) return;
    socket.send(JSON.stringify({ type: 'text', token: left.shift(), last: true }));
    if (left.length === 0) socket.send(JSON.stringify({ type: 'end' }));
  };
}
