import { Person } from '../support/person';
import { World } from '../support/world';

describe('The phone', () => {
  let world: World;
  let today = '2026-03-02';

  beforeAll(async () => {
    world = await World.begin(`${today}T12:00:00Z`);
  });

  afterAll(() => world.end());

  const habitOf = (person: Person, at: string, more: object = {}) => person.habit('Run', { at, every: null, ...more });
  const bodies = async (person: Person) => (await person.messages()).map(({ body }) => body);

  describe('the calling window', () => {
    beforeEach(async () => {
      today = await world.nextNoon();
    });

    const keepsTo = async (name: string, callingWindow: object) => {
      const person = await world.person(name);
      await person.api.patch('/me/settings', { appRings: 'calling-window', callingWindow });
      return person;
    };

    it('is put aside by the app, which rings at any hour unless the person says otherwise', async () => {
      const hal = await world.person('Hal');
      await habitOf(hal, '23:00');
      await world.reaches(`${today}T23:00`, 'Europe/Lisbon');

      expect((await hal.phone.ringing()).purpose).toBe('due');
    });

    it('sends a message at once instead of a ring outside of it', async () => {
      const ida = await keepsTo('Ida', { start: '08:00', end: '21:00' });
      await habitOf(ida, '20:59');
      await habitOf(ida, '21:00');
      await world.reaches(`${today}T20:59`, 'Europe/Lisbon');
      expect((await ida.phone.ringing()).occurrenceIds).toHaveLength(1);
      await ida.phone.decline();

      await world.reaches(`${today}T21:00`, 'Europe/Lisbon');
      expect(await ida.phone.isSilent()).toBe(true);
      expect(await bodies(ida)).toEqual(['It was outside your calling hours. Done?']);
    });

    it('may cross midnight', async () => {
      const jan = await keepsTo('Jan', { start: '22:00', end: '02:00' });
      await jan.habit('Late', { at: ['21:59', '22:00'], every: null });
      const tomorrow = nextDayOf(today);
      await jan.habit('Later', { at: ['01:59', '02:00'], every: null, from: tomorrow });

      await world.reaches(`${tomorrow}T02:01`, 'Europe/Lisbon');
      const rung = (await jan.calls()).filter(({ purpose, dialedAt }) => purpose === 'due' && dialedAt !== null);
      expect(rung.map(({ dialedAt }) => String(dialedAt).slice(11, 16))).toEqual(['22:00', '01:59']);
      expect((await jan.messages()).filter(({ kind }) => kind === 'not-called')).toHaveLength(2);
    });

    it('is closed all day on a quiet day', async () => {
      const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][new Date(today).getUTCDay()]!;
      const kim = await keepsTo('Kim', { start: '00:00', end: '24:00', days: { [weekday]: null } });
      await kim.habit('Run', { at: '13:00', every: 'FREQ=DAILY;COUNT=2' });

      await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
      expect(await bodies(kim)).toEqual(['It was outside your calling hours. Done?']);
      await world.reaches(`${nextDayOf(today)}T13:00`, 'Europe/Lisbon');
      expect((await kim.phone.ringing()).purpose).toBe('due');
    });
  });

  it('keeps silent until the moment the person names', async () => {
    today = await world.nextNoon();
    const lea = await world.person('Lea');
    await habitOf(lea, '12:05');
    await habitOf(lea, '12:10');
    await lea.api.patch('/me/settings', { silentUntil: `${today}T12:10:00Z` });

    await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
    expect(await bodies(lea)).toEqual(['You asked for silence until later. Done?']);
    await world.reaches(`${today}T12:10`, 'Europe/Lisbon');
    expect((await lea.phone.ringing()).occurrenceIds).toHaveLength(1);
  });

  it('stops all calls by one word, at once, and allows them again by another', async () => {
    today = await world.nextNoon();
    const max = await world.person('Max');
    await habitOf(max, '12:05');
    await habitOf(max, '12:20');
    await world.reaches(`${today}T12:05`, 'Europe/Lisbon');
    const api = await max.fresh();
    expect((await api.get('/me/suppression')).body).toMatchObject({ suppressed: false, since: null, via: null });

    const word = await api.put('/me/suppression', { reason: 'On holiday' });
    expect(word).toMatchObject({ status: 200, body: { suppressed: true, via: 'app', reason: 'On holiday' } });
    expect((await api.put('/me/suppression', { reason: 'Really' })).body).toEqual(word.body);
    expect((await max.calls()).map(({ ending }) => ending)).toEqual(['canceled']);
    await world.reaches(`${today}T12:20`, 'Europe/Lisbon');
    expect(await bodies(max)).toEqual(['You asked us not to call. Done?']);

    expect((await (await max.fresh()).delete('/me/suppression')).status).toBe(204);
    expect((await (await max.fresh()).delete('/me/suppression')).status).toBe(204);
    await habitOf(max, '12:25');
    await world.reaches(`${today}T12:25`, 'Europe/Lisbon');
    expect((await max.phone.ringing()).purpose).toBe('due');
  });
});

function nextDayOf(date: string): string {
  return new Date(new Date(date).getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
}
