import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../src/platform/database';
import { World } from '../support/world';

describe('A unit of work', () => {
  let world: World;
  let work: UnitOfWork;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    work = world.app.get(UnitOfWork);
    await world.rows('CREATE TABLE notes (body text, written_by_whom text, is_2nd_copy boolean)');
  });

  beforeEach(() => world.rows('DELETE FROM notes'));

  afterAll(() => world.end());

  const write = (body: string) => work.execute('INSERT INTO notes (body) VALUES ($1)', [body]);
  const written = async () =>
    (await world.rows<{ body: string }>('SELECT body FROM notes ORDER BY body')).map(({ body }) => body);
  const transaction = async () => (await work.row<{ id: string }>('SELECT pg_current_xact_id()::text AS id'))!.id;

  it('makes one transaction of all that joins it', async () => {
    const [outer, inner] = await work.run(async () => [await transaction(), await work.run(transaction)]);
    expect(inner).toBe(outer);
    expect(await work.run(transaction)).not.toBe(outer);
  });

  it('rolls back everything when the inner part fails', async () => {
    const failed = work.run(async () => {
      await write('before');
      await work.run(async () => {
        await write('inside');
        throw new Error('no');
      });
    });
    await expect(failed).rejects.toThrow('no');
    expect(await written()).toEqual([]);
  });

  it('acts afterwards on what is committed, and before it returns', async () => {
    const seen: string[][] = [];
    const look = async () => {
      seen.push(await written());
    };
    await work.run(async () => {
      await write('mine');
      await work.run(() => work.afterCommit(look));
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([['mine']]);
    await work.afterCommit(look);
    expect(seen).toHaveLength(2);
  });

  it('does not act afterwards when it was rolled back', async () => {
    let acted = false;
    const failed = work.run(async () => {
      await work.afterCommit(async () => {
        acted = true;
      });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(acted).toBe(false);
  });

  it('shows nothing of itself until it is done', async () => {
    await work.run(async () => {
      await write('mine');
      expect(await work.rows('SELECT 1 FROM notes')).toHaveLength(1);
      expect(await world.app.get(DataSource).query('SELECT 1 FROM notes')).toHaveLength(0);
    });
    expect(await written()).toEqual(['mine']);
  });

  it('keeps units that run side by side apart: one fails, the other stands', async () => {
    let begun = 0;
    let letGo!: () => void;
    const bothHaveBegun = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const unit = (body: string, fails: boolean) =>
      work.run(async () => {
        await write(body);
        begun += 1;
        if (begun === 2) letGo();
        await bothHaveBegun;
        expect(await work.rows('SELECT body FROM notes')).toEqual([{ body }]);
        if (fails) throw new Error('no');
      });
    const results = await Promise.allSettled([unit('fails', true), unit('stands', false)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    expect(await written()).toEqual(['stands']);
  });

  it('gives its connection back when a statement outside a transaction fails', async () => {
    const failures = Array.from({ length: 20 }, () => work.rows('SELECT 1 / 0'));
    await expect(Promise.allSettled(failures)).resolves.toHaveLength(20);
    expect(await transaction()).toMatch(/^\d+$/);
  });

  it('speaks of columns as the product does, and counts what it touched', async () => {
    expect(await work.execute(`INSERT INTO notes VALUES ('a', 'Ada', true), ('b', 'Ada', false)`)).toBe(2);
    expect(
      await work.row(`SELECT written_by_whom, is_2nd_copy, count(*) OVER () AS how_many,
      date '2026-03-02' AS local_date, 1.5::numeric AS quantity FROM notes WHERE body = 'a'`),
    ).toEqual({
      writtenByWhom: 'Ada',
      is2ndCopy: true,
      howMany: 1,
      localDate: '2026-03-02',
      quantity: 1.5,
    });
    expect(await work.row('SELECT 1 FROM notes WHERE false')).toBeUndefined();
    expect(await work.execute('DELETE FROM notes')).toBe(2);
  });
});
