import { freePort } from '../support/free-port';
import { FakeTwilio } from '../support/twilio/fake-twilio';
import type { App } from './support/app';
import { type Machine, onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute, staysSo, until } from './support/until';

const ACCOUNT = {
  accountSid: `AC${'7a'.repeat(16)}`,
  authToken: 'a-token-of-the-live-proofs-0123',
  from: '+14155550100',
};

/** Whatever was in the way, so long after the provider is well again all is settled, in ms. */
const SETTLED_WITHIN = 120_000;

/** A minute until it is due, half a one until its lease is over, and one more until it is proven; in ms. */
const PROVEN_WITHIN = 240_000;

/** Between two looks at the service, in ms: it is looked at for minutes. */
const EVERY = 500;

/** A lease is over, the provider is asked by its id, and the call is ended there, in ms. */
const RESCUED_WITHIN = 60_000;

/** A machine with a telephone line, whose other end is a Twilio of our own. */
interface Line {
  machine: Machine;
  twilio: FakeTwilio;
  /** Starts an app; the first one is where the provider reaches us. */
  start: (isFirst?: boolean) => App;
}

function onATelephone(play: (line: Line) => Promise<void>): Promise<void> {
  return onAMachine(async (machine) => {
    const twilio = await FakeTwilio.start(ACCOUNT);
    const port = await freePort();
    const environment = {
      TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
      TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
      TWILIO_FROM_NUMBER: ACCOUNT.from,
      TWILIO_API_BASE_URL: twilio.origin,
      TWILIO_CALLS_PER_SECOND: '5',
      PUBLIC_BASE_URL: `http://127.0.0.1:${port}`,
      CANARY_ENABLED: 'false',
    };
    const start = (isFirst = false) => machine.start(isFirst ? { ...environment, PORT: String(port) } : environment);
    try {
      await play({ machine, twilio, start });
    } finally {
      await twilio.stop().catch(() => undefined);
    }
  });
}

/** Somebody with a verified number who has agreed to be called there. */
async function withTelephone(app: App, twilio: FakeTwilio, name: string, number: string): Promise<Person> {
  const person = await Person.signIn(app, name);
  await person.verifies(number, () => /\d{6}/.exec(twilio.texts.findLast(({ to }) => to === number)?.body ?? '')?.[0]);
  await person.agreesToCalls();
  return person;
}

describe('Over the telephone', () => {
  it.concurrent('two processes call everybody once, and hear them', () =>
    onATelephone(async ({ twilio, start }) => {
      const [first, second] = [start(true), start()];
      await second.printedAddress();
      const people = await Promise.all(
        NUMBERS.map((number, place) => withTelephone(first, twilio, `Person ${place}`, number)),
      );
      twilio.everybody({ answers: ['Yes, I did it'] });
      const minute = nextMinute();
      await Promise.all(people.map((person) => person.habit('Read', minute)));

      const done = async () => (await Promise.all(people.map((person) => person.today()))).map(({ Read }) => Read);
      await until(
        'everybody to have answered',
        async () => (await done()).every((status) => status === 'completed'),
        150_000,
        EVERY,
      );
      expect(await staysSo(3000, () => twilio.calls.length === NUMBERS.length)).toBe(true);
      expect(new Set(twilio.calls.map(({ to }) => to)).size).toBe(NUMBERS.length);
    }));

  it.concurrent('a process that is killed while it dials makes no second call, and loses none', () =>
    onATelephone(async ({ twilio, start }) => {
      const first = start(true);
      const ada = await withTelephone(first, twilio, 'Ada', NUMBERS[0]!);
      twilio.everybody('rings');
      twilio.does('accept-and-hang');
      const minute = nextMinute();
      await ada.habit('Read', minute);
      await until('the order', () => twilio.calls.length === 1, 90_000);
      await first.kill();

      const next = start(true);
      await next.printedAddress();
      const ring = await twilio.ringing(NUMBERS[0]!);
      const talk = await ring.pickUp();
      await talk.say('Hello?');
      await talk.say('Yes, I did it');
      const adaNow = await ada.at(next);
      await until('the answer', async () => (await adaNow.today()).Read === 'completed', SETTLED_WITHIN, EVERY);
      expect(twilio.calls).toHaveLength(1);
    }));

  it.concurrent(
    'a process that is killed before its order was taken dials once more, when that is proven',
    () =>
      onATelephone(async ({ twilio, start }) => {
        const first = start(true);
        const ada = await withTelephone(first, twilio, 'Ada', NUMBERS[0]!);
        twilio.everybody('no-answer');
        twilio.does('hang');
        const minute = nextMinute();
        await ada.habit('Read', minute);
        await until('the dial', async () => (await ada.calls())[0]?.status === 'dialing', 90_000, EVERY);
        await first.kill();

        const adaNow = await ada.at(start(true));
        const firstCall = async () => (await adaNow.calls())[0];
        await until('the call', async () => (await firstCall())?.ending === 'no-answer', SETTLED_WITHIN, EVERY);
        expect(twilio.calls).toHaveLength(1);
      }),
    PROVEN_WITHIN,
  );

  it.concurrent('a process that is killed while it talks: the call is ended, what was said counts, and one more follows', () =>
    onATelephone(async ({ twilio, start }) => {
      const [first, second] = [start(true), start()];
      await second.printedAddress();
      const ada = await withTelephone(first, twilio, 'Ada', NUMBERS[0]!);
      twilio.everybody('rings');
      const minute = nextMinute();
      await Promise.all(['Read', 'Run'].map((title) => ada.habit(title, minute)));
      await until('the order', () => twilio.calls.length === 1, 90_000);
      const talk = await (await twilio.ringing(NUMBERS[0]!)).pickUp();
      await talk.say('Hello?');
      await talk.say('yes');
      await until('the word kept', async () => (await ada.calls())[0]?.results.length === 1);
      await first.kill();

      const adaElsewhere = await ada.at(second);
      const purposes = async () =>
        (await adaElsewhere.calls()).map(({ purpose, ending, status }) => `${purpose} ${ending ?? status}`);
      await until('the settling', async () => (await purposes()).length === 2, RESCUED_WITHIN, EVERY);
      expect(await purposes()).toEqual(['due lost', 'follow-up queued']);
      expect(Object.values(await adaElsewhere.today()).sort()).toEqual(['completed', 'due']);
      expect(twilio.calls).toHaveLength(1);
      expect(twilio.calls[0]!.status).not.toBe('in-progress');
    }));
});

const NUMBERS = ['+14155552671', '+14155562672', '+14155572673', '+14155582674', '+14155592675'];
