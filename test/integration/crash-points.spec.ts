import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TimeMachine } from '../../src/demo/time-machine';
import { instantOf } from '../../src/kernel/local-time';
import { CallsService } from '../../src/modules/calls/calls.service';
import { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import { World } from '../support/world';

/**
 * The life of a call, cut off after each committed step: the process that did it (`dying`) never does anything again, and
 * another one alone goes on.
 */
describe('When the process dies', () => {
  let world: World;
  let survivor: NestFastifyApplication;
  let dying: Engine;
  let ada: Person;
  let day: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
    survivor = await world.replica();
    dying = new Engine(world.app);
  });

  beforeEach(async () => {
    await world.rows('DELETE FROM users');
    day = await world.nextNoon();
    ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await ada.habit('Read', { at: '20:00' });
    world.clock.moveTo(new Date(`${day}T20:00:00Z`));
  });

  afterAll(async () => {
    await survivor.close();
    await world.end();
  });

  const survivorReaches = (time: string) =>
    new TimeMachine(survivor, world.clock).reach(instantOf({ date: day, time }, 'Europe/Lisbon'));

  /** Each call as `purpose ending`, or `purpose status` while it is not over. */
  const calls = async () => (await ada.calls()).map(({ purpose, status, ending }) => `${purpose} ${ending ?? status}`);
  const messages = async () => (await ada.messages()).map(({ kind }) => kind);
  const rings = async () => (await world.rows(`SELECT 1 FROM changes WHERE topic = 'call.ringing'`)).length;

  const isSettledOnce = async () => {
    expect(await world.rows(`SELECT id FROM calls WHERE status <> 'ended' OR settled_at IS NULL`)).toEqual([]);
    const twice = await world.rows(
      `SELECT i.occurrence_id FROM call_items i JOIN calls c ON c.id = i.call_id
       GROUP BY i.occurrence_id, c.purpose HAVING count(*) > 1`,
    );
    expect(twice).toEqual([]);
    expect(await world.rows(`SELECT cause FROM messages GROUP BY cause HAVING count(*) > 1`)).toEqual([]);
  };

  /** Nobody answers the survivor either: one more call, one message, and both are given up after the grace. */
  const unansweredStory = async (first: string) => {
    await survivorReaches('20:45');
    expect(await calls()).toEqual([first, 'follow-up no-answer']);
    expect(await messages()).toEqual(['missed-call']);
    await survivorReaches('22:45');
    expect(await ada.dayOf(day)).toEqual(['20:00 missed', '20:00 missed']);
    await isSettledOnce();
  };

  describe('before it has dialed', () => {
    beforeEach(() => dying.dispatch());

    it('the phone rings all the same, once', async () => {
      await survivorReaches('20:00');
      expect(await calls()).toEqual(['due ringing']);
      await unansweredStory('due no-answer');
      expect(await rings()).toBe(2);
    });

    it('and it is noticed too late, the person is told, once, and not rung', async () => {
      world.clock.moveTo(new Date(`${day}T20:20:00Z`));
      await survivorReaches('20:20');
      expect(await calls()).toEqual(['due refused']);
      expect((await ada.messages()).length).toBeGreaterThan(0);
      expect(await rings()).toBe(0);
      await survivorReaches('22:19');
      expect(await ada.dayOf(day)).toEqual(['20:00 due', '20:00 due']);
      await isSettledOnce();
    });
  });

  describe('between “dialing” and the line', () => {
    beforeEach(async () => {
      await dying.dispatch();
      await dying.dialAndDie();
    });

    it('nothing is dialed before its lease is over, and then once', async () => {
      world.clock.moveTo(new Date(`${day}T20:00:29Z`));
      await new TimeMachine(survivor, world.clock).work();
      expect(await calls()).toEqual(['due dialing']);
      world.clock.moveTo(new Date(`${day}T20:00:30Z`));
      await new TimeMachine(survivor, world.clock).work();
      expect(await calls()).toEqual(['due ringing']);
      expect(await rings()).toBe(1);
      await unansweredStory('due no-answer');
    });

    it('and wakes up again after others have taken over, its ring is not heard', async () => {
      const [call] = await dying.calls();
      world.clock.moveTo(new Date(`${day}T20:00:30Z`));
      await new TimeMachine(survivor, world.clock).work();
      await dying.ring(call!);
      expect(await rings()).toBe(1);
      expect(await calls()).toEqual(['due ringing']);
    });

    it('and it is noticed too late, the person is told and not rung', async () => {
      world.clock.moveTo(new Date(`${day}T20:20:00Z`));
      await survivorReaches('20:21');
      expect(await calls()).toEqual(['due refused']);
      expect(await rings()).toBe(0);
      expect((await messages()).length).toBeGreaterThan(0);
      await isSettledOnce();
    });
  });

  it('while the phone rings, nobody having answered is noticed by others', async () => {
    await dying.dispatch();
    await dying.dial();
    await survivorReaches('20:01');
    expect(await calls()).toEqual(['due no-answer', 'follow-up queued']);
    await unansweredStory('due no-answer');
  });

  it('after the answer, before the socket: it counts as a line that broke', async () => {
    await dying.dispatch();
    await dying.dial();
    const [call] = await dying.calls();
    await world.app.get(CallsService).answer(ada.id, call!.id);
    await survivorReaches('20:01');
    expect(await calls()).toEqual(['due lost', 'follow-up queued']);
    await unansweredStory('due lost');
  });

  it('in the middle of a talk, what was said counts, and only the rest is asked again', async () => {
    await dying.dispatch();
    await dying.dial();
    const line = await ada.phone.pickUp();
    await line.say('yes');

    await survivorReaches('20:01');
    expect(await calls()).toEqual(['due lost', 'follow-up queued']);
    expect((await ada.dayOf(day)).sort()).toEqual(['20:00 completed', '20:00 due']);
    await survivorReaches('20:45');
    const [, followUp] = await ada.calls();
    expect(followUp!.occurrenceIds).toHaveLength(1);
    expect(await messages()).toEqual(['missed-call']);
    await isSettledOnce();
  });

  it('in the middle of a talk and comes back to life, a word it still hears counts, but the settled call stays as it is', async () => {
    await dying.dispatch();
    await dying.dial();
    const line = await ada.phone.pickUp();
    await survivorReaches('20:01');
    line.socket.send(JSON.stringify({ type: 'prompt', voicePrompt: 'skip it', lang: 'en-US', last: true }));

    await eventually(async () => (await ada.dayOf(day)).includes('20:00 skipped'));
    const [first] = await ada.calls();
    expect(first!.results.map(({ meaning }) => meaning).filter(Boolean)).toEqual([]);
    await survivorReaches('20:31');
    expect(await calls()).toEqual(['due lost', 'follow-up no-answer']);
    expect(await world.rows('SELECT left_out FROM call_items WHERE left_out IS NOT NULL')).toEqual([
      { leftOut: 'checked-in' },
    ]);
  });

  it.each<[string, string | null, string, string[]]>([
    ['an unanswered ring', null, 'no-answer', ['due no-answer', 'follow-up queued']],
    ['a talk in which it was done', 'done', 'answered', ['due answered']],
    ['a talk in which it was skipped', 'skip', 'lost', ['due lost']],
    ['a talk in which it was not done yet', 'not-done', 'answered', ['due answered', 'follow-up queued']],
  ])('between the end and the settling of %s, others settle it', async (_, meaning, ending, expected) => {
    await dying.dispatch();
    await dying.dial();
    await world.rows('UPDATE call_items SET meaning = $1, at = $2', [meaning, world.clock.now()]);
    await world.rows(`UPDATE calls SET status = 'ended', ending = $1, ended_at = $2`, [ending, world.clock.now()]);

    await survivorReaches('20:01');
    expect(await calls()).toEqual(expected);
    await survivorReaches('20:45');
    await isSettledOnce();
  });

  it('before a message is sent, others send it, once', async () => {
    world.clock.moveTo(new Date(`${day}T20:30:00Z`));
    await dying.dispatch();
    await survivorReaches('20:31');
    expect(await messages()).toEqual(['late-call']);
    expect(await world.rows(`SELECT 1 FROM changes WHERE topic = 'notification.created'`)).toHaveLength(1);
  });
});
