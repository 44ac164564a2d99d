import type { AnswerResponse, CallResponse } from '../../src/modules/calls/calls.dto';
import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import { World } from '../support/world';

describe('What is due soon', () => {
  let world: World;
  let today: string;
  let people = 0;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });

  beforeEach(async () => {
    today = await world.nextNoon();
  });

  afterAll(() => world.end());

  /** With habits at these times, each named after its own. */
  const personWith = async (times: string[], settings: object = {}): Promise<Person> => {
    people += 1;
    const person = await world.person(`Ada${people}`);
    if (Object.keys(settings).length > 0) await person.api.patch('/me/settings', settings);
    for (const time of times) await person.habit(`At ${time.replace(':', ' ')}`, { at: time, every: null });
    return person;
  };
  const reaches = (time: string) => world.reaches(`${today}T${time}`, 'Europe/Lisbon');
  const at = async (person: Person, time: string) =>
    (await person.occurrences(today, today)).find(({ localTime }) => localTime === time)!;
  /** Each call as `purpose ending: times it is about`. */
  const story = async (person: Person) => {
    const times = new Map((await person.occurrences(today, today)).map(({ id, localTime }) => [id, localTime]));
    return (await person.calls()).map(
      ({ purpose, status, ending, occurrenceIds }) =>
        `${purpose} ${ending ?? status}: ${occurrenceIds.map((id) => times.get(id)).join(' ')}`,
    );
  };
  const settled = (person: Person) => eventually(async () => (await person.calls())[0]!.status === 'ended');

  it('joins the call that is answered, is asked about one by one, and does not ring again', async () => {
    const ada = await personWith(['13:00', '13:04', '13:10', '13:11']);
    await reaches('13:00');
    const line = await ada.phone.pickUp();
    expect(line.heard.join(' ')).toMatch(/3 of your habits\b.*First: At 13 00\./);
    await line.say('yes');
    expect(line.heard.join(' ')).toMatch(/Next: At 13 04\./);
    await line.say('yes');
    expect(line.heard.join(' ')).toMatch(/Next: At 13 10\./);
    await line.say('skip it');
    expect(line.isOver).toBe(true);

    const [call] = await ada.calls();
    const ids = await Promise.all(['13:00', '13:04', '13:10'].map(async (time) => (await at(ada, time)).id));
    expect(call).toMatchObject({ occurrenceIds: ids, joinedOccurrenceIds: ids.slice(1) });
    expect(call!.results.map(({ occurrenceId, meaning }) => [occurrenceId, meaning])).toEqual([
      [ids[0], 'done'],
      [ids[1], 'done'],
      [ids[2], 'skip'],
    ]);
    await reaches('13:10');
    expect(await ada.phone.isSilent()).toBe(true);
    expect(await ada.dayOf(today)).toEqual(['13:00 completed', '13:04 completed', '13:10 skipped', '13:11 planned']);
    await reaches('13:11');
    expect(await story(ada)).toEqual(['due answered: 13:00 13:04 13:10', 'due ringing: 13:11']);
  });

  it('tells in its timeline which call asked about it', async () => {
    const bea = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await bea.phone.pickUp();
    await line.say('yes');
    await line.say('no');

    const { id } = await at(bea, '13:05');
    const { items } = await bea.asks(({ GET }) =>
      GET('/api/v1/occurrences/{id}/timeline', { params: { path: { id } } }),
    );
    const kinds = items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['planned', 'due', 'joined', 'heard', 'understood', 'call-settled']));
    expect(kinds.filter((kind) => kind.startsWith('call-r') || kind === 'call-dialed')).toEqual([]);
    expect(items.map(({ text }) => text)).toContain('It was asked about in the call that was answered at 13:00.');
  });

  it('shares the one follow-up when it is not done yet', async () => {
    const cai = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await cai.phone.pickUp();
    await line.say('not yet');
    await line.say('not yet');

    await reaches('13:29');
    expect(await cai.phone.isSilent()).toBe(true);
    await reaches('13:30');
    expect(await story(cai)).toEqual(['due answered: 13:00 13:05', 'follow-up ringing: 13:00 13:05']);
  });

  it('is called back at the time the person named', async () => {
    const dan = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    await (await dan.phone.pickUp()).say('call me back in 20 minutes');
    await reaches('13:19');
    expect(await dan.phone.isSilent()).toBe(true);
    await reaches('13:20');
    expect(await story(dan)).toEqual(['due answered: 13:00 13:05', 'callback ringing: 13:00 13:05']);
  });

  it('has a follow-up of its own when it joined one', async () => {
    const eve = await personWith(['13:00', '13:35']);
    await reaches('13:00');
    await (await eve.phone.pickUp()).say('not yet');
    await reaches('13:30');
    const line = await eve.phone.pickUp();
    await line.say('not yet');
    await line.say('not yet');
    await reaches('14:00');

    expect(await story(eve)).toEqual([
      'due answered: 13:00',
      'follow-up answered: 13:00 13:35',
      'follow-up ringing: 13:35',
    ]);
    expect((await eve.messages()).map(({ kind }) => kind)).toEqual(['not-done']);
  });

  it('rings at its own time when the line broke before it was asked about', async () => {
    const fay = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await fay.phone.pickUp();
    await line.say('yes');
    await line.breakOff();
    await settled(fay);
    expect(await fay.dayOf(today)).toEqual(['13:00 completed', '13:05 planned']);

    await reaches('13:05');
    expect(await story(fay)).toEqual(['due lost: 13:00 13:05', 'due ringing: 13:05']);
  });

  it('rings at its own time when nobody spoke', async () => {
    const gil = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await gil.phone.pickUp();
    await world.passes({ seconds: 18 });
    await line.hears(/I did not hear anything/);
    await world.passes({ seconds: 15 });
    await line.ends();
    await settled(gil);

    await reaches('13:05');
    expect(await story(gil)).toEqual([
      'due answered: 13:00 13:05',
      expect.stringMatching(/^follow-up queued: 13:00$/),
      'due ringing: 13:05',
    ]);
  });

  it('joins also from the queue behind a call that rings', async () => {
    const hal = await personWith(['13:00']);
    await hal.habit('Now', { at: '23:00', every: null });
    await world.passes({ minutes: 59, seconds: 50 });
    const habit = (await hal.today()).items.find(({ habit: { title } }) => title === 'Now')!.habit;
    const { id } = (await (await hal.fresh()).post<CallResponse>(`/habits/${habit.id}/calls`)).body;
    await reaches('13:00');
    expect(await story(hal)).toEqual(['now ringing: 23:00', 'due queued: 13:00']);

    await (await hal.fresh()).post<AnswerResponse>(`/calls/${id}/answer`);
    expect(await story(hal)).toEqual(['now talking: 23:00 13:00', 'due canceled: 13:00']);
    await world.passes({ seconds: 16 });
    expect(await story(hal)).toEqual(['now lost: 23:00 13:00', 'due canceled: 13:00', 'due ringing: 13:00']);
  });

  it('stays alone when the person wants no bundles', async () => {
    const ida = await personWith(['13:00', '13:01'], { bundleMinutes: 0 });
    await reaches('13:00');
    await (await ida.phone.pickUp()).say('yes');
    await reaches('13:01');
    expect(await story(ida)).toEqual(['due answered: 13:00', 'due ringing: 13:01']);
  });

  it('joins as far ahead as they say', async () => {
    const jan = await personWith(['13:00', '13:59'], { bundleMinutes: 60 });
    await reaches('13:00');
    await jan.phone.pickUp();
    expect(await story(jan)).toEqual(['due talking: 13:00 13:59']);
  });

  it('is left out when it rests, asks by message, or is done already', async () => {
    const kim = await personWith(['13:00', '13:02', '13:03']);
    const [, paused] = (await kim.today()).items;
    await kim.api.put(`/habits/${paused!.habit.id}/pause`);
    await kim.habit('By message', { at: '13:04', every: null, channel: 'push' });
    await kim.checkIn((await at(kim, '13:03')).id);
    await reaches('13:00');
    await kim.phone.pickUp();
    expect(await story(kim)).toEqual(['due talking: 13:00']);
  });

  it('does not ring again when the word is taken back before its own time', async () => {
    const lea = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await lea.phone.pickUp();
    await line.say('yes');
    await line.say('yes');
    await (await lea.fresh()).delete(`/occurrences/${(await at(lea, '13:05')).id}/check-in`);
    expect(await lea.dayOf(today)).toEqual(['13:00 completed', '13:05 due']);

    await reaches('13:30');
    expect(await story(lea)).toEqual(['due answered: 13:00 13:05']);
  });

  it('is not asked about any more when it is checked in by another way meanwhile', async () => {
    const mia = await personWith(['13:00', '13:05']);
    await reaches('13:00');
    const line = await mia.phone.pickUp();
    await mia.checkIn((await at(mia, '13:05')).id);
    await world.time.hearNews();
    await line.say('yes');
    await line.ends();

    expect(line.heard.join(' ')).toContain('At 13 05 is already done, thank you.');
    await reaches('13:30');
    expect(await story(mia)).toEqual(['due answered: 13:00 13:05']);
  });
});
