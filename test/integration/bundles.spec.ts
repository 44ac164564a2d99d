import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TimeMachine } from '../../src/demo/time-machine';
import { instantOf } from '../../src/kernel/local-time';
import { CallsService } from '../../src/modules/calls/calls.service';
import { Engine } from '../support/engine';
import type { Person } from '../support/person';
import { World } from '../support/world';

/** A call at 20:00 about Run is answered a second after it began to ring; Read is due at 20:01 by itself. */
describe('A call that something joins', () => {
  let world: World;
  let replica: NestFastifyApplication;
  let engines: Engine[];
  let ada: Person;
  let day: string;
  let callId: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
    replica = await world.replica();
    engines = [new Engine(world.app), new Engine(replica)];
  });

  beforeEach(async () => {
    await world.rows('DELETE FROM users');
    day = await world.nextNoon();
    ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00', every: null });
    await ada.habit('Read', { at: '20:01', every: null });
    await world.reaches(`${day}T20:00`, 'Europe/Lisbon');
    callId = (await ada.phone.ringing()).id;
    world.clock.moveTo(new Date(`${day}T20:00:01Z`));
  });

  afterAll(async () => {
    await replica.close();
    await world.end();
  });

  const answer = (app: NestFastifyApplication) => app.get(CallsService).answer(ada.id, callId);
  const moveTo = (time: string) => world.clock.moveTo(new Date(`${day}T${time}Z`));
  const both = (step: (engine: Engine) => Promise<void>) => Promise.all(engines.map(step));
  const reaches = (time: string) =>
    new TimeMachine(replica, world.clock).reach(instantOf({ date: day, time }, 'Europe/Lisbon'));
  const calls = async () =>
    (await ada.calls()).map(
      ({ purpose, status, ending, occurrenceIds }) => `${purpose} ${ending ?? status} ${occurrenceIds.length}`,
    );
  const rings = async () => (await world.rows(`SELECT 1 FROM changes WHERE topic = 'call.ringing'`)).length;
  /** As a talk leaves it behind, settled or not. */
  const understood = (meaning: string, quote: string) =>
    world.rows('UPDATE call_items SET meaning = $2, quote = $3, at = $4 WHERE call_id = $1', [
      callId,
      meaning,
      quote,
      world.clock.now(),
    ]);

  it('is joined once, whoever answers at the same moment', async () => {
    const answers = await Promise.allSettled([answer(world.app), answer(replica), answer(world.app)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await calls()).toEqual(['due talking 2']);
  });

  it('is joined or rung for, never both, when it is answered in the very second of its own ring', async () => {
    moveTo('20:00:29.9');
    await world.rows(`UPDATE calls SET lease_until = $1`, [new Date(`${day}T20:02:00Z`)]);
    moveTo('20:01:00');
    await Promise.all([answer(replica), both((engine) => engine.dispatch().then(() => engine.dial()))]);
    await both((engine) => engine.dial());

    const open = await world.rows(
      `SELECT i.occurrence_id FROM call_items i JOIN calls c ON c.id = i.call_id
       WHERE c.ending IS NULL AND i.left_out IS NULL GROUP BY i.occurrence_id HAVING count(*) > 1`,
    );
    expect(open).toEqual([]);
    expect(await rings()).toBe(1);
  });

  it('keeps what joined from ringing while the talk lasts', async () => {
    await answer(world.app);
    await world.rows('UPDATE calls SET lease_until = $1', [new Date(`${day}T20:03:00Z`)]);
    moveTo('20:01:30');
    await both((engine) => engine.dispatch().then(() => engine.dial()));
    expect(await calls()).toEqual(['due talking 2']);
    expect(await rings()).toBe(1);
  });

  it.each([
    ['done', 'yes', 'completed', []],
    ['not-done', 'no', 'due', ['follow-up ringing 2']],
    ['unclear', 'banana', 'due', ['follow-up ringing 2']],
  ])('settles %s once, though the process died before', async (meaning, quote, status, after) => {
    await answer(world.app);
    await understood(meaning, quote);
    await world.rows(`UPDATE calls SET status = 'ended', ending = 'answered', ended_at = $1`, [world.clock.now()]);
    await both((engine) => engine.settle());
    await both((engine) => engine.settle());

    expect(await ada.dayOf(day)).toEqual([`20:00 ${status}`, `20:01 ${status}`]);
    await reaches('20:01');
    expect(await calls()).toEqual(['due answered 2', ...after.map(() => 'follow-up queued 2')]);
    moveTo('20:30:01');
    await both((engine) => engine.dial());
    expect(await calls()).toEqual(['due answered 2', ...after]);
  });

  it('gives back what it did not get to, once, when the process dies in the talk', async () => {
    await answer(world.app);
    await reaches('20:00');
    moveTo('20:00:20');
    await both((engine) => engine.rescue());
    await both((engine) => engine.rescue());
    expect(await ada.dayOf(day)).toEqual(['20:00 due', '20:01 planned']);

    moveTo('20:01:00');
    await both((engine) => engine.dispatch().then(() => engine.dial()));
    expect(await calls()).toEqual(['due lost 2', 'follow-up queued 1', 'due ringing 1']);
    expect(await rings()).toBe(2);
  });

  it('gives nothing back that was checked in, paused or taken back meanwhile', async () => {
    await answer(world.app);
    const read = (await ada.today()).items.find(({ habit }) => habit.title === 'Read')!;
    await ada.checkIn(read.occurrence.id);
    await (await ada.fresh()).delete(`/occurrences/${read.occurrence.id}/check-in`);
    expect(await ada.dayOf(day)).toEqual(['20:00 due', '20:01 due']);
    await (await ada.fresh()).put(`/habits/${read.habit.id}/pause`);
    moveTo('20:00:20');
    await both((engine) => engine.rescue());
    expect(await ada.dayOf(day)).toEqual(['20:00 due', '20:01 skipped']);

    moveTo('20:01:00');
    await both((engine) => engine.dispatch().then(() => engine.dial()));
    expect(await calls()).toEqual(['due lost 2', 'follow-up queued 1']);
  });

  it('counts the grace of what joined from when it was asked about', async () => {
    await answer(world.app);
    await understood('not-done', 'no');
    await engines[0]!.end(callId);
    const [row] = await world.rows<{ reachedAt: Date; closesAt: Date }>(
      `SELECT reached_at, closes_at FROM occurrences WHERE local_time = '20:01'`,
    );
    expect(row!.reachedAt).toEqual(world.clock.now());
    expect(row!.closesAt).toEqual(new Date(`${day}T22:01:00Z`));
  });
});
