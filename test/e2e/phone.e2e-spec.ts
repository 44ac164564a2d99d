import { Config } from '../../src/platform/config';
import { anotherThan, loggedCode, proveNumber, spokenCode, textedCode } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';
import { World } from '../support/world';

const NUMBER = NUMBERS.mobile;

describe('A telephone number', () => {
  let line: TelephoneWorld;
  let ada: Person;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z', { TWILIO_CALLS_PER_SECOND: '100' });
    ada = await line.world.person('Ada');
  });

  afterEach(() => line.end());

  const asksFor = async (person: Person, body: object = {}) =>
    (await person.fresh()).put('/me/phone', { number: NUMBER, ...body });
  const gives = async (person: Person, code: string) =>
    (await person.fresh()).post<Record<string, unknown>>('/me/phone/verification', { code });
  const phoneOf = async (person: Person) =>
    (await (await person.fresh()).get<{ phone: Record<string, unknown> | null }>('/me')).body.phone;
  const actionsOf = async (person: Person) =>
    (await (await person.fresh()).get<{ items: { action: string }[] }>('/me/audit')).body.items
      .map(({ action }) => action)
      .filter((action) => action !== 'signed-in');
  /** A code is asked for, which is good until another is. */
  const code = async (person: Person = ada) => {
    expect((await asksFor(person)).status).toBe(202);
    return textedCode(line, NUMBER);
  };

  it('is proven by the code that is texted to it, and shown to its owner by its last digits alone', async () => {
    const asked = await asksFor(ada, { number: '+1 (415) 555-2671' });
    expect(asked).toMatchObject({
      status: 202,
      body: {
        number: '•••2671',
        by: 'sms',
        expiresAt: '2026-03-02T12:10:00.000Z',
        resendAfter: '2026-03-02T12:00:30.000Z',
      },
    });
    expect(await phoneOf(ada)).toBeNull();
    const [text] = line.twilio.texts;
    expect(text?.body).toMatch(/^\d{6} is your Callivate code\. It is valid for 10 minutes\. Nobody from Callivate/);

    const proven = { number: '•••2671', verifiedAt: '2026-03-02T12:00:00.000Z', needsProof: false };
    expect(await gives(ada, textedCode(line, NUMBER))).toMatchObject({ status: 200, body: proven });
    expect(await phoneOf(ada)).toEqual(proven);
    expect(await actionsOf(ada)).toEqual(['phone-verified']);
  });

  it('is proven by a code that is spoken in a call, digit by digit, in the language of the person', async () => {
    await ada.api.patch('/me/settings', { language: 'de-AT' });
    expect(await asksFor(ada, { by: 'call' })).toMatchObject({ status: 202, body: { by: 'call' } });
    expect(line.twilio.announcements).toEqual([
      {
        to: NUMBER,
        text: expect.stringMatching(/Hier ist Callivate, ein automatischer Assistent\. .*: (\d, ){5}\d\./),
      },
    ]);
    expect((await gives(ada, spokenCode(line, NUMBER))).status).toBe(200);
  });

  it('stands nowhere in clear: not in the database, and neither does its code', async () => {
    const secret = await code();
    const [row] = await line.world.rows<Record<string, string>>('SELECT v::text AS row FROM phone_verifications v');
    await gives(ada, secret);
    const [phone] = await line.world.rows<Record<string, string>>('SELECT p::text AS row FROM phones p');
    for (const { row: text } of [row!, phone!]) {
      expect(text).toContain('v1.test-key.');
      for (const digits of [NUMBER.slice(1), secret]) expect(text).not.toContain(digits);
    }
  });

  it.each([
    ['no number', 'call me maybe', 'number-not-valid'],
    ['a number without its country', '415 555 2671', 'number-not-valid'],
    ['a number that nobody can have', '+1 415 555 26', 'number-not-valid'],
    ['an extension', '+1 415 555 2671 ext. 5', 'number-not-valid'],
    ['an emergency number', '911', 'number-not-valid'],
    ['a short number', '+1411', 'number-not-valid'],
    ['a country that is not called', NUMBERS.german, 'country-not-allowed'],
    ['a satellite', NUMBERS.satellite, 'country-not-allowed'],
    ['a premium number', NUMBERS.premium, 'number-type-not-allowed'],
    ['a toll-free number', NUMBERS.tollFree, 'number-type-not-allowed'],
    ['a personal number', NUMBERS.personal, 'number-type-not-allowed'],
  ])('is refused if it is %s, and not said again', async (_, number, problem) => {
    const refused = await asksFor(ada, { number });
    expectProblem(refused, 400, problem);
    expect(Object.keys(fieldErrors(refused))).toEqual(['/number']);
    expect(fieldErrors(refused)['/number']).toMatch(/^(This is not a telephone number: give it|We )/);
    expect(line.twilio.texts).toEqual([]);
  });

  it('may be Canadian, and may not be changed into something that is no request', async () => {
    expect((await asksFor(ada, { number: NUMBERS.canadian })).status).toBe(202);
    for (const body of [{ by: 'pigeon' }, { number: 4155552671 }, { number: '' }, { trust: true }])
      expectProblem(await asksFor(ada, body), 400);
    for (const wrong of ['12345', '1234567', '12345a', '']) expectProblem(await gives(ada, wrong), 400);
  });

  it('asks for a sign-in of the last 15 minutes, which a refreshed token is not', async () => {
    await line.world.passes({ minutes: 14, seconds: 59 });
    expect((await asksFor(ada)).status).toBe(202);
    await line.world.passes({ seconds: 31 });
    expectProblem(await asksFor(ada), 403, 'fresh-sign-in-needed');
    expect((await asksFor(await line.world.person('Ada'))).status).toBe(202);
  });

  it('is tried five times by a code, and by no more', async () => {
    const right = await code();
    for (const left of ['4 tries are', '3 tries are', '2 tries are', 'One try is', '0 tries are']) {
      const wrong = await gives(ada, anotherThan(right));
      expectProblem(wrong, 400, 'code-wrong');
      expect(wrong.body.detail).toContain(left);
    }
    expectProblem(await gives(ada, right), 409, 'code-void');
    expect(await phoneOf(ada)).toBeNull();

    await line.world.passes({ seconds: 30 });
    expect((await gives(ada, await code())).status).toBe(200);
  });

  it('has a code that is good for ten minutes and for one use', async () => {
    expectProblem(await gives(ada, '123456'), 409, 'code-void');
    const late = await code();
    await line.world.passes({ minutes: 10 });
    expectProblem(await gives(ada, late), 409, 'code-void');
    const good = await code();
    await line.world.passes({ minutes: 4, seconds: 59 });
    expect((await gives(ada, good)).status).toBe(200);
    expectProblem(await gives(ada, good), 409, 'code-void');
  });

  it('is sent another code after half a minute, which takes the place of the one before', async () => {
    const first = await code();
    await gives(ada, anotherThan(first));
    await line.world.passes({ seconds: 10 });
    const soon = await asksFor(ada);
    expectProblem(soon, 429, 'code-too-soon');
    expect(soon.headers.get('Retry-After')).toBe('20');

    await line.world.passes({ seconds: 20 });
    const second = await code();
    const stale = await gives(ada, first === second ? anotherThan(first) : first);
    expectProblem(stale, 400, 'code-wrong');
    expect(stale.body.detail).toContain('4 tries are left');
    expect((await gives(ada, second)).status).toBe(200);
  });

  it('is told to have got no code when the provider took none, and is sent one at once when asked again', async () => {
    for (const fault of ['500-before', '429', { refuse: 21211 }] as const) {
      line.twilio.does(fault, { of: 'texts' });
      const refused = await asksFor(ada);
      expectProblem(refused, 503, 'code-not-sent');
      expect(JSON.stringify(refused.body)).not.toContain('2671');
      expectProblem(await gives(ada, '123456'), 409, 'code-void');
      await line.world.passes({ seconds: 10 });
    }
    const counted = await line.world.rows<{ amount: number }>('SELECT amount FROM telephony_counters');
    expect(counted.map(({ amount }) => amount)).toEqual([0, 0, 0, 0]);
    expect((await gives(ada, await code())).status).toBe(200);
  });

  it('that may have been called is not called again on a guess: the code counts', async () => {
    line.twilio.does('500-after-accepting');
    expect((await asksFor(ada, { by: 'call' })).status).toBe(202);
    expect(line.twilio.announcements).toHaveLength(1);
    expect((await gives(ada, spokenCode(line, NUMBER))).status).toBe(200);
  });

  it('is to be proven anew when nobody was heard there for 45 days, and is proven by doing so', async () => {
    await proveNumber(line, ada, NUMBER);
    await line.world.time.reach(new Date('2026-04-16T11:59:59Z'));
    expect(await phoneOf(ada)).toMatchObject({ needsProof: false });
    await line.world.passes({ seconds: 1 });
    expect(await phoneOf(ada)).toMatchObject({ needsProof: true });
    await proveNumber(line, await line.world.person('Ada'), NUMBER);
    expect(await phoneOf(ada)).toMatchObject({ needsProof: false, verifiedAt: '2026-04-16T12:00:00.000Z' });
    expect(await actionsOf(ada)).toEqual(['phone-verified', 'phone-verified']);
  });

  it('goes when its owner says so, with the code that is on its way, as often as it is said', async () => {
    await proveNumber(line, ada, NUMBER);
    const pending = (await asksFor(ada, { number: NUMBERS.otherMobile })).status;
    expect(pending).toBe(202);
    for (const _ of [1, 2]) expect((await (await ada.fresh()).delete('/me/phone')).status).toBe(204);
    expect(await phoneOf(ada)).toBeNull();
    expectProblem(await gives(ada, textedCode(line, NUMBERS.otherMobile)), 409, 'code-void');
    expect(await actionsOf(ada)).toEqual(['phone-removed', 'phone-verified']);
  });

  it('of ours is handed out as a contact, so that an address book knows who calls', async () => {
    const { status, headers, body } = await ada.api.get<string>('/me/contact.vcf');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/vcard; charset=utf-8']);
    expect(body.split('\r\n')).toEqual([
      ...['BEGIN:VCARD', 'VERSION:4.0', 'KIND:org', 'FN:Callivate', 'ORG:Callivate'],
      'TEL;VALUE=uri;TYPE="voice,text":tel:+14155550100',
      expect.stringMatching(/^URL:http/),
      'NOTE:Callivate calls about your habits. It is an AI.',
      ...['END:VCARD', ''],
    ]);
  });
});

describe('Without a provider, a telephone number', () => {
  let world: World;
  let ada: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    ada = await world.person('Ada');
  });

  afterAll(() => world.end());

  const asksFor = () => ada.api.put('/me/phone', { number: NUMBER });

  it('cannot be proven in production: no code ever stands in its log', async () => {
    const isProduction = jest.spyOn(world.app.get(Config), 'isProduction', 'get').mockReturnValue(true);
    expectProblem(await asksFor(), 409, 'telephone-not-available');
    isProduction.mockRestore();
    expect(() => loggedCode(world)).toThrow('No code');
    expectProblem(await ada.api.get('/me/contact.vcf'), 409, 'telephone-not-available');
  });

  it('is proven on a developer’s machine by a code that stands in the log, and is itself not in it', async () => {
    expect((await asksFor()).status).toBe(202);
    const line = world.log.lines.findLast((one) => one.includes('A code would be sent'));
    expect(JSON.parse(line!)).toMatchObject({ to: '•••2671' });
    expect((await ada.api.post('/me/phone/verification', { code: loggedCode(world) })).status).toBe(200);
    const ringing = await ada.api.patch('/me/settings', { ringOn: 'phone' });
    expectProblem(ringing, 409, 'telephone-not-available');
  });
});
