import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { beginWithTelephone, giveTelephones } from '../support/telephone';
import { World } from '../support/world';

const LISBON = 'Europe/Lisbon';
const WORDS = 'Yes, just finished';

/** Every place where words of a person are kept that were heard in calls. */
const HEARD = `
  SELECT text FROM turns WHERE speaker = 'person' UNION ALL SELECT quote FROM call_items WHERE quote <> ''
  UNION ALL SELECT quote FROM check_ins WHERE quote IS NOT NULL
  UNION ALL SELECT quote FROM day_quantities WHERE quote IS NOT NULL`;

describe('What was said in calls', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T18:00:00Z');
    ada = await world.person('Ada');
  });

  afterEach(() => world.end());

  const reaches = (time: string) => world.reaches(time, LISBON);
  const clear = async (person: Person = ada) =>
    expect((await (await person.fresh()).delete('/me/call-history')).status).toBe(204);
  const heard = async () => (await world.rows<{ text: string }>(HEARD)).map(({ text }) => text);
  const actions = async () =>
    (await (await ada.fresh()).get<{ items: { action: string }[] }>('/me/audit')).body.items.map(
      ({ action }) => action,
    );
  /** Months later: what happened between is passed over. */
  const later = async (moment: string) => {
    world.clock.moveTo(new Date(moment));
    await world.time.work();
  };
  /** Answers what rings, and hangs up. */
  const says = async (words: string, person: Person = ada) => {
    const line = await person.phone.pickUp();
    await line.say(words);
    if (!line.isOver) await line.breakOff();
    await world.time.work();
    return line.callId;
  };

  it('is forgotten when the person says so: words and calls are gone, and what they marked stays', async () => {
    const run = await ada.habit('Run', { at: '20:00' });
    const target = { value: 2000, unit: 'ml', direction: 'at-least' as const };
    await ada.habit('Water', { at: '20:05', kind: 'numeric', target });
    await reaches('2026-03-02T20:00');
    const callId = await says(WORDS);
    await reaches('2026-03-02T20:05');
    await says('2000 ml');
    const occurrence = (await ada.today()).items.find(({ habit }) => habit.id === run.id)!.occurrence;
    expect(occurrence.checkIn?.quote).toBe(WORDS);
    expect(await ada.timeline(occurrence.id)).toEqual(expect.arrayContaining(['call-dialed', 'heard', 'understood']));
    expect((await heard()).length).toBeGreaterThan(4);

    await clear();

    expect(await heard()).toEqual([]);
    expect(await ada.calls()).toEqual([]);
    expectProblem(await (await ada.fresh()).get(`/calls/${callId}`), 404, 'not-found');
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 completed', '20:05 completed']);
    expect(await ada.streakOf(run)).toBe(1);
    const days = (await ada.today()).items.map(({ occurrence: { checkIn } }) => checkIn);
    expect(days.map((checkIn) => [checkIn?.via, checkIn?.quote, checkIn?.quantity])).toEqual([
      ['call', null, null],
      ['call', null, 2000],
    ]);
    expect(await ada.timeline(occurrence.id)).toEqual(['planned', 'due', 'checked-in']);
  });

  it('is forgotten of the person alone, and put on record once', async () => {
    const bea = await world.person('Bea');
    for (const person of [ada, bea]) await person.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    for (const person of [ada, bea]) await says(WORDS, person);
    for (const _ of [1, 2]) await clear();
    expect((await bea.calls())[0]?.turns.map(({ text }) => text)).toContain(WORDS);
    expect((await actions()).filter((action) => action === 'call-history-cleared')).toHaveLength(1);
    expectProblem(await world.http.delete('/me/call-history'), 401);
  });

  it('is kept of a call that rings or is talked in, until it is over', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const line = await ada.phone.pickUp();
    await clear();
    expect((await ada.calls()).map(({ status }) => status)).toEqual(['talking']);
    await line.say(WORDS);
    await line.ends();
    await world.time.work();
    expect((await ada.calls())[0]?.results).toMatchObject([{ meaning: 'done', quote: WORDS }]);
    await clear();
    expect(await ada.calls()).toEqual([]);
  });

  it('leaves the call that is to follow as it is, and no other follows that', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    await says('not yet');
    await clear();
    expect((await ada.calls()).map(({ purpose, status }) => [purpose, status])).toEqual([['follow-up', 'queued']]);
    await reaches('2026-03-02T20:30');
    await says('not yet');
    await clear();
    await world.passes({ hours: 2 });
    expect(await ada.calls()).toEqual([]);
    expect((await ada.messages()).map(({ kind }) => kind)).toEqual(['not-done']);
  });

  it('goes for good two days later, with the calls themselves; what followed from them stays', async () => {
    await ada.habit('Run', { at: '20:00', every: null });
    await reaches('2026-03-02T20:00');
    await says('not yet');
    await clear();
    await reaches('2026-03-02T20:30');
    await says(WORDS);
    await world.passes({ hours: 47 });
    const kept = () => world.rows<{ purpose: string; follows: string | null }>('SELECT purpose, follows FROM calls');
    expect(await kept()).toHaveLength(2);
    await world.passes({ hours: 3 });
    expect(await kept()).toEqual([{ purpose: 'follow-up', follows: null }]);
    expect((await ada.calls())[0]?.results).toMatchObject([{ meaning: 'done', quote: WORDS }]);
  });

  it('goes by itself after 90 days; that there was a call, and what it marked, stays', async () => {
    await ada.habit('Run', { at: '20:00', every: null });
    const target = { value: 2000, unit: 'ml', direction: 'at-least' as const };
    await ada.habit('Water', { at: '20:05', every: null, kind: 'numeric', target });
    await reaches('2026-03-02T20:00');
    await says(WORDS);
    await reaches('2026-03-02T20:05');
    await says('2000 ml');
    const before = await heard();
    await later('2026-05-31T19:59:59Z');
    expect(await heard()).toEqual(before);
    await later('2026-05-31T20:06:00Z');
    expect(await heard()).toEqual([]);
    const calls = await ada.calls();
    expect(calls.map(({ turns }) => turns)).toEqual([[], []]);
    expect(calls.flatMap(({ results }) => results)).toMatchObject([
      { meaning: 'done', quote: null },
      { quote: null, quantity: 2000 },
    ]);
    expect(await ada.dayOf('2026-03-02')).toEqual(['20:00 completed', '20:05 completed']);
  });
});

describe('Calls over the telephone that are shown no more', () => {
  it('count all the same: nobody is called more often for having forgotten it', async () => {
    const line = await beginWithTelephone('2026-03-02T12:00:00Z');
    const ada = await line.world.person('Ada');
    const [number] = (await giveTelephones(line.world, [ada.id])) as [string];
    line.twilio.person(number, 'no-answer');
    const testCall = async () => {
      await line.world.passes({ seconds: 5 });
      await (await ada.fresh()).post('/me/test-call');
      await line.world.time.work();
      await line.twilio.quiet();
      await line.world.time.work();
    };
    for (let call = 0; call < 10; call += 1) await testCall();
    expect((await ada.calls()).map(({ ending }) => ending)).toEqual(Array(10).fill('no-answer'));
    await (await ada.fresh()).delete('/me/call-history');
    await testCall();
    expect((await ada.calls()).map(({ refusal }) => refusal?.code)).toEqual(['daily-cap']);
    expect(line.twilio.calls).toHaveLength(10);
    await line.end();
  });
});
