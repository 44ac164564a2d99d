import { Audit } from '../../src/platform/audit';
import { newId, UnitOfWork } from '../../src/platform/database';
import { correlated } from '../../src/platform/logging';
import type { Person } from '../support/person';
import { World } from '../support/world';

const FIRST_PAGE = { limit: 50 };

interface Row {
  id: string;
  userId: string | null;
  action: string;
  correlationId: string | null;
  detail: string | null;
}

describe('The audit log', () => {
  let world: World;
  let audit: Audit;
  let ada: Person;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    audit = world.app.get(Audit);
    ada = await world.person('Ada');
  });
  afterAll(() => world.end());

  const entries = () => world.rows<Row>('SELECT * FROM audit_entries ORDER BY at, id');

  it('keeps what was done, by whom, under which correlation id, and its detail unreadable', async () => {
    const detail = { reason: 'In hospital until Easter.' };
    await correlated('the-request', () => audit.record({ userId: ada.id, action: 'calls-suppressed', detail }));

    const row = (await entries()).at(-1);
    expect(row).toMatchObject({ userId: ada.id, action: 'calls-suppressed', correlationId: 'the-request' });
    expect(row?.detail).toMatch(/^v1\.test-key\./);
    expect((await audit.list(ada.id, FIRST_PAGE)).items[0]).toMatchObject({ action: 'calls-suppressed', detail });
  });

  it('knows nothing of what was rolled back', async () => {
    const before = await entries();
    const broken = world.app.get(UnitOfWork).run(async () => {
      await audit.record({ userId: ada.id, action: 'signed-out' });
      throw new Error('rolled back');
    });
    await expect(broken).rejects.toThrow('rolled back');
    expect(await entries()).toEqual(before);
  });

  it.each([
    ['rewritten', `UPDATE audit_entries SET action = 'signed-out'`],
    ['dated back', `UPDATE audit_entries SET at = at - interval '1 day'`],
    ['given to somebody else', 'UPDATE audit_entries SET user_id = id'],
    ['rewritten while it is detached', `UPDATE audit_entries SET user_id = NULL, action = 'signed-out'`],
    ['detached from a person who is still here', 'UPDATE audit_entries SET user_id = NULL'],
    ['emptied', 'UPDATE audit_entries SET detail = NULL'],
    ['given other words', `UPDATE audit_entries SET detail = detail || 'A' WHERE detail IS NOT NULL`],
    ['given words where there were none', `UPDATE audit_entries SET detail = 'v1.k.n.c' WHERE detail IS NULL`],
    ['deleted', 'DELETE FROM audit_entries'],
    ['truncated', 'TRUNCATE audit_entries'],
  ])('cannot be %s', async (_, statement) => {
    await audit.record({ userId: ada.id, action: 'calls-allowed' });
    const before = await entries();
    await expect(world.rows(statement)).rejects.toThrow(/only ever added to/);
    expect(await entries()).toEqual(before);
  });

  it('shows an altered detail to nobody', async () => {
    const { id } = (await entries())[0]!;
    const copy = newId();
    await world.rows(
      `INSERT INTO audit_entries (id, user_id, action, at, detail)
       SELECT $2, user_id, action, at, detail FROM audit_entries WHERE id = $1`,
      [id, copy],
    );
    const { items } = await audit.list(ada.id, FIRST_PAGE);
    const detailOf = (wanted: string) => items.find((entry) => entry.id === wanted)?.detail;
    expect(detailOf(copy)).toBeNull();
    expect(detailOf(id)).toMatchObject({});
  });

  it('keeps of somebody who left that they were here and left, and not a word about them', async () => {
    const bea = await world.person('Bea');
    await bea.api.patch('/me/settings', { appRings: 'calling-window' });
    const ids = (await entries()).filter(({ userId }) => userId === bea.id).map(({ id }) => id);
    expect(ids).toHaveLength(2);

    await bea.api.delete('/me');

    const left = (await entries()).slice(-3);
    expect(left.map(({ action }) => action)).toEqual(['signed-in', 'settings-changed', 'account-deleted']);
    expect(left.slice(0, 2).map(({ id }) => id)).toEqual(ids);
    expect(left.map(({ userId, detail }) => ({ userId, detail }))).toEqual(
      Array(3).fill({ userId: null, detail: null }),
    );
  });

  it('forgets after five years, and no day sooner', async () => {
    const old = await Promise.all(
      ['2021-02-20T12:00:00Z', '2021-03-10T12:00:00Z'].map(async (at) => {
        const [row] = await world.rows<{ id: string }>(
          `INSERT INTO audit_entries (id, action, at) VALUES ($1, 'signed-in', $2) RETURNING id`,
          [newId(), at],
        );
        return row!.id;
      }),
    );
    await world.passes({ hours: 1 });
    const left = (await entries()).map(({ id }) => id);
    expect(old.map((id) => left.includes(id))).toEqual([false, true]);
  });
});
