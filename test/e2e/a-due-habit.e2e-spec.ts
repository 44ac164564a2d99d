import { HOUR } from '../../src/kernel/clock';
import { World } from '../support/world';

describe('A due habit', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterEach(() => world.end());

  it('rings, hears yes, and grows the streak', async () => {
    const ada = await world.person('Ada', 'Europe/Lisbon');
    const reading = await ada.habit('Read ten pages', { at: '20:00' });

    await world.reaches('2026-03-02T19:59', 'Europe/Lisbon');
    expect(await ada.phone.isSilent()).toBe(true);
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const line = await ada.phone.pickUp();
    expect(line.heard[0]).toMatch(/Ada, .*Callivate.*AI.*“Read ten pages”/);
    await line.say('Yes, just finished');

    expect(line.isOver).toBe(true);
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 completed']);
    expect(await ada.streakOf(reading)).toBe(1);
  });

  it('rings on the night the clocks go forward at the minute that takes the place of the one that does not exist', async () => {
    const ada = await world.person('Ada', 'Europe/Berlin');
    await ada.habit('Take the tablet', { at: '02:30', from: '2026-03-29' });

    await world.time.reach(new Date('2026-03-29T01:29:59Z'));
    expect(await ada.phone.isSilent()).toBe(true);
    await world.reaches('2026-03-29T03:30', 'Europe/Berlin');
    await (await ada.phone.pickUp()).press('1');

    expect(await ada.dayOf('2026-03-29')).toEqual(['02:30 completed']);
  });

  it.each([
    ['a midnight that is skipped', '2026-04-24', '00:00', 'Africa/Cairo', '2026-04-23T22:00:00Z', '01:00'],
    ['half an hour that is skipped', '2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z', '02:45'],
  ])('rings as soon after %s as it would have been', async (_, date, at, zone, instant, shown) => {
    world.clock.moveTo(new Date(Date.parse(instant) - 24 * HOUR));
    const ada = await world.person('Ada', zone);
    const tablet = await ada.habit('Take the tablet', { at, from: date, every: 'FREQ=DAILY;COUNT=1' });
    expect(tablet.nextDueAt).toBe(new Date(instant).toISOString());

    await world.time.reach(new Date(Date.parse(instant) - 1000));
    expect(await ada.phone.isSilent()).toBe(true);
    await world.reaches(`${date}T${shown}`, zone);
    await (await ada.phone.pickUp()).say('done');

    expect(await ada.dayOf(date)).toEqual([`${at} completed`]);
    expect(await ada.calls()).toHaveLength(1);
  });

  it('rings once on the night that has one hour twice', async () => {
    world.clock.moveTo(new Date('2026-10-24T12:00:00Z'));
    const ada = await world.person('Ada', 'Europe/Berlin');
    await ada.habit('Take the tablet', { at: '02:30', from: '2026-10-25' });

    await world.time.reach(new Date('2026-10-25T00:30:00Z'));
    await (await ada.phone.pickUp()).say('done');
    await world.time.reach(new Date('2026-10-25T03:00:00Z'));

    expect(await ada.calls()).toHaveLength(1);
  });

  it('calls once more after half an hour when nobody answers, then writes, and is given up after the grace alone', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });

    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    await world.passes({ minutes: 30, seconds: 30 });
    expect((await ada.calls()).map(({ purpose, status, ending }) => [purpose, status, ending])).toEqual([
      ['due', 'ended', 'no-answer'],
      ['follow-up', 'ringing', null],
    ]);

    await world.reaches('2026-03-02T20:32', 'Europe/Lisbon');
    expect((await ada.messages()).map(({ kind }) => kind)).toEqual(['missed-call']);
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 due']);

    await world.reaches('2026-03-02T21:59', 'Europe/Lisbon');
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 due']);
    await world.reaches('2026-03-02T22:01', 'Europe/Lisbon');
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 missed']);
  });

  it('calls back at the time the person names', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');

    const line = await ada.phone.pickUp();
    await line.say('Not yet, call me in twenty minutes');
    expect(line.heard.join(' ')).toContain('20:20');
    await world.reaches('2026-03-02T20:19', 'Europe/Lisbon');
    expect(await ada.phone.isSilent()).toBe(true);
    await world.reaches('2026-03-02T20:20', 'Europe/Lisbon');
    await (await ada.phone.pickUp()).say('Yes');

    expect((await ada.calls()).map(({ purpose }) => purpose)).toEqual(['due', 'callback']);
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 completed']);
  });

  it('makes one call of what is due together, each thing answered on its own', async () => {
    const ada = await world.person('Ada');
    const run = await ada.habit('Run', { at: '20:00' });
    const read = await ada.habit('Read', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');

    const line = await ada.phone.pickUp();
    await line.say('yes');
    await line.say('skip it today');

    const [call] = await ada.calls();
    expect(call!.occurrenceIds).toHaveLength(2);
    expect(call!.results.map(({ meaning }) => meaning)).toEqual(['done', 'skip']);
    const today = await ada.today();
    const statusOf = (id: string) => today.items.find(({ habit }) => habit.id === id)?.occurrence.status;
    expect([statusOf(run.id), statusOf(read.id)]).toEqual(['completed', 'skipped']);
  });

  it('never calls again once the person says stop', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');

    const line = await ada.phone.pickUp();
    await line.say('stop calling me');
    expect(line.heard.join(' ')).toContain('I will not call you again');

    await world.reaches('2026-03-03T20:05', 'Europe/Lisbon');
    const [, refused, ...others] = await ada.calls();
    expect(refused).toMatchObject({ ending: 'refused', refusal: { code: 'suppressed' }, dialedAt: null });
    expect(others).toEqual([]);
    expect((await ada.messages()).map(({ body }) => body)).toEqual(['You asked us not to call. Done?']);
    expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true, via: 'call' });
  });

  it('stays silent about what was checked in before its time', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    const [item] = (await ada.today()).items;

    await ada.checkIn(item!.occurrence.id);
    await world.reaches('2026-03-02T23:00', 'Europe/Lisbon');

    expect(await ada.calls()).toEqual([]);
    expect(await ada.messages()).toEqual([]);
  });

  it('stops ringing the moment it is checked in elsewhere, and cancels what was to follow', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    const [item] = (await ada.today()).items;

    await ada.checkIn(item!.occurrence.id);
    expect((await ada.calls()).map(({ ending }) => ending)).toEqual(['canceled']);
    await world.reaches('2026-03-02T23:00', 'Europe/Lisbon');
    expect(await ada.calls()).toHaveLength(1);
    expect(await ada.messages()).toEqual([]);
  });

  it('tells of a ring it was too late for, and breaks nobody’s streak by it', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    world.clock.moveTo(new Date('2026-03-02T23:30:00Z'));
    await world.time.work();

    expect((await ada.calls()).map(({ ending, refusal }) => [ending, refusal?.code])).toEqual([['refused', 'late']]);
    expect((await ada.messages()).map(({ body }) => body)).toEqual(['Due 20:00, we were late. Done?']);
    await world.passes({ minutes: 119 });
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 due']);
  });

  it('tells why, step by step', async () => {
    const ada = await world.person('Ada');
    await ada.habit('Run', { at: '20:00' });
    await world.reaches('2026-03-02T20:00', 'Europe/Lisbon');
    await (await ada.phone.pickUp()).say('I have done it');

    const [item] = (await ada.today()).items;
    const kinds = await ada.timeline(item!.occurrence.id);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'planned',
        'due',
        'call-queued',
        'call-dialed',
        'call-ringing',
        'call-answered',
        'heard',
        'understood',
        'checked-in',
        'call-settled',
      ]),
    );
    expect(kinds[0]).toBe('planned');
  });
});
