import { MINUTE, plus } from '../../src/kernel/clock';
import { type Change, ChangeFeed, ChangeLog } from '../../src/platform/changes';
import { Config } from '../../src/platform/config';
import { Postgres, UnitOfWork } from '../../src/platform/database';
import { Elsewhere } from '../support/elsewhere';
import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import { World } from '../support/world';

const START = new Date('2026-03-02T12:00:00Z');

describe('The change log', () => {
  let world: World;
  let elsewhere: Elsewhere;
  let ada: Person;
  let log: ChangeLog;

  beforeAll(async () => {
    world = await World.begin(START.toISOString());
    elsewhere = await Elsewhere.open(world);
    ada = await world.person('Ada');
    log = world.app.get(ChangeLog);
  });

  beforeEach(() => world.rows('DELETE FROM changes'));

  afterAll(async () => {
    await elsewhere.leave();
    await world.end();
  });

  const say = (topic: string, fields: { expiresAt?: Date; userId?: string } = {}) =>
    log.append([{ userId: ada.id, data: {}, ...fields, topic }]);

  const sayElsewhere = (topic: string) =>
    elsewhere.run(`INSERT INTO changes (user_id, topic, data, created_at) VALUES ($1, $2, '{}', $3)`, [
      ada.id,
      topic,
      START,
    ]);

  /** Another database's transaction on the same server may keep readers back for a moment. */
  const readOnceThere = async (read: () => Promise<Change[]>, count: number) => {
    let changes: Change[] = [];
    await eventually(async () => {
      changes = await read();
      return changes.length >= count;
    });
    return changes;
  };

  const topics = (changes: Change[]) => changes.map(({ topic }) => topic);

  it('does not pass over one who began before and commits after', async () => {
    const start = await log.end();
    await elsewhere.begin();
    await sayElsewhere('began first, committed last');
    await say('began last, committed first');
    expect(await log.after(start, 10)).toEqual([]);

    await elsewhere.commit();
    const read = await readOnceThere(() => log.after(start, 10), 2);
    expect(topics(read)).toEqual(['began first, committed last', 'began last, committed first']);
  });

  it('is read in pages without a gap and without a repetition, each transaction in its own order', async () => {
    const start = await log.end();
    await log.append(['1', '2', '3'].map((topic) => ({ userId: ada.id, topic, data: {} })));
    await say('4');
    await readOnceThere(() => log.after(start, 10), 4);

    const first = await log.after(start, 2);
    const second = await log.after(first.at(-1)!, 2);
    expect(topics([...first, ...second])).toEqual(['1', '2', '3', '4']);
    expect(await log.after(second.at(-1)!, 2)).toEqual([]);
  });

  it('is ordered by the number of the transaction, not by its text', async () => {
    for (const [transaction, topic] of [
      ['10', 'second'],
      ['9', 'first'],
    ]) {
      await elsewhere.run(
        `INSERT INTO changes (transaction_id, user_id, topic, data, created_at) VALUES ($1::xid8, $2, $3, '{}', $4)`,
        [transaction, ada.id, topic, START],
      );
    }
    const beginning = { transactionId: '0', sequence: 0 };
    expect(topics(await log.after(beginning, 10))).toEqual(['first', 'second']);
    expect(topics(await log.missedBy(ada.id, beginning, 10))).toEqual(['first', 'second']);
  });

  it('keeps nothing of what was rolled back', async () => {
    const start = await log.end();
    const failed = world.app.get(UnitOfWork).run(async () => {
      await say('never happened');
      throw new Error('after all not');
    });
    await expect(failed).rejects.toThrow('after all not');
    await say('happened');

    const read = await readOnceThere(() => log.after(start, 10), 1);
    expect(topics(read)).toEqual(['happened']);
  });

  it('tells a person what they missed: theirs alone, and no ring that is over', async () => {
    const start = await log.end();
    const { id: bobId } = await world.person('Bob');
    await say('for Bob', { userId: bobId });
    await say('a ring that is over', { expiresAt: START });
    await say('a ring that rings', { expiresAt: plus(START, MINUTE) });
    await say('a habit was changed');

    const missed = await readOnceThere(() => log.missedBy(ada.id, start, 10), 2);
    expect(topics(missed)).toEqual(['a ring that rings', 'a habit was changed']);
  });

  it('forgets the old, so many at a time', async () => {
    await log.append(['1', '2', '3'].map((topic) => ({ userId: ada.id, topic, data: {} })));
    expect(await log.forgetBefore(START, 2)).toBe(0);
    expect(await log.forgetBefore(plus(START, 1), 2)).toBe(2);
    expect(await log.forgetBefore(plus(START, 1), 2)).toBe(1);
  });

  describe('as it is fed to a process', () => {
    let poll: () => void;
    let feed: ChangeFeed;
    let heard: string[];

    beforeEach(async () => {
      const interval = jest.spyOn(globalThis, 'setInterval').mockReturnValue(setTimeout(() => {}, 0));
      feed = new ChangeFeed(log, world.app.get(Postgres), world.app.get(Config));
      await feed.onApplicationBootstrap();
      poll = interval.mock.calls[0]![0] as () => void;
      interval.mockRestore();
      heard = [];
      feed.subscribe((changes) => heard.push(...topics(changes)));
    });

    afterEach(() => feed.onModuleDestroy());

    it('comes by NOTIFY alone, each change once', async () => {
      for (const topic of ['1', '2', '3']) await say(topic);
      await eventually(async () => {
        if (heard.length < 3) await say('more');
        return heard.length >= 3;
      });
      expect(heard.slice(0, 3)).toEqual(['1', '2', '3']);
    });

    it('comes by the poll alone, each change once', async () => {
      await sayElsewhere('without a notice');
      await eventually(async () => {
        poll();
        return heard.length > 0;
      });
      await feed.read();
      expect(heard).toEqual(['without a notice']);
    });

    it('reaches no one who has stopped listening', async () => {
      const others: string[] = [];
      feed.subscribe((changes) => others.push(...topics(changes)))();
      await say('now');
      await eventually(async () => {
        await feed.read();
        return heard.length > 0;
      });
      expect(others).toEqual([]);
    });
  });
});
