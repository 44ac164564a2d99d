import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOUR, plus, SECOND } from '../../src/kernel/clock';
import { Metrics } from '../../src/platform/metrics';
import { Pace, type Placed, Telephony } from '../../src/platform/telephony';
import { NUMBERS } from '../support/numbers';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';
import type { OrderFault } from '../support/twilio/faults';

const NOW = '2026-03-02T12:00:00Z';
const UNKNOWN = `CA${'0'.repeat(32)}`;

let line: TelephoneWorld;
let telephony: Telephony;

const begin = async (environment: Record<string, string> = {}) => {
  line = await beginWithTelephone(NOW, environment);
  telephony = line.world.app.get(Telephony);
};

/** Whatever went wrong, the log tells no number: the world looks when it ends. */
afterEach(async () => {
  await line.twilio.quiet();
  await line.end();
});

const call = (to: string = NUMBERS.mobile) => {
  const about = `${line.environment.PUBLIC_BASE_URL}/twilio/calls/0`;
  return telephony.call({ to, answerUrl: `${about}/answer`, statusUrl: `${about}/status` });
};

const announce = (text = 'Your code is 1, 2 & 3.') => telephony.announce({ to: NUMBERS.mobile, text, language: 'en' });

const sidOf = (placed: Placed) => (placed.kind === 'placed' ? placed.providerCallId : '');

const ordered = async () =>
  (await line.world.app.get(Metrics).registry.metrics())
    .split('\n')
    .flatMap((one) => /^callivate_telephony_orders_total\{(.*)\} (\d+)/.exec(one)?.slice(1).join(' ') ?? []);

describe('An order to the provider', () => {
  beforeEach(() => begin());

  it('is for a call that rings 30 s, lasts 180 s, and is told of by its addresses; nothing is recorded', async () => {
    line.twilio.everybody('no-answer');
    const placed = await call();
    expect(placed).toEqual({ kind: 'placed', providerCallId: line.twilio.calls[0]!.sid });
    const about = `${line.environment.PUBLIC_BASE_URL}/twilio/calls/0`;
    expect(line.twilio.calls[0]!.fields).toEqual({
      To: NUMBERS.mobile,
      From: telephony.from,
      Url: `${about}/answer`,
      Method: 'POST',
      StatusCallback: `${about}/status`,
      StatusCallbackMethod: 'POST',
      StatusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
      Timeout: '30',
      TimeLimit: '180',
    });
    expect(await ordered()).toEqual(['what="call",outcome="placed" 1']);
  });

  it('is for a call that says something twice, whatever signs are in it', async () => {
    await announce();
    expect(line.twilio.announcements).toEqual([
      { to: NUMBERS.mobile, text: expect.stringMatching(/Your code is 1, 2 & 3\..*Your code is 1, 2 & 3\./) },
    ]);
    expect(line.twilio.calls[0]!.field('Twiml')).toContain('language="en-US"');
  });

  it('is for a text', async () => {
    expect(await telephony.text(NUMBERS.mobile, 'Your code is 123456.')).toEqual({ kind: 'sent' });
    expect(line.twilio.texts).toMatchObject([{ to: NUMBERS.mobile, body: 'Your code is 123456.' }]);
  });

  it.each<[OrderFault, Placed, number]>([
    ['accept-and-drop', { kind: 'unclear' }, 1],
    ['500-after-accepting', { kind: 'unclear' }, 1],
    ['500-before', { kind: 'unclear' }, 0],
    ['accept-and-hang', { kind: 'unclear' }, 1],
    ['429', { kind: 'not-placed' }, 0],
    [{ refuse: 21211 }, { kind: 'refused', code: '21211' }, 0],
    [{ refuse: 13224 }, { kind: 'refused', code: '13224' }, 0],
  ])(
    'is given once after %j',
    async (fault, placed, made) => {
      line.twilio.does(fault);
      expect(await announce()).toEqual(placed);
      expect(line.twilio.calls).toHaveLength(made);
      expect(await ordered()).toEqual([`what="announcement",outcome="${placed.kind}" 1`]);
      expect(telephony.isAway).toBe(false);
    },
    30_000,
  );

  it('that was too much pauses the pace', async () => {
    line.twilio.does('429');
    await announce();
    expect(await line.world.app.get(Pace).available()).toBe(0);
  });

  it('of a text that was refused says why; one that nobody can tell of may be given again', async () => {
    line.twilio.does({ refuse: 21610 }, { of: 'texts' });
    expect(await telephony.text(NUMBERS.mobile, 'Hello')).toEqual({ kind: 'refused', code: '21610' });
    line.twilio.does('500-before', { of: 'texts' });
    expect(await telephony.text(NUMBERS.mobile, 'Hello')).toEqual({ kind: 'failed' });
  });

  it('that is refused says nothing of how the provider is, however often', async () => {
    line.twilio.does({ refuse: 21211 }, { times: 10 });
    for (let time = 0; time < 10; time += 1) await announce();
    expect(telephony.isAway).toBe(false);
    expect((await announce()).kind).toBe('placed');
  });

  it('is given to nobody for a while after five that failed, which is a definite no', async () => {
    line.twilio.does('500-before', { times: 5 });
    for (let time = 0; time < 5; time += 1) expect(await announce()).toEqual({ kind: 'unclear' });
    expect(telephony.isAway).toBe(true);
    expect(await announce()).toEqual({ kind: 'not-placed' });
    expect(line.twilio.calls).toEqual([]);
    expect((await line.world.http.raw('/health/ready', {})).status).toBe(200);
  });

  it('has left this machine by no means where nobody listens', async () => {
    await line.twilio.goesDown();
    expect(await announce()).toEqual({ kind: 'not-placed' });
    await line.twilio.comesBack();
    expect((await announce()).kind).toBe('placed');
  });
});

describe('A token that is not the account’s', () => {
  it('is a definite no, by which the line is taken for broken, and an operator is told', async () => {
    await begin({ TWILIO_AUTH_TOKEN: 'another-token-of-the-tests-01234' });
    for (let time = 0; time < 5; time += 1) expect(await announce()).toEqual({ kind: 'refused', code: '20003' });
    expect(telephony.isAway).toBe(true);
    const told = line.world.log.lines.filter((one) => one.includes('TWILIO_AUTH_TOKEN is wrong'));
    expect(told).toHaveLength(1);
  });
});

describe('What is asked of the provider', () => {
  beforeEach(() => begin());

  const since = new Date(NOW);

  it('is every call to a number since a moment, of our own number, in all statuses', async () => {
    line.twilio.everybody('no-answer');
    await announce('long ago');
    line.world.clock.moveTo(plus(since, HOUR));
    const [over, alive] = [sidOf(await call()), sidOf(await announce())];
    await call(NUMBERS.otherMobile);
    await line.twilio.callIn(NUMBERS.mobile);
    const found = await telephony.callsTo(NUMBERS.mobile, plus(since, HOUR));
    expect(found.map(({ providerCallId }) => providerCallId)).toEqual([alive, over]);
  });

  it('is told of as well where it is not dated yet', async () => {
    const placed = sidOf(await announce());
    line.twilio.lists('undated');
    expect(await telephony.callsTo(NUMBERS.mobile, plus(since, HOUR))).toMatchObject([
      { providerCallId: placed, createdAt: null },
    ]);
  });

  it('is not taken for all where there is more than can be looked through', async () => {
    for (let time = 0; time < 199; time += 1) await announce();
    expect(await telephony.callsTo(NUMBERS.mobile, since)).toHaveLength(199);
    await announce();
    await expect(telephony.callsTo(NUMBERS.mobile, since)).rejects.toThrow('more calls than can be looked through');
  }, 60_000);

  it.each(['500', 'hang'] as const)('is an error after %s, within 4 s: it proves nothing', async (fault) => {
    line.twilio.lists(fault);
    const begun = performance.now();
    await expect(telephony.callsTo(NUMBERS.mobile, since)).rejects.toMatchObject({
      kind: { code: 'part-unavailable' },
    });
    expect(performance.now() - begun).toBeLessThan(4.5 * SECOND);
  });

  it('is how one call stands and what it has cost; nothing of one that is unknown', async () => {
    const sid = sidOf(await announce());
    line.twilio.bill(sid, '-0.0140');
    expect(await telephony.find(sid)).toMatchObject({
      providerCallId: sid,
      from: telephony.from,
      createdAt: since,
      price: { amount: 0.014, currency: 'USD' },
    });
    expect(await telephony.find(UNKNOWN)).toBeUndefined();
  });

  it('is to end a call: one that is over, or unknown, stays so', async () => {
    const sid = sidOf(await announce());
    await telephony.end(sid);
    expect((await telephony.find(sid))?.status).toBe('canceled');
    await telephony.end(sid);
    await telephony.end(UNKNOWN);
  });
});

describe('Somebody else in the place of the provider', () => {
  it.each<[string, (response: ServerResponse, elsewhere: string) => void]>([
    ['leads elsewhere', (response, location) => response.writeHead(307, { location }).end()],
    ['greets', (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>')],
    ['takes it and names no call', (response) => response.writeHead(201).end('{"sid": null}')],
    ['breaks off', (response) => response.destroy()],
  ])('who %s: nobody can tell, and nobody is followed', async (_what, answers) => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      answers(response, `http://127.0.0.1:${(server.address() as AddressInfo).port}/elsewhere`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await begin({ TWILIO_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    expect(await announce()).toEqual({ kind: 'unclear' });
    expect(asked).toEqual([`POST /2010-04-01/Accounts/${line.environment.TWILIO_ACCOUNT_SID}/Calls.json`]);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
