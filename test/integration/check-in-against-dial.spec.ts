import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { plus, SECOND } from '../../src/kernel/clock';
import { CallsService } from '../../src/modules/calls/calls.service';
import { crowd } from '../support/crowd';
import { Elsewhere } from '../support/elsewhere';
import { Engine } from '../support/engine';
import { World } from '../support/world';

interface Due {
  id: string;
  userId: string;
}

describe('A check-in that meets a call on its way', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let elsewhere: Elsewhere;
  let engine: Engine;
  let other: Engine;
  let day: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
    replica = await world.replica();
    elsewhere = await Elsewhere.open(world);
    engine = new Engine(world.app);
    other = new Engine(replica);
  });

  beforeEach(async () => {
    await world.rows('DELETE FROM users');
    day = await world.nextNoon();
  });

  afterAll(async () => {
    await elsewhere.leave();
    await replica.close();
    await world.end();
  });

  const fallDue = (seconds = 0) => world.clock.moveTo(plus(new Date(`${day}T20:00:00Z`), seconds * SECOND));
  const dueToday = () =>
    world.rows<Due>(`SELECT id, user_id FROM occurrences WHERE local_date = $1 ORDER BY id`, [day]);
  const checkInAll = async (rows: Due[]) => {
    await Promise.all(rows.map(({ userId, id }) => engine.checkIn(userId, id)));
  };
  const answerAll = async () => {
    const ringing = (await engine.calls()).filter(({ status }) => status === 'ringing');
    await Promise.allSettled(ringing.map(({ userId, id }) => replica.get(CallsService).answer(userId, id)));
  };

  /** Nothing is under way any more about what was checked in, and nothing was written after it was. */
  const nothingIsLeft = async () => {
    for (let round = 0; round < 2; round += 1) {
      for (const one of [engine, other]) {
        await one.dispatch();
        await one.dial();
        await one.settle();
        await one.send();
      }
    }
    const left = await world.rows(
      `SELECT c.status, c.ending FROM calls c JOIN call_items i ON i.call_id = c.id
         JOIN occurrences o ON o.id = i.occurrence_id
       WHERE o.status = 'completed' AND (c.status NOT IN ('ended', 'talking')
         OR c.status = 'talking' AND c.cancel_requested_at IS NULL OR c.status = 'ended' AND c.settled_at IS NULL)`,
    );
    expect(left).toEqual([]);
    const told = await world.rows(
      `SELECT m.kind FROM messages m JOIN occurrences o ON o.id = ANY(m.occurrence_ids)
       WHERE o.status = 'completed' AND m.canceled_at IS NULL`,
    );
    expect(told).toEqual([]);
  };

  const withACrowd = async (): Promise<Due[]> => {
    await crowd(world, 100, [{ title: 'Run', at: '20:00' }]);
    return dueToday();
  };

  it.each<[string, () => Promise<unknown>]>([
    ['while it is dispatched', () => other.dispatch()],
    ['while it is dispatched and dialed', () => other.dispatch().then(() => other.dial())],
  ])('wins %s', async (_, step) => {
    const due = await withACrowd();
    fallDue();
    await Promise.all([step(), checkInAll(due)]);
    await nothingIsLeft();
  });

  it('wins while it is dialed and rung by two', async () => {
    const due = await withACrowd();
    fallDue();
    await engine.dispatch();
    await Promise.all([engine.dial(), checkInAll(due), other.dial()]);
    await nothingIsLeft();
  });

  it('wins while it is answered', async () => {
    const due = await withACrowd();
    fallDue();
    await engine.dispatch();
    await engine.dial();
    await Promise.all([answerAll(), checkInAll(due)]);
    await nothingIsLeft();
  });

  it('wins while the ring that nobody heard is settled', async () => {
    const due = await withACrowd();
    fallDue();
    await engine.dispatch();
    await engine.dial();
    fallDue(31);
    await Promise.all([other.rescue(), checkInAll(due)]);
    await nothingIsLeft();
    world.clock.moveTo(new Date(`${day}T20:40:00Z`));
    await nothingIsLeft();
  });

  it('wins while a message about it is sent', async () => {
    await crowd(world, 100, [{ title: 'Run', at: '20:00', channel: 'push' }]);
    const due = await dueToday();
    fallDue();
    await engine.dispatch();
    await Promise.all([other.send(), checkInAll(due)]);
    const late = await world.rows(
      `SELECT 1 FROM messages m JOIN check_ins c ON c.occurrence_id = ANY(m.occurrence_ids)
       WHERE m.sent_at IS NULL AND m.canceled_at IS NULL`,
    );
    expect(late).toEqual([]);
  });

  describe('in an order chosen by us', () => {
    let due: Due;

    beforeEach(async () => {
      await crowd(world, 1, [{ title: 'Run', at: '20:00' }]);
      due = (await dueToday())[0]!;
      fallDue();
    });

    const statuses = async () => (await engine.calls()).map(({ status, ending }) => ending ?? status);

    it('before the dispatcher: no call is made', async () => {
      await elsewhere.hold(due.userId);
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting();
      await other.dispatch();
      expect(await statuses()).toEqual([]);
      await elsewhere.commit();
      await checkIn;
      await nothingIsLeft();
      expect(await statuses()).toEqual([]);
    });

    it('between dispatch and dial: the call is never dialed', async () => {
      await engine.dispatch();
      await elsewhere.hold(due.userId);
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting();
      await other.dial();
      expect(await statuses()).toEqual(['queued']);
      await elsewhere.commit();
      await checkIn;
      await other.dial();
      expect(await statuses()).toEqual(['canceled']);
      expect((await engine.calls())[0]!.dialedAt).toBeNull();
    });

    it('between dialing and ringing: the phone stays silent', async () => {
      await engine.dispatch();
      await other.dialAndDie();
      await engine.checkIn(due.userId, due.id);
      expect(await statuses()).toEqual(['dialing']);
      fallDue(31);
      await engine.rescue();
      expect(await statuses()).toEqual(['canceled']);
      await nothingIsLeft();
      expect(await world.rows(`SELECT 1 FROM changes WHERE topic = 'call.ringing'`)).toEqual([]);
    });

    it('while the bell waits for the person: the phone stays silent', async () => {
      await engine.dispatch();
      const [ring, checkIn] = await checkInBeforeTheBell();
      await Promise.all([ring, checkIn]);
      await nothingIsLeft();
      expect(await statuses()).toEqual(['canceled']);
      expect(await world.rows(`SELECT 1 FROM changes WHERE topic = 'call.ringing'`)).toEqual([]);
    });

    it('against the answer: whoever picks up is told that it is over', async () => {
      await engine.dispatch();
      await engine.dial();
      const [call] = await engine.calls();
      await elsewhere.hold(due.userId);
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting();
      const answer = replica.get(CallsService).answer(due.userId, call!.id);
      const refused = expect(answer).rejects.toThrow('it is over');
      await elsewhere.keepsWaiting(2);
      await elsewhere.commit();
      await Promise.all([checkIn, refused]);
      expect(await statuses()).toEqual(['canceled']);
    });

    it('against the end of the ring: it is settled once, and nothing follows', async () => {
      await engine.dispatch();
      await engine.dial();
      fallDue(31);
      await elsewhere.hold(due.userId);
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting();
      const rescue = other.rescue();
      await elsewhere.keepsWaiting(2);
      await elsewhere.commit();
      await Promise.all([checkIn, rescue]);
      expect(await statuses()).toEqual(['canceled']);
      await nothingIsLeft();
    });

    it('after the ring has ended: the call that was to follow falls away', async () => {
      await engine.dispatch();
      await engine.dial();
      fallDue(31);
      await elsewhere.hold(due.userId);
      const rescue = other.rescue();
      await elsewhere.keepsWaiting();
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting(2);
      await elsewhere.commit();
      await Promise.all([checkIn, rescue]);
      expect(await statuses()).toEqual(['no-answer', 'canceled']);
      await nothingIsLeft();
    });

    /** The call is committed as `dialing` while nobody holds the person, then the check-in is first in the row, the bell second. */
    const checkInBeforeTheBell = async () => {
      await other.dialAndDie();
      const [call] = await engine.calls();
      await elsewhere.hold(due.userId);
      const checkIn = engine.checkIn(due.userId, due.id);
      await elsewhere.keepsWaiting();
      const ring = other.ring(call!);
      await elsewhere.keepsWaiting(2);
      await elsewhere.commit();
      return [ring, checkIn] as const;
    };
  });
});
