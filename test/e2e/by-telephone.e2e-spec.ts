import type { Person } from '../support/person';
import { beginWithTelephone, giveTelephones, type TelephoneWorld } from '../support/telephone';

const LISBON = 'Europe/Lisbon';

describe.each(['relay', 'gather'])('Over the telephone, by %s,', (way) => {
  let line: TelephoneWorld;
  let ada: Person;
  let number: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T18:00:00Z', { TWILIO_CONVERSATION: way });
    ada = await line.world.person('Ada');
    [number] = (await giveTelephones(line.world, [ada.id])) as [string];
  });

  afterEach(() => line.end());

  const reaches = (time: string) => line.world.reaches(time, LISBON);
  const settles = async () => {
    await line.twilio.quiet();
    await line.world.time.work();
  };
  /** Somebody picks up, says hello, and hears the question. */
  const picksUp = async () => {
    const talk = await (await line.twilio.ringing(number)).pickUp();
    await talk.say('Hello?');
    return talk.hears(/\?/);
  };
  const endings = async () => (await ada.calls()).map(({ ending, status }) => ending ?? status);
  const kinds = async () => (await ada.messages()).map(({ kind }) => kind);

  it('a due habit rings at its minute, says who calls and that it is an AI, hears yes, and grows the streak', async () => {
    const run = await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    expect(talk.heard[0]).toMatch(/Callivate.*AI.*Run/);
    await talk.say('Yes, just finished');
    await talk.ends();
    await settles();

    expect(await ada.streakOf(run)).toBe(1);
    const [call, ...others] = await ada.calls();
    expect(call).toMatchObject({ line: 'telephone', ending: 'answered', results: [{ meaning: 'done' }] });
    expect(call?.turns.map(({ text }) => text)).toContain('Yes, just finished');
    expect(call?.evidence).toMatchObject({ timeZone: LISBON, timeZoneKnownBy: 'profile' });
    expect(call?.evidence?.consentId).not.toBeNull();
    expect(others).toEqual([]);
    expect(await kinds()).toEqual([]);
  });

  it('"not yet" is followed up once, then told by message, and the timeline tells all of it in order', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    await talk.say('not yet');
    if (!talk.isOver) await talk.hangUp();
    await settles();
    await reaches('2026-03-02T20:30');
    await (await line.twilio.ringing(number)).noAnswer();
    await settles();

    expect(await endings()).toEqual([expect.any(String), 'no-answer']);
    expect(await kinds()).toEqual(['missed-call']);
    const [item] = (await ada.today()).items;
    expect(await ada.timeline(item!.occurrence.id!)).toEqual(
      expect.arrayContaining([
        'planned',
        'due',
        'call-dialed',
        'call-ringing',
        'call-answered',
        'heard',
        'understood',
        'call-ended',
        'message-sent',
      ]),
    );
  });

  it('"call me in twenty minutes" is called in twenty minutes', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    await talk.say('call me in twenty minutes');
    await talk.ends();
    await settles();
    await reaches('2026-03-02T20:20');
    expect((await line.twilio.ringing(number)).call.createdAt).toEqual(new Date('2026-03-02T20:20:00Z'));
  });

  it('three habits are one call, and a stop in the middle keeps what was said before, and ends it all', async () => {
    const [run, read] = [await ada.habit('Run', { at: '20:00' }), await ada.habit('Read', { at: '20:00' })];
    await ada.habit('Swim', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    await talk.say('done');
    await talk.say('stop calling me');
    await talk.ends();
    await settles();

    expect(line.twilio.calls).toHaveLength(1);
    const [call] = await ada.calls();
    expect(call?.results.map(({ meaning }) => meaning)).toContain('done');
    const streaks = await Promise.all([run, read].map((habit) => ada.streakOf(habit)));
    expect(streaks.sort()).toEqual([0, 1]);
    expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true, via: 'call' });
    await reaches('2026-03-03T21:00');
    expect(line.twilio.calls).toHaveLength(1);
  });

  it('keys do what they say, and nine is stored before it is said', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    await talk.press('9');
    await talk.ends();
    await settles();
    expect(talk.heard.join(' ')).toContain('not call you again');
    expect((await (await ada.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: true });
  });

  it('a wrong number is never called again, whoever has it', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const talk = await picksUp();
    await talk.say('you have the wrong number');
    await talk.ends();
    await settles();
    const [{ count }] = (await line.world.rows<{ count: number }>(
      'SELECT count(*) AS count FROM number_suppressions',
    )) as [{ count: number }];
    expect(count).toBe(1);
  });

  it('what is checked in while it rings does not ring on', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const ring = await line.twilio.ringing(number);
    const [item] = (await ada.today()).items;
    await ada.checkIn(item!.occurrence.id!);
    await settles();
    expect(ring.call.status).toBe('canceled');
    expect(await endings()).toEqual(['canceled']);
    expect(await kinds()).toEqual([]);
  });

  it('who answers first hears "already done", if the check-in came a moment before', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const ring = await line.twilio.ringing(number);
    const [item] = (await ada.today()).items;
    await ada.checkIn(item!.occurrence.id!);
    const talk = await ring.pickUp();
    await talk.say('Hello?');
    await talk.ends();
    expect(talk.heard.join(' ')).toMatch(/already|done/i);
  });

  it('stop means stop, even while it rings', async () => {
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    const ring = await line.twilio.ringing(number);
    await (await ada.fresh()).put('/me/suppression', {});
    const talk = await ring.pickUp();
    await talk.ends();
    expect(talk.heard).toEqual([]);
  });

  it.each([
    ['busy', 'busy'],
    ['no-answer', 'no-answer'],
    ['unreachable', 'failed'],
  ] as const)('%s ends as it is: %s', async (behaviour, ending) => {
    line.twilio.person(number, behaviour);
    await ada.habit('Run', { at: '20:00' });
    await reaches('2026-03-02T20:00');
    await settles();
    expect((await ada.calls())[0]).toMatchObject({ ending, cost: { amount: 0 } });
  });

  it('rings at the last minute of the window, and writes at the first one outside of it', async () => {
    await ada.habit('Run', { at: '20:59' });
    await ada.habit('Read', { at: '21:00' });
    await reaches('2026-03-02T20:59');
    await (await line.twilio.ringing(number)).noAnswer();
    await settles();
    await reaches('2026-03-02T21:00');
    await settles();
    expect(line.twilio.calls).toHaveLength(1);
    expect(await endings()).toEqual(['no-answer', 'queued', 'refused']);
    expect((await ada.messages()).map(({ body }) => body)).toEqual(['It was outside your calling hours. Done?']);
  });

  it('goes by the zone of the person, not by the area code', async () => {
    await (await ada.fresh()).patch('/me', { timeZone: 'Asia/Tokyo' });
    await ada.habit('Run', { at: '09:00', from: '2026-03-03' });
    await line.world.reaches('2026-03-03T09:00', 'Asia/Tokyo');
    expect((await line.twilio.ringing(number)).call.createdAt).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  it('asked for a test call, rings there and marks nothing', async () => {
    await ada.asks(({ POST }) => POST('/api/v1/me/test-call'));
    await line.world.time.work();
    const talk = await picksUp().catch(() => undefined);
    await settles();
    expect((await ada.calls())[0]).toMatchObject({ line: 'telephone', purpose: 'test' });
    await talk?.hangUp();
  });

  it('somebody who calls back talks about what is open, and a stranger hears one sentence', async () => {
    const run = await ada.habit('Run', { at: '20:00' });
    line.twilio.person(number, 'no-answer');
    await reaches('2026-03-02T20:00');
    await settles();
    const talk = await line.twilio.callIn(number);
    await talk.isListenedTo();
    await talk.say('Hello?');
    await talk.hears(/\?/);
    await talk.say('Yes, I did it');
    await talk.ends();
    await settles();
    expect(await ada.streakOf(run)).toBe(1);
    expect((await ada.calls()).find(({ purpose }) => purpose === 'inbound')).toMatchObject({ ending: 'answered' });

    const stranger = await line.twilio.callIn('+14155552671');
    await stranger.ends();
    expect(stranger.heard).toEqual([expect.stringContaining('do not know this number')]);
    const impostor = await line.twilio.callIn(number, { verstat: 'TN-Validation-Failed-C' });
    await impostor.ends();
    expect(impostor.heard).toEqual([expect.stringContaining('do not know this number')]);
  });
});

describe('On nights when the clocks change, the telephone', () => {
  it.each([
    ['2026-03-28T12:00:00Z', '2026-03-29T02:30', '2026-03-29T01:30:00Z'],
    ['2026-10-24T12:00:00Z', '2026-10-25T01:30', '2026-10-25T00:30:00Z'],
  ])('rings once, at the minute that is meant, inside a window that is open all night', async (now, local, instant) => {
    const line = await beginWithTelephone(now);
    const ada = await line.world.person('Ada');
    const [number] = await giveTelephones(line.world, [ada.id]);
    line.twilio.person(number!, 'no-answer');
    const allDay = { callingWindow: { start: '00:00', end: '24:00' } };
    await (await ada.fresh()).patch('/me/settings', allDay);
    const [date, at] = local.split('T') as [string, string];
    await ada.habit('Run', { at, from: date, every: null });
    await line.world.time.reach(new Date(new Date(instant).getTime() + 60_000));
    expect(line.twilio.calls.map(({ createdAt }) => createdAt.toISOString())).toEqual([instant.replace('Z', '.000Z')]);
    await line.end();
  });
});
