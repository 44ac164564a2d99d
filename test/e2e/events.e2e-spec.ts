import type { VoiceId } from '../../src/kernel/voices';
import { wrongBySchema } from '../support/documented';
import { EventReader } from '../support/event-reader';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

describe('Events', () => {
  let world: World;
  const today = '2026-03-02';
  const readers: EventReader[] = [];

  beforeAll(async () => {
    world = await World.begin(`${today}T12:00:00Z`);
  });

  afterEach(() => {
    for (const reader of readers.splice(0)) reader.leave();
  });

  afterAll(() => world.end());

  const listens = async (person: Person, lastEventId?: string): Promise<EventReader> => {
    const reader = await EventReader.open(person, lastEventId);
    readers.push(reader);
    return reader;
  };
  /** Rings now, and until it is answered: about a habit whose time comes late. */
  const rings = async (person: Person, fields: { voiceId?: VoiceId } = {}) => {
    const habit = await person.habit('Run', { at: '23:59', every: null, ...fields });
    const { body } = await (await person.fresh()).post<{ id: string }>(`/habits/${habit.id}/calls`);
    return { habit, callId: body.id };
  };

  it('come as a stream that no proxy keeps', async () => {
    const { credentials } = (await world.person('Ada')).api;
    const leaving = new AbortController();
    const response = await fetch(`${world.http.origin}/api/v1/events`, {
      headers: credentials,
      signal: leaving.signal,
    });
    leaving.abort();

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
  });

  it('begin with the call that rings just now', async () => {
    const bea = await world.person('Bea');
    const { habit, callId } = await rings(bea);

    const { id, data } = await (await listens(bea)).hears('call.ringing');

    expect(id).toBeNull();
    expect(data).toMatchObject({ callId, habits: [{ id: habit.id, title: 'Run' }], voice: 'sarah' });
    expect(new Date(String(data.expiresAt)).getTime() - world.clock.now().getTime()).toBe(30_000);
  });

  it('tell the voice a call will be held in: the habit’s, else the one the person chose', async () => {
    const kim = await world.person('Kim');
    await kim.api.put('/voices/default', { voiceId: 'marcus' });
    const reader = await listens(kim);
    const voiceOf = async (fields = {}) => {
      const { callId } = await rings(kim, fields);
      const { data } = await reader.hears('call.ringing', (ringing) => ringing.callId === callId);
      await kim.phone.decline();
      return data.voice;
    };

    expect(await voiceOf()).toBe('marcus');
    expect(await voiceOf({ voiceId: 'luna' })).toBe('luna');
  });

  it('tell the ring as it happens, and that it is over', async () => {
    const cai = await world.person('Cai');
    const reader = await listens(cai);
    const { callId } = await rings(cai);
    expect((await reader.hears('call.ringing')).data).toMatchObject({ callId });

    await cai.phone.decline();

    const over = await reader.hears('call.updated', ({ status }) => status === 'ended');
    expect(over.data).toEqual({ callId, status: 'ended', ending: 'declined' });
  });

  it('tell of habits, occurrences, streaks and messages', async () => {
    const dan = await world.person('Dan');
    const reader = await listens(dan);
    const habit = await dan.habit('Run', { at: '12:10', every: null, channel: 'push' });
    expect((await reader.hears('habit.updated')).data).toMatchObject({ habitId: habit.id });

    await world.reaches(`${today}T12:10`, 'Europe/Lisbon');
    const [item] = (await dan.today()).items;
    expect((await reader.hears('notification.created')).data).toMatchObject({
      kind: 'habit-due',
      body: 'It is 12:10. Done?',
    });
    await dan.checkIn(item!.occurrence.id);

    const done = await reader.hears('occurrence.updated', ({ status }) => status === 'completed');
    expect(done.data).toMatchObject({ occurrenceId: item!.occurrence.id, habitId: habit.id });
    expect((await reader.hears('streak.updated')).data).toMatchObject({ habitId: habit.id });
  });

  it('go on where a reader left off, without rings that are over', async () => {
    const eve = await world.person('Eve');
    const first = await listens(eve);
    await eve.habit('Read', { every: null });
    const { id } = await first.hears('habit.updated');
    first.leave();
    await rings(eve);
    await world.passes({ seconds: 31 });
    await eve.habit('Write', { every: null });

    const again = await listens(eve, id!);
    await eve.habit('Sing', { every: null });
    await again.hears('habit.updated', () => again.topics.filter((topic) => topic === 'habit.updated').length === 3);

    expect(again.topics).not.toContain('call.ringing');
    expect(again.told.find(({ topic }) => topic === 'call.updated')!.data).toMatchObject({ ending: 'no-answer' });
    expect(again.told.every((one) => one.id !== id)).toBe(true);
    const ids = again.told.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are told to every reader of the person, and to nobody else', async () => {
    const fay = await world.person('Fay');
    const gil = await world.person('Gil');
    const readers = [await listens(fay), await listens(fay), await listens(gil, '1.0')];
    const [phone, page, stranger] = readers as [EventReader, EventReader, EventReader];

    const habit = await fay.habit('Run', { every: null });
    for (const reader of [phone, page]) expect((await reader.hears('habit.updated')).data.habitId).toBe(habit.id);
    const own = await gil.habit('Read', { every: null });
    await stranger.hears('habit.updated');

    expect(stranger.told.map(({ data }) => data.habitId)).toEqual([own.id]);
  });

  it('keep silent about the past to a reader whose last event is no event', async () => {
    const hal = await world.person('Hal');
    const earlier = await listens(hal);
    await hal.habit('Before', { every: null });
    await earlier.hears('habit.updated');

    for (const garbage of [
      '',
      'garbage',
      '-1.-1',
      '1',
      '99999999999999999999.1',
      '1.1; DROP TABLE',
      'null',
      'x'.repeat(500),
    ]) {
      const reader = await listens(hal, garbage);
      const habit = await hal.habit('After', { every: null });
      await reader.hears('habit.updated');
      expect(reader.told.map(({ data }) => data.habitId)).toEqual([habit.id]);
    }
  });

  it('tell nothing more than happens to a reader who comes from the future', async () => {
    const ida = await world.person('Ida');
    const reader = await listens(ida, '9223372036854775807.999999999999999');
    const habit = await ida.habit('Run', { every: null });

    expect((await reader.hears('habit.updated')).data.habitId).toBe(habit.id);
  });

  it('are for who is signed in', async () => {
    expectProblem(await world.http.get('/events'), 401, 'unauthenticated');
    expectProblem(await world.http.as('forged').get('/events'), 401, 'unauthenticated');
  });

  it('end with a word to come back when the service does, and hold up nobody', async () => {
    const replica = await world.replica();
    const jan = await world.person('Jan');
    const response = await fetch(`${await replica.getUrl()}/api/v1/events`, { headers: jan.api.credentials });
    const stream = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await jan.habit('Run', { every: null });
    expect((await stream.read()).done).toBe(false);

    await replica.close();

    let last = '';
    for (let read = await stream.read(); !read.done; read = await stream.read()) last += read.value;
    expect(last).toMatch(/retry: 1000\nevent: reconnect\ndata: {}\n\n$/);
    expect(wrongBySchema('Reconnect', {})).toBeNull();
    await expect(stream.closed).resolves.toBeUndefined();
  });
});
