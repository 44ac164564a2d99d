import { Asked } from '../support/asked';
import { agree, proveNumber, textedCode } from '../support/number-codes';
import { NUMBERS, neighbour } from '../support/numbers';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

const NUMBER = NUMBERS.mobile;

describe('A number that two people name', () => {
  let line: TelephoneWorld;
  let ada: Person;
  let bea: Person;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z', { TWILIO_CALLS_PER_SECOND: '100' });
    [ada, bea] = [await line.world.person('Ada'), await line.world.person('Bea')];
  });

  afterEach(() => line.end());

  const asksFor = async (person: Person, number: string = NUMBER) =>
    (await person.fresh()).put<Record<string, unknown>>('/me/phone', { number });
  const gives = async (person: Person, code: string) => (await person.fresh()).post('/me/phone/verification', { code });
  const shownTo = async (person: Person) =>
    (await (await person.fresh()).get<{ phone: { number: string } | null }>('/me')).body.phone?.number;
  const settingsOf = async (person: Person) => (await (await person.fresh()).get('/me/settings')).body;
  const actionsOf = async (person: Person) =>
    (await (await person.fresh()).get<{ items: { action: string }[] }>('/me/audit')).body.items
      .map(({ action }) => action)
      .filter((action) => action !== 'signed-in');
  const owners = () => line.world.rows<{ userId: string }>('SELECT user_id FROM phones');

  it('is whoever’s proves it last: it leaves the other, with consent and ring', async () => {
    await proveNumber(line, ada, NUMBER);
    await agree(ada);
    await ada.api.patch('/me/settings', { ringOn: 'phone' });
    await proveNumber(line, bea, NUMBER);

    expect([await shownTo(ada), await shownTo(bea)]).toEqual([undefined, '•••2671']);
    expect(await settingsOf(ada)).toMatchObject({ ringOn: 'app' });
    expect((await actionsOf(ada)).slice(0, 2)).toEqual(['phone-removed', 'consent-revoked']);
    expect(await actionsOf(bea)).toEqual(['phone-verified']);
    expectProblem(await bea.api.patch('/me/settings', { ringOn: 'phone' }), 409, 'consent-needed');
  });

  it('stays with its owner until the other has proven it', async () => {
    await proveNumber(line, ada, NUMBER);
    await asksFor(bea);
    await gives(bea, '000000');
    expect([await shownTo(ada), await shownTo(bea)]).toEqual(['•••2671', undefined]);
  });

  it('is asked for in the same words and by the same steps, whether it is nobody’s, one’s own or another’s', async () => {
    await proveNumber(line, ada, NUMBER);
    const asked = new Asked(line.world);
    const steps: string[][] = [];
    const answers: object[] = [];
    for (const [person, number] of [
      [bea, NUMBER],
      [ada, NUMBER],
      [await line.world.person('Cai'), NUMBERS.canadian],
    ] as const) {
      await line.world.passes({ seconds: 30 });
      const before = asked.soFar;
      const { status, body } = await asksFor(person, number);
      steps.push(asked.since(before));
      answers.push({ status, fields: Object.keys(body) });
    }
    expect(steps[0]?.length).toBeGreaterThan(5);
    expect(steps).toEqual([steps[0], steps[0], steps[0]]);
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
  });

  it('is one person’s when both prove it in the same moment, and nobody is told of an error', async () => {
    await asksFor(ada);
    const [adas] = [textedCode(line, NUMBER)];
    await asksFor(bea);
    const beas = textedCode(line, NUMBER);
    const answers = await Promise.all([gives(ada, adas), gives(bea, beas)]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const [owner, ...others] = await owners();
    expect(others).toEqual([]);
    const loser = owner?.userId === ada.id ? bea : ada;
    expect((await actionsOf(loser))[0]).toBe('phone-removed');
  });

  it('is traded for another’s in the same moment, and both have what they proved', async () => {
    await proveNumber(line, ada, NUMBER);
    await proveNumber(line, bea, NUMBERS.otherMobile);
    await line.world.passes({ seconds: 30 });
    await asksFor(ada, NUMBERS.otherMobile);
    await asksFor(bea, NUMBER);
    const codes = [textedCode(line, NUMBERS.otherMobile), textedCode(line, NUMBER)] as const;
    const answers = await Promise.all([gives(ada, codes[0]), gives(bea, codes[1])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([await shownTo(ada), await shownTo(bea)]).toEqual(['•••0142', '•••2671']);
  });

  it('is proven once by a code that is given twice in the same moment', async () => {
    await asksFor(ada);
    const code = textedCode(line, NUMBER);
    const answers = await Promise.all([gives(ada, code), gives(ada, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await actionsOf(ada)).toEqual(['phone-verified']);
  });

  it('is guessed at five times and no more, however many guesses come at once', async () => {
    await asksFor(ada);
    const wrong = textedCode(line, NUMBER) === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 12 }, () => gives(ada, wrong)));
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 409)).toHaveLength(7);
  });

  it('of somebody who proves another stays in use until then, and the new one asks for consent anew', async () => {
    await proveNumber(line, ada, NUMBER);
    const before = await agree(ada);
    await asksFor(ada, NUMBERS.otherMobile);
    expect(await shownTo(ada)).toBe('•••2671');
    await gives(ada, textedCode(line, NUMBERS.otherMobile));
    expect(await shownTo(ada)).toBe('•••0142');
    expect((await agree(ada)).id).not.toBe(before.id);
    expect(await actionsOf(ada)).toEqual([
      ...['consent-given', 'phone-verified', 'phone-removed', 'consent-revoked'],
      ...['consent-given', 'phone-verified'],
    ]);
  });

  it('keeps its consent when its owner proves it once more', async () => {
    await proveNumber(line, ada, NUMBER);
    const { id } = await agree(ada);
    await line.world.passes({ minutes: 1 });
    await proveNumber(line, ada, NUMBER);
    expect((await agree(ada)).id).toBe(id);
  });

  it('goes with the account, and is free for the next', async () => {
    await proveNumber(line, ada, NUMBER);
    await ada.api.delete('/me');
    expect(await owners()).toEqual([]);
    await line.world.passes({ minutes: 1 });
    await proveNumber(line, bea, NUMBER);
    expect(await shownTo(bea)).toBe('•••2671');
  });
});

describe('Codes', () => {
  let line: TelephoneWorld;

  const begin = async (environment: Record<string, string> = {}) => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z', { TWILIO_CALLS_PER_SECOND: '100', ...environment });
  };
  afterEach(() => line.end());

  const people = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => line.world.person(`P${i}`)));
  const ask = (person: Person, number: string, by: 'sms' | 'call' = 'sms') =>
    person.api.put('/me/phone', { number, by });
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

  it('go to one number five times a day, however many people ask at once, and again on the next', async () => {
    await begin();
    const crowd = await people(9);
    const answers = await Promise.all(crowd.map((person) => ask(person, NUMBER)));
    expect(statuses(answers)).toEqual([202, 202, 202, 202, 202, 429, 429, 429, 429]);
    expect(line.twilio.texts).toHaveLength(5);
    const refused = answers.find(({ status }) => status === 429)!;
    expectProblem(refused, 429, 'codes-used-up');
    expect(refused.headers.get('Retry-After')).toBe(String(12 * 3600));

    await line.world.passes({ hours: 12 });
    expect((await ask(await line.world.person('P9'), NUMBER)).status).toBe(202);
  });

  it('go to the ten thousand numbers of one prefix twenty times a day', async () => {
    await begin();
    const crowd = await people(21);
    const answers = [];
    for (const [i, person] of crowd.entries()) answers.push(await ask(person, neighbour(i)));
    expect(statuses(answers)).toEqual([...Array(20).fill(202), 429]);
    expect((await ask(crowd[20]!, NUMBER)).status).toBe(202);
  });

  it('are asked for ten times an hour by one person, and thirty times from one address', async () => {
    await begin();
    const ada = await line.world.person('Ada');
    const { headers } = await ask(ada, NUMBER);
    expect(headers.get('RateLimit-Policy')).toContain(
      '"phone-numbers";q=10;w=3600, "phone-numbers-from-address";q=30;w=3600',
    );
    for (let i = 0; i < 9; i++) await ask(ada, NUMBER);
    expectProblem(await ask(ada, NUMBER), 429, 'too-many-requests');
    const others = await people(3);
    for (const other of others) for (let i = 0; i < 6; i++) await ask(other, NUMBER);
    const last = await line.world.person('Last');
    for (let i = 0; i < 2; i++) await ask(last, NUMBER);
    expectProblem(await ask(last, NUMBER), 429, 'too-many-requests');
    const rows = await line.world.rows<{ key: string }>(`SELECT key FROM limits WHERE key LIKE '%phone-numbers%'`);
    expect(rows.map(({ key }) => key).join()).not.toContain('127.0.0.1');
  });

  it.each([
    ['one person', { CALL_BUDGET_PERSON_MONTHLY: '0.15' }, true],
    ['all together', { CALL_BUDGET_MONTHLY: '0.15' }, false],
  ])('cost no more in a month than they may, of %s', async (_, budget, isOfOne) => {
    await begin({ ...budget, TEXT_PRICE: '0.05', CALL_PRICE_PER_MINUTE: '0.1' });
    const [ada, bea] = (await people(2)) as [Person, Person];
    expect((await ask(ada, NUMBER)).status).toBe(202);
    await line.world.passes({ seconds: 30 });
    expect((await ask(ada, NUMBER, 'call')).status).toBe(202);
    await line.world.passes({ seconds: 30 });
    const spent = await ask(ada, NUMBER);
    expectProblem(spent, 429, 'budget-spent');
    expect(Number(spent.headers.get('Retry-After'))).toBe((29 * 24 + 12) * 3600 - 60);
    expect((await ask(bea, NUMBERS.otherMobile)).status).toBe(isOfOne ? 202 : 429);
    expect(line.twilio.announcements).toHaveLength(1);
  });

  it('run ahead of the pace of calls for a few seconds, and then wait a moment', async () => {
    await begin({ TWILIO_CALLS_PER_SECOND: '1' });
    const crowd = await people(8);
    const numbers = crowd.map((_, i) => (i % 2 === 0 ? NUMBER : NUMBERS.otherMobile));
    const answers = [];
    for (const [i, person] of crowd.entries()) answers.push(await ask(person, numbers[i]!));
    expect(statuses(answers)).toEqual([202, 202, 202, 202, 202, 202, 503, 503]);
    await line.world.passes({ seconds: 2 });
    expect((await ask(crowd[7]!, numbers[7]!)).status).toBe(202);
  });
});
