import { Audit } from '../../src/platform/audit';
import { Crypto } from '../../src/platform/crypto';
import { KeyRing } from '../../src/platform/crypto/key-ring';
import { ReEncryption } from '../../src/platform/crypto/re-encryption';
import { ReEncryptionRepository, type Sealed } from '../../src/platform/crypto/re-encryption.repository';
import { newId } from '../../src/platform/database';
import { Metrics } from '../../src/platform/metrics';
import { Status } from '../../src/platform/status';
import { loggedCode } from '../support/number-codes';
import { NUMBERS } from '../support/numbers';
import type { Person } from '../support/person';
import { World } from '../support/world';

const OLD = { id: 'test-key', secret: '0123456789abcdef0123456789abcdef' };
const NEW = 'next:fedcba9876543210fedcba9876543210';

/** More than the job takes at once. */
const ENTRIES = 1200;

describe('A change of keys', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z', { ENCRYPTION_KEYS: `${NEW},${OLD.id}:${OLD.secret}` });
    ada = await world.person('Ada');
    await writtenUnderTheOldKey(ENTRIES);
  });
  afterEach(() => world.end());

  async function writtenUnderTheOldKey(count: number): Promise<void> {
    const before = new KeyRing([OLD]);
    const ids = Array.from({ length: count }, () => newId());
    const place = { table: 'audit_entries', column: 'detail' };
    const texts = ids.map((id, i) => before.encrypt(JSON.stringify({ i }), { ...place, id }));
    await world.rows(
      `INSERT INTO audit_entries (id, user_id, action, at, detail)
       SELECT id, $3, 'settings-changed', $4, detail FROM unnest($1::uuid[], $2::text[]) AS old (id, detail)`,
      [ids, texts, ada.id, world.clock.now()],
    );
  }

  const under = async (key: string) =>
    Number(
      (
        await world.rows<{ n: string }>(
          `SELECT count(*) AS n FROM audit_entries WHERE split_part(detail, '.', 2) = $1`,
          [key],
        )
      )[0]!.n,
    );

  const report = async () => (await world.app.get(Status).report()).encryption;

  it('brings all that there is under the new one within the hour, and says when the old one may go', async () => {
    expect(await under('test-key')).toBe(ENTRIES);
    expect(await report()).toEqual({ current: 'next', old: [{ id: 'test-key', inUse: true }] });

    await world.passes({ hours: 1 });

    expect([await under('test-key'), await under('next')]).toEqual([0, ENTRIES + 1]);
    expect(await report()).toEqual({ current: 'next', old: [{ id: 'test-key', inUse: false }] });
    const { items } = await world.app.get(Audit).list(ada.id, { limit: ENTRIES + 1 });
    const read = new Set(items.map(({ detail }) => detail?.i));
    expect(read).toEqual(new Set([...Array(ENTRIES).keys(), undefined]));
  });

  it('goes on where it was stopped', async () => {
    const repository = world.app.get(ReEncryptionRepository);
    const stop = new AbortController();
    const replace = jest.spyOn(repository, 'replace').mockImplementationOnce(async (...given) => {
      stop.abort();
      return repository.replace(...given);
    });

    await world.app.get(ReEncryption).run(stop.signal);
    const half = await under('test-key');
    await world.app.get(ReEncryption).run();

    expect(half).toBe(ENTRIES - 500);
    expect(await under('test-key')).toBe(0);
    replace.mockRestore();
  });

  it('leaves alone what somebody changed meanwhile', async () => {
    const repository = world.app.get(ReEncryptionRepository);
    const column = world.app.get(Crypto).columns[0]!;
    const [first] = await repository.under('test-key', column, ada.id, 1);
    const mine = { ...first!, instead: column.encrypt('mine', first!.id) };

    expect(await repository.replace(column, [mine])).toBe(1);
    expect(await repository.replace(column, [{ ...first!, instead: column.encrypt('theirs', first!.id) }])).toBe(0);

    const [row] = await world.rows<{ detail: string }>('SELECT detail FROM audit_entries WHERE id = $1', [first!.id]);
    expect(column.decrypt(row!.detail, first!.id)).toBe('mine');
  });

  it('tells of a text that cannot be read, and goes on behind it', async () => {
    const id = newId();
    await world.rows(
      `INSERT INTO audit_entries (id, user_id, action, at, detail) VALUES ($1, $2, 'signed-in', $3, 'v1.test-key.AAAA.AAAA')`,
      [id, ada.id, world.clock.now()],
    );
    await world.app.get(ReEncryption).run();
    expect(await under('test-key')).toBe(1);
    expect(await world.app.get(Metrics).registry.metrics()).toContain(
      'callivate_re_encrypted_texts_total{outcome="unreadable"} 1',
    );
  });
});

describe('Numbers, codes and consents', () => {
  let world: World;
  let replica: Awaited<ReturnType<World['replica']>>;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    const { api } = await world.person('Ada');
    await api.put('/me/phone', { number: NUMBERS.mobile });
    await api.post('/me/phone/verification', { code: loggedCode(world) });
    await api.post('/me/consents', { kind: 'calls', version: 'calls-1-en' });
    await api.put('/me/phone', { number: NUMBERS.otherMobile });
    replica = await world.replica({ ENCRYPTION_KEYS: `${NEW},${OLD.id}:${OLD.secret}` });
    await replica.get(ReEncryption).run();
  });

  afterAll(async () => {
    await replica.close();
    await world.end();
  });

  const opened = async (table: string, column: string) => {
    const [row] = await world.rows<Sealed>(`SELECT id, ${column} AS envelope FROM ${table}`);
    expect(row?.envelope).toMatch(/^v1\.next\./);
    const declared = replica.get(Crypto).columns.find((one) => one.table === table && one.column === column);
    return declared!.decrypt(row!.envelope, row!.id);
  };

  it('come under the new key with all the rest, and stay what they were', async () => {
    expect(await opened('phones', 'number')).toBe(NUMBERS.mobile);
    expect(await opened('phone_verifications', 'number')).toBe(NUMBERS.otherMobile);
    expect(await opened('phone_verifications', 'code')).toBe(loggedCode(world));
    expect(JSON.parse(await opened('consents', 'evidence'))).toMatchObject({ number: NUMBERS.mobile, ip: '127.0.0.1' });
    expect((await replica.get(Status).report()).encryption).toEqual({
      current: 'next',
      old: [{ id: 'test-key', inUse: false }],
    });
  });
});
