import { Crypto } from '../../src/platform/crypto';
import { agree, proveNumber } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';

interface Word {
  id: string;
  action: string;
  version: string;
  text: string;
  at: string;
  via: string;
}
interface Row extends Word {
  userId: string;
  numberIndex: string | null;
  evidence: string;
}

describe('Consent to be called', () => {
  let line: TelephoneWorld;
  let ada: Person;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z');
    ada = await line.world.person('Ada');
  });

  afterEach(() => line.end());

  const text = async (person: Person = ada) =>
    (await (await person.fresh()).get<{ version: string; language: string; text: string }>('/consents/calls')).body;
  const give = async (version: string, headers?: Record<string, string>) =>
    (await ada.fresh()).post<Word & Record<string, unknown>>('/me/consents', { kind: 'calls', version }, headers);
  const revoke = async () => (await ada.fresh()).delete('/me/consents/calls');
  const words = async (query = '') =>
    (await (await ada.fresh()).get<{ items: Word[]; nextCursor: string | null }>(`/me/consents${query}`)).body;
  const rows = () => line.world.rows<Row>('SELECT * FROM consents ORDER BY at, id');
  const evidenceIn = ({ id, evidence }: Row) => {
    const column = line.world.app.get(Crypto).columns.find(({ table }) => table === 'consents');
    return JSON.parse(column!.decrypt(evidence, id));
  };
  const ringsOnPhone = async () => (await ada.fresh()).patch('/me/settings', { ringOn: 'phone' });
  const details = async () => {
    const { body } = await (await ada.fresh()).get<{ items: { action: string; detail: object | null }[] }>('/me/audit');
    return body.items
      .filter(({ action }) => action.startsWith('consent'))
      .map(({ action, detail }) => [action, detail]);
  };

  it.each([
    ['en', 'calls-1-en', [/an AI/, /artificial voice/, /written down/, /carrier may charge/, /pressing 9/, /STOP/]],
    ['de', 'calls-1-de', [/einer KI/, /künstlicher Stimme/, /aufgeschrieben/, /Gebühren/, /Taste 9/, /STOP/]],
    ['fr', 'calls-1-en', [/can use Callivate without agreeing/]],
  ])(
    'is asked for in the language of a person who speaks %s, by a text that says it all',
    async (language, version, says) => {
      await ada.api.patch('/me/settings', { language });
      const shown = await text();
      expect(shown).toMatchObject({ version, language: version.slice(-2) });
      for (const what of says) expect(shown.text).toMatch(what);
    },
  );

  it('needs a number that is verified, and the text that is shown now', async () => {
    expectProblem(await give('calls-1-en'), 409, 'phone-not-verified');
    await proveNumber(line, ada, NUMBERS.mobile);
    const outdated = await give('calls-0-en');
    expectProblem(outdated, 409, 'consent-outdated');
    expect(outdated.body.detail).toContain('"calls-1-en"');
    for (const body of [{}, { kind: 'texts', version: 'calls-1-en' }, { kind: 'calls', version: 7 }])
      expectProblem(await (await ada.fresh()).post('/me/consents', body), 400);
    expect(await rows()).toEqual([]);
  });

  it('is a row: the very text, when, and, encrypted, the number and from where', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    const { text: shown, version } = await text();
    const given = await give(version, { 'user-agent': 'Callivate/1.0 (iPhone)' });
    const word = { kind: 'calls', action: 'given', version, text: shown, at: '2026-03-02T12:00:00.000Z', via: 'app' };
    expect(given).toMatchObject({ status: 201, body: word });
    expect(Object.keys(given.body).sort()).toEqual(['action', 'at', 'id', 'kind', 'text', 'version', 'via']);

    const [row] = (await rows()) as [Row];
    expect(row).toMatchObject({ userId: ada.id, version, text: shown });
    expect(row.evidence).toMatch(/^v1\.test-key\./);
    expect(evidenceIn(row)).toEqual({ number: NUMBERS.mobile, ip: '127.0.0.1', userAgent: 'Callivate/1.0 (iPhone)' });
    expect(await details()).toEqual([['consent-given', { version }]]);
  });

  it('is one row however often it is given, and one however often it is taken back', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    const { id } = await agree(ada);
    expect((await agree(ada)).id).toBe(id);
    for (const _ of [1, 2]) expect((await revoke()).status).toBe(204);
    expect((await rows()).map(({ action, via }) => [action, via])).toEqual([
      ['given', 'app'],
      ['revoked', 'app'],
    ]);
    expect(await details()).toEqual([
      ['consent-revoked', { via: 'app' }],
      ['consent-given', { version: 'calls-1-en' }],
    ]);
    expect((await agree(ada)).id).not.toBe(id);
  });

  it('counts by what was said last, even to a replica whose clock is behind', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    await agree(ada);
    await line.world.rows(`UPDATE consents SET at = at + interval '800 ms'`);
    await revoke();
    expectProblem(await ringsOnPhone(), 409, 'consent-needed');
    const { items } = await words();
    expect(items.map(({ action, at }) => [action, at])).toEqual([
      ['revoked', '2026-03-02T12:00:00.801Z'],
      ['given', '2026-03-02T12:00:00.800Z'],
    ]);
  });

  it('is read by its owner alone, the newest first and page by page', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    for (let i = 0; i < 2; i++) {
      await agree(ada);
      await revoke();
    }
    const first = await words('?limit=3');
    const second = await words(`?limit=3&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ action }) => action)).toEqual([
      ...['revoked', 'given', 'revoked', 'given'],
    ]);
    expect(second.nextCursor).toBeNull();
    expect(JSON.stringify(first)).not.toMatch(/evidence|127\.0\.0\.1|2671/);
    const bea = await line.world.person('Bea');
    expect((await bea.api.get('/me/consents')).body).toEqual({ items: [], nextCursor: null });
  });

  it('is what lets calls ring on the telephone, after a number; and what is missing is said by name', async () => {
    expectProblem(await ringsOnPhone(), 409, 'phone-not-verified');
    await proveNumber(line, ada, NUMBERS.mobile);
    expectProblem(await ringsOnPhone(), 409, 'consent-needed');
    await agree(ada);
    expect(await ringsOnPhone()).toMatchObject({ status: 200, body: { ringOn: 'phone' } });
  });

  it('that is taken back ends what waits to be called, and calls ring in the app from then on, as the text says', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    await agree(ada);
    await ringsOnPhone();
    await ada.habit('Run', { at: '12:05' });
    await line.world.reaches('2026-03-02T12:05', 'Europe/Lisbon');
    await (await line.twilio.ringing(NUMBERS.mobile)).noAnswer();
    await line.twilio.quiet();
    await line.world.time.work();
    expect((await ada.calls()).map(({ status }) => status)).toEqual(['ended', 'queued']);

    await revoke();
    await line.world.time.work();

    expect((await ada.calls()).map(({ status, ending }) => [status, ending])).toEqual([
      ['ended', 'no-answer'],
      ['ended', expect.stringMatching(/^(refused|canceled)$/)],
    ]);
    expect((await (await ada.fresh()).get('/me/settings')).body).toMatchObject({ ringOn: 'app' });
    await line.world.passes({ hours: 2 });
    expect(line.twilio.calls.filter(({ announcement }) => announcement === undefined)).toHaveLength(1);
  });

  it('goes with the number, and says so', async () => {
    await proveNumber(line, ada, NUMBERS.mobile);
    await agree(ada);
    await (await ada.fresh()).delete('/me/phone');
    expect((await words()).items.map(({ action, via }) => [action, via])).toEqual([
      ['revoked', 'phone-removed'],
      ['given', 'app'],
    ]);
  });

  it('and its evidence outlive the account for five years, and are then forgotten', async () => {
    await line.end();
    line = await beginWithTelephone('2020-03-02T12:00:00Z');
    ada = await line.world.person('Ada');
    await proveNumber(line, ada, NUMBERS.mobile);
    await agree(ada);
    await (await ada.fresh()).delete('/me');
    const kept = (await rows()) as [Row, Row];
    expect(kept.map(({ via, userId }) => [via, userId])).toEqual([
      ['app', ada.id],
      ['account-deleted', ada.id],
    ]);
    expect(kept.map(evidenceIn)).toEqual([
      { number: NUMBERS.mobile, ip: '127.0.0.1', userAgent: expect.any(String) },
      { number: NUMBERS.mobile },
    ]);

    await line.world.time.reach(new Date('2025-03-02T12:00:00Z'));
    expect(await rows()).toHaveLength(2);
    await line.world.time.reach(new Date('2025-03-10T12:00:00Z'));
    expect(await rows()).toEqual([]);
  });
});
