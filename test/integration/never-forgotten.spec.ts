import { CheckInsService, PausesService } from '../../src/modules/habits';
import { UsersService } from '../../src/modules/users';
import { Engine } from '../support/engine';
import type { Person } from '../support/person';
import { World } from '../support/world';

describe('An occurrence that was taken up', () => {
  let world: World;
  let engine: Engine;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    engine = new Engine(world.app);
    ada = await world.person('Ada');
  });

  afterEach(() => world.end());

  const fallDue = () => world.clock.moveTo(new Date('2026-03-02T20:00:00Z'));
  const occurrence = async (title: string) =>
    (await ada.today()).items.find(({ habit }) => habit.title === title)!.occurrence;

  it('is told, not forgotten, when its call still waits while the person says: stop calling me', async () => {
    await ada.api.patch('/me/settings', { bundleMinutes: 0 });
    await ada.habit('Run', { at: '20:00' });
    await ada.habit('Read', { at: '20:01' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const line = await ada.phone.pickUp();
    world.clock.moveTo(new Date('2026-03-02T20:01:00Z'));
    await world.time.work();

    await line.say('stop calling me');
    await world.time.work();

    expect((await ada.calls()).map(({ status, refusal }) => [status, refusal?.code])).toEqual([
      ['ended', undefined],
      ['ended', 'suppressed'],
    ]);
    const told = (await ada.messages()).map(({ title, body }) => `${title}: ${body}`);
    expect(told).toEqual(['Read: You asked us not to call. Done?']);
    await world.passes({ hours: 3 });
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 missed', '20:01 missed']);
  });

  it('is told, not forgotten, when it joined the call in which the person says: stop calling me', async () => {
    await ada.habit('Run', { at: '20:00' });
    await ada.habit('Read', { at: '20:01' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    await (await ada.phone.pickUp()).say('stop calling me');
    await world.reaches('2026-03-02T20:01', 'Europe/Lisbon');

    expect((await ada.calls()).map(({ status, ending }) => [status, ending])).toEqual([
      ['ended', 'answered'],
      ['ended', 'refused'],
    ]);
    const told = (await ada.messages()).map(({ title, body }) => `${title}: ${body}`);
    expect(told).toEqual(['Read: You asked us not to call. Done?']);
  });

  it('is given up after its grace when its call was canceled by a word that was taken back', async () => {
    await ada.habit('Run', { at: '20:00' });
    fallDue();
    await engine.dispatch();
    const { id } = await occurrence('Run');
    await engine.checkIn(ada.id, id);
    await world.app.get(CheckInsService).remove(ada.id, id);

    await world.passes({ minutes: 119 });
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 due']);
    await world.passes({ minutes: 2 });
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 missed']);
  });

  it('rests with its habit when the word about it is taken back during a pause', async () => {
    const habit = await ada.habit('Run', { at: '20:00', channel: 'push' });
    const { id } = await occurrence('Run');
    await engine.checkIn(ada.id, id);
    await world.app.get(PausesService).pause(ada.id, habit.id);
    await world.app.get(CheckInsService).remove(ada.id, id);

    await world.reaches('2026-03-02T23:00', 'Europe/Lisbon');
    expect(await ada.messages()).toEqual([]);
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 skipped']);
  });

  it('is never missed before the words said about it count', async () => {
    await ada.habit('Run', { at: '20:00' });
    fallDue();
    await engine.dispatch();
    await engine.dial();
    await world.rows(`UPDATE call_items SET meaning = 'done', quote = 'yes', at = $1`, [world.clock.now()]);
    await world.rows(`UPDATE calls SET status = 'ended', ending = 'answered', ended_at = $1`, [world.clock.now()]);

    world.clock.moveTo(new Date('2026-03-02T23:30:00Z'));
    await engine.close();
    await engine.settle();
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 completed']);
  });

  it('is not written about once all that the message speaks of is checked in, one after the other', async () => {
    await ada.habit('Run', { at: '20:00', channel: 'push' });
    await ada.habit('Read', { at: '20:00', channel: 'push' });
    fallDue();
    await engine.dispatch();
    for (const title of ['Run', 'Read']) await engine.checkIn(ada.id, (await occurrence(title)).id);
    await engine.send();
    expect(await ada.messages()).toEqual([]);
  });

  it('is asked about by message when the person has suppressed calls before it is dialed', async () => {
    await ada.habit('Run', { at: '20:00' });
    fallDue();
    await engine.dispatch();
    await world.app.get(UsersService).suppress(ada.id, { via: 'app', reason: 'Asked in the app.' });
    await world.time.work();
    expect((await ada.messages()).map(({ kind }) => kind)).toEqual(['not-called']);
  });

  it('keeps the word of a call that was asked for early, though the habit is edited while they talk', async () => {
    const habit = await ada.habit('Run', { at: '20:00' });
    const before = await occurrence('Run');
    await (await ada.fresh()).post(`/habits/${habit.id}/calls`);
    const line = await ada.phone.pickUp();

    const schedule = { startDate: '2026-03-02', times: ['20:00', '21:00'], recurrence: 'FREQ=DAILY' };
    await (await ada.fresh()).patch(`/habits/${habit.id}`, { schedule });
    await line.say('yes, just finished');

    expect((await ada.today()).items.map(({ occurrence }) => occurrence)).toMatchObject([
      { id: before.id, localTime: '20:00', status: 'completed' },
      { localTime: '21:00', status: 'planned' },
    ]);
  });
});
