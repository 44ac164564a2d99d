import { agree, proveNumber, textedCode } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

const NUMBER = NUMBERS.mobile;

describe('A text message to our number', () => {
  let line: TelephoneWorld;
  let ada: Person;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z', { TWILIO_CALLS_PER_SECOND: '100' });
    ada = await line.world.person('Ada');
    await proveNumber(line, ada, NUMBER);
    await agree(ada);
    await ada.api.patch('/me/settings', { ringOn: 'phone' });
  });

  afterEach(() => line.end());

  const text = async (body: string, from: string = NUMBER) => {
    const answer = await line.twilio.textIn(from, body);
    expect(answer.status).toBe(200);
    return answer;
  };
  const suppression = async (person: Person = ada) => (await (await person.fresh()).get('/me/suppression')).body;
  const numbers = () => line.world.rows<{ via: string; since: Date }>('SELECT via, since FROM number_suppressions');
  const lastWord = async () =>
    (await (await ada.fresh()).get<{ items: { action: string; via: string }[] }>('/me/consents')).body.items[0];
  const habitCalls = () => line.twilio.calls.filter(({ announcement }) => announcement === undefined);

  it.each([
    'STOP',
    'stop',
    ' Stop. ',
    'STOP calling me!',
    'StopAll',
    'UNSUBSCRIBE',
    'Cancel',
    'END',
    'quit',
    'Arrêt',
    'ARRET',
    'stopp',
  ])('%j stops the number, its person, and the consent', async (body) => {
    expect((await text(body)).replies).toEqual([]);
    expect(await suppression()).toMatchObject({ suppressed: true, via: 'sms', numberStopped: 'sms', quote: null });
    expect(await lastWord()).toMatchObject({ action: 'revoked', via: 'sms' });
    expect(await numbers()).toHaveLength(1);
  });

  it.each(['The endless run', 'nonstop', 'yesterday', '👍', ''])('%j is nothing to us', async (body) => {
    expect((await text(body)).replies).toEqual([]);
    expect(await suppression()).toMatchObject({ suppressed: false, numberStopped: null });
    expect(await lastWord()).toMatchObject({ action: 'given' });
  });

  it('that asks who we are is told, and how to stop', async () => {
    const { replies } = await text('HELP');
    expect(replies).toEqual([expect.stringMatching(/Callivate.*AI.*STOP/)]);
    expect((await text('Info?')).replies).toEqual(replies);
    expect(await suppression()).toMatchObject({ suppressed: false });
  });

  it('with STOP ends a call that waits, at once, and nobody is called any more', async () => {
    await ada.habit('Run', { at: '12:05' });
    await line.world.reaches('2026-03-02T12:05', 'Europe/Lisbon');
    await (await line.twilio.ringing(NUMBER)).noAnswer();
    await line.twilio.quiet();
    await line.world.time.work();
    await text('STOP');
    await line.world.passes({ hours: 26 });
    expect(habitCalls()).toHaveLength(1);
    expect((await ada.calls()).map(({ status }) => status)).not.toContain('queued');
  });

  it('with START takes back what was said by text, and gives no consent', async () => {
    await text('STOP');
    await text('Start');
    expect(await suppression()).toMatchObject({ suppressed: false, numberStopped: null });
    expect(await lastWord()).toMatchObject({ action: 'revoked' });
    expectProblem(await (await ada.fresh()).patch('/me/settings', { ringOn: 'phone' }), 409, 'consent-needed');
  });

  it('with START does not take back what was said in the app', async () => {
    await ada.api.put('/me/suppression', { reason: 'Enough.' });
    await text('STOP');
    await text('YES');
    expect(await suppression()).toMatchObject({ suppressed: true, via: 'app', numberStopped: null });
  });

  it('with STOP holds the number after the person has allowed calls in the app, until START comes from there', async () => {
    await text('STOP');
    expect((await ada.api.delete('/me/suppression')).status).toBe(204);
    expect(await suppression()).toMatchObject({ suppressed: false, numberStopped: 'sms' });
    await text('UNSTOP');
    expect(await suppression()).toMatchObject({ suppressed: false, numberStopped: null });
  });

  it('with STOP holds whoever proves the number next, and what was said in a call does not', async () => {
    await line.world.rows(`INSERT INTO number_suppressions SELECT number_index, now(), 'call', 'Wrong.' FROM phones`);
    await line.world.passes({ seconds: 30 });
    await proveNumber(line, ada, NUMBER);
    expect(await suppression()).toMatchObject({ numberStopped: null });

    await line.world.rows(`INSERT INTO number_suppressions SELECT number_index, now(), 'call', 'Wrong.' FROM phones`);
    await text('STOP');
    expect(await suppression()).toMatchObject({ numberStopped: 'sms' });
    await line.world.passes({ minutes: 1 });
    const spoken = await (await ada.fresh()).put('/me/phone', { number: NUMBER, by: 'call' });
    expectProblem(spoken, 503, 'code-not-sent');
    expect(line.twilio.announcements).toEqual([]);
  });

  it('with STOP from a number we do not know is heeded all the same', async () => {
    await text('STOP', NUMBERS.otherMobile);
    expect(await numbers()).toHaveLength(1);
    const refused = await ada.api.put('/me/phone', { number: NUMBERS.otherMobile });
    expectProblem(refused, 503, 'code-not-sent');
    await text('START', NUMBERS.otherMobile);
    expect(await numbers()).toEqual([]);
    expect(await suppression()).toMatchObject({ suppressed: false });
  });

  it('that is told again changes nothing, not even after another has said otherwise', async () => {
    const stop = await text('STOP');
    const [before] = await numbers();
    await line.world.passes({ minutes: 1 });
    await line.twilio.repeats(stop.exchange);
    expect(await numbers()).toEqual([before]);

    const start = await text('START');
    await line.twilio.repeats(stop.exchange);
    expect(await suppression()).toMatchObject({ suppressed: false, numberStopped: null });
    await text('STOP');
    await line.twilio.repeats(start.exchange);
    expect(await suppression()).toMatchObject({ suppressed: true, numberStopped: 'sms' });
  });

  it('with STOP while the number is being proven stops it, whichever comes first', async () => {
    for (const round of [1, 2, 3]) {
      const bea = await line.world.person(`Bea${round}`);
      const number = [NUMBERS.otherMobile, NUMBERS.canadian, '+12135550199'][round - 1]!;
      expect((await bea.api.put('/me/phone', { number })).status).toBe(202);
      const code = textedCode(line, number);
      const [proven] = await Promise.all([bea.api.post('/me/phone/verification', { code }), text('STOP', number)]);
      expect(proven.status).toBe(200);
      expect(await suppression(bea)).toMatchObject({ numberStopped: 'sms' });
    }
  });

  it('is the provider’s alone to tell: unsigned it is refused, and without an account there is nothing there', async () => {
    const body = new URLSearchParams({ MessageSid: 'SM1', From: NUMBER, Body: 'STOP' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const forged = await line.world.http.raw('/twilio/messages', { method: 'POST', headers, body });
    expectProblem(forged, 403);
    expect(await numbers()).toEqual([]);
  });

  it('is put on record for the person, without a number', async () => {
    await text('STOP');
    await text('START');
    const { body } = await (await ada.fresh()).get<{ items: { action: string; detail: object | null }[] }>('/me/audit');
    expect(body.items.slice(0, 3).map(({ action, detail }) => [action, detail])).toEqual([
      ['calls-allowed', null],
      ['consent-revoked', { via: 'sms' }],
      ['calls-suppressed', { via: 'sms', reason: 'Asked by text message.' }],
    ]);
  });
});
