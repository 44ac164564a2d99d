import type { CheckInHistory, OccurrenceResponse } from '../../src/modules/habits/occurrences.dto';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

const WATER = { value: 2000, unit: 'ml', direction: 'at-least' as const };
const COFFEE = { value: 2, unit: 'cups', direction: 'at-most' as const };

describe('Numeric habits', () => {
  let world: World;
  let today: string;
  let keys = 0;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });

  beforeEach(async () => {
    today = await world.nextNoon();
  });

  afterAll(() => world.end());

  /** Due at these hours of this day alone. */
  const counts = (person: Person, title: string, target: typeof WATER | typeof COFFEE, at: string[]) =>
    person.habit(title, { kind: 'numeric', target, at, every: null });
  const idAt = async (person: Person, time: string) =>
    (await person.occurrences(today, today)).find(({ localTime }) => localTime === time)!.id;
  const say = async (person: Person, time: string, word: object) =>
    (await person.fresh()).put<OccurrenceResponse>(`/occurrences/${await idAt(person, time)}/check-in`, word);
  const takeBack = async (person: Person, time: string) =>
    (await person.fresh()).delete<OccurrenceResponse>(`/occurrences/${await idAt(person, time)}/check-in`);
  const drink = async (person: Person, time: string, quantity: number, key = `drink-${++keys}`) =>
    (await person.fresh()).post<OccurrenceResponse>(
      `/occurrences/${await idAt(person, time)}/progress`,
      { quantity },
      { 'idempotency-key': key },
    );
  const reaches = (time: string) => world.reaches(`${today}T${time}`, 'Europe/Lisbon');
  const answers = (person: Person) => person.dayOf(today);
  const total = async (person: Person) => (await person.occurrences(today, today)).map(({ quantity }) => quantity);
  const history = async (person: Person, time: string) => {
    const path = `/occurrences/${await idAt(person, time)}/check-ins`;
    return (await (await person.fresh()).get<CheckInHistory>(path)).body.items;
  };

  describe('that ask for at least so much', () => {
    it('have one total a day, by the app, by progress and by a call, which answers for every ring of the day', async () => {
      const ada = await world.person('Ada');
      const water = await counts(ada, 'Drink water', WATER, ['13:00', '15:00', '18:00', '20:00']);

      expect((await say(ada, '13:00', { quantity: 500 })).body).toMatchObject({
        ...{ status: 'planned', quantity: 500, checkIn: null },
      });
      await reaches('13:00');
      const line = await ada.phone.pickUp();
      await line.say('only eight hundred');
      await line.ends();
      expect(await total(ada)).toEqual([800, 800, 800, 800]);
      expect(await answers(ada)).toEqual(['13:00 due', '15:00 planned', '18:00 planned', '20:00 planned']);

      await reaches('13:30');
      expect((await ada.phone.ringing()).purpose).toBe('follow-up');
      await ada.phone.decline();
      await drink(ada, '13:00', 700);
      await reaches('15:00');
      expect((await ada.phone.ringing()).purpose).toBe('due');

      const last = await drink(ada, '15:00', 500);
      expect(last).toMatchObject({
        ...{ status: 200, body: { status: 'completed', quantity: 2000 } },
      });
      expect(last.body.checkIn).toMatchObject({ status: 'completed', via: 'app', quantity: 2000 });
      expect(await ada.phone.isSilent()).toBe(true);
      expect(await answers(ada)).toEqual(['13:00', '15:00', '18:00', '20:00'].map((time) => `${time} completed`));
      expect(await ada.streakOf(water)).toBe(1);
      const calls = (await ada.calls()).length;
      await reaches('21:00');
      expect(await ada.calls()).toHaveLength(calls);
    });

    it('are judged by another target at once, today and in days to come, and not in days that are over', async () => {
      const kay = await world.person('Kay');
      const water = await kay.habit('Drink water', { kind: 'numeric', target: WATER, at: '13:00' });
      const api = await kay.fresh();
      const aims = (value: number) => api.patch(`/habits/${water.id}`, { target: { ...WATER, value } });
      const day = (date: string) => `/habits/${water.id}/days/${date}/13:00/check-in`;
      const [yesterday, tomorrow] = [-1, 1].map((days) =>
        new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10),
      );
      for (const date of [yesterday!, today, tomorrow!]) await api.put(day(date), { quantity: 1500 });
      const stand = async () => (await kay.occurrences(yesterday!, tomorrow!)).map(({ status }) => status);
      expect(await stand()).toEqual(['missed', 'planned', 'planned']);

      expect((await aims(1500)).body).toMatchObject({ kind: 'numeric', target: { value: 1500 } });
      expect(await stand()).toEqual(['missed', 'completed', 'completed']);
      await aims(3000);
      expect(await stand()).toEqual(['missed', 'planned', 'planned']);
    });

    it('ask nothing more of a full day at a time that is added to it, until its number is taken back', async () => {
      const abe = await world.person('Abe');
      const water = await counts(abe, 'Drink water', WATER, ['13:00']);
      await say(abe, '13:00', { quantity: 2000 });
      const schedule = { startDate: today, times: ['13:00', '18:00'], recurrence: 'FREQ=DAILY' };
      await (await abe.fresh()).patch(`/habits/${water.id}`, { schedule });
      expect(await answers(abe)).toEqual(['13:00 completed', '18:00 completed']);

      await (await abe.fresh()).delete(`/habits/${water.id}/days/${today}/13:00/check-in`);
      expect(await answers(abe)).toEqual(['13:00 planned', '18:00 planned']);
    });

    it('come to no more than a billion, however it is said', async () => {
      const abe = await world.person('Abel');
      await counts(abe, 'Drink water', WATER, ['13:00', '20:00']);
      await say(abe, '13:00', { quantity: 999_999_999 });

      const tooMuch = await drink(abe, '20:00', 1.5);
      expectProblem(tooMuch, 400, 'invalid-request');
      expect(fieldErrors(tooMuch)).toEqual({
        '/quantity': 'A day comes to at most 1000000000, and this one is at 999999999: add at most 1.',
      });
      expect(await total(abe)).toEqual([999_999_999, 999_999_999]);

      expect((await drink(abe, '20:00', 1)).body.quantity).toBe(1_000_000_000);
      const oneMore = await drink(abe, '13:00', 0.001);
      expect(fieldErrors(oneMore)).toEqual({
        '/quantity': 'A day comes to at most 1000000000, and this one is there: nothing can be added to it.',
      });
      expect(await total(abe)).toEqual([1_000_000_000, 1_000_000_000]);
    });

    it('keep a word of the person against the number', async () => {
      const bea = await world.person('Bea');
      await counts(bea, 'Drink water', WATER, ['13:00', '18:00', '20:00']);
      await say(bea, '13:00', { status: 'missed' });
      await say(bea, '18:00', { status: 'completed', quantity: 100 });

      expect(await answers(bea)).toEqual(['13:00 missed', '18:00 completed', '20:00 planned']);
      await say(bea, '20:00', { quantity: 2500 });
      expect(await answers(bea)).toEqual(['13:00 missed', '18:00 completed', '20:00 completed']);
      await say(bea, '13:00', { quantity: 2500 });
      expect(await answers(bea)).toEqual(['13:00 completed', '18:00 completed', '20:00 completed']);
    });

    it('are open again once the number is corrected', async () => {
      const cai = await world.person('Cai');
      const water = await counts(cai, 'Drink water', WATER, ['12:30', '18:00']);
      await say(cai, '18:00', { quantity: 2000 });
      expect(await cai.streakOf(water)).toBe(1);
      await reaches('12:35');

      await say(cai, '18:00', { quantity: 1999.5 });

      expect(await answers(cai)).toEqual(['12:30 due', '18:00 planned']);
      expect(await cai.streakOf(water)).toBe(0);
      await reaches('18:00');
      expect((await cai.phone.ringing()).occurrenceIds).toEqual([await idAt(cai, '18:00')]);
      await cai.phone.decline();
    });

    it('forget with a check-in what it had set, and keep what progress added', async () => {
      const dan = await world.person('Dan');
      await counts(dan, 'Drink water', WATER, ['18:00', '20:00']);
      await drink(dan, '18:00', 300);
      await say(dan, '18:00', { status: 'completed', quantity: 2000 });
      await drink(dan, '20:00', 250);
      expect(await total(dan)).toEqual([2250, 2250]);

      for (let time = 0; time < 2; time += 1) {
        expect((await takeBack(dan, '18:00')).body).toMatchObject({ status: 'planned', checkIn: null, quantity: 550 });
      }
      expect(await answers(dan)).toEqual(['18:00 planned', '20:00 planned']);
      expect((await takeBack(dan, '20:00')).body).toMatchObject({ quantity: 550 });
    });

    it('are missed when their time is over, and completed by what is told afterwards', async () => {
      const eve = await world.person('Eve');
      const water = await counts(eve, 'Drink water', WATER, ['13:00']);
      await drink(eve, '13:00', 1500);
      await reaches('16:30');
      expect(await answers(eve)).toEqual(['13:00 missed']);

      expect((await drink(eve, '13:00', 500)).body).toMatchObject({ status: 'completed', quantity: 2000 });
      expect(await eve.streakOf(water)).toBe(1);
      expect((await say(eve, '13:00', { quantity: 1000 })).body).toMatchObject({ status: 'missed', quantity: 1000 });
      expect(await eve.streakOf(water)).toBe(0);
    });

    it('tell every change of the number: how it came, what it made of the day, what replaced it', async () => {
      const fay = await world.person('Fay');
      await counts(fay, 'Drink water', WATER, ['13:00', '18:00']);
      await say(fay, '13:00', { quantity: 500, note: 'With lemon' });
      await world.passes({ minutes: 1 });
      await drink(fay, '18:00', 250);
      await reaches('13:00');
      const line = await fay.phone.pickUp();
      await line.say('only nine hundred');
      await line.ends();
      await world.passes({ minutes: 1 });
      await drink(fay, '18:00', 100);

      const told = await history(fay, '13:00');

      expect(told.map(({ kind, via, quantity, total }) => [kind, via, quantity, total])).toEqual([
        ['check-in', 'app', 500, 500],
        ['progress', 'app', 250, 750],
        ['check-in', 'call', 900, 900],
        ['progress', 'app', 100, 1000],
      ]);
      expect(told[0]).toMatchObject({ note: 'With lemon', supersededAt: told[2]!.at });
      expect(told[2]!.quote).toContain('nine hundred');
      expect(await history(fay, '18:00')).toEqual(told);
      expect(await fay.timeline(await idAt(fay, '13:00'))).toEqual(expect.arrayContaining(['checked-in', 'progress']));
    });

    it('add progress once for each key, and refuse nonsense by name', async () => {
      const gil = await world.person('Gil');
      await counts(gil, 'Drink water', WATER, ['18:00']);
      const first = await drink(gil, '18:00', 250, 'a-glass');

      expect((await drink(gil, '18:00', 250, 'a-glass')).body).toEqual(first.body);
      expect(await total(gil)).toEqual([250]);
      const path = `/occurrences/${await idAt(gil, '18:00')}/progress`;
      expectProblem(await (await gil.fresh()).post(path, { quantity: 250 }), 400, 'idempotency-key-needed');
      for (const quantity of [0, -250, 'a glass', null]) {
        const refused = await (await gil.fresh()).post(path, { quantity }, { 'idempotency-key': `bad-${++keys}` });
        expectProblem(refused, 400, 'invalid-request');
        expect(Object.keys(fieldErrors(refused))).toEqual(['/quantity']);
      }
      await gil.habit('Read', { at: '19:00', every: null });
      const uncounted = await drink(gil, '19:00', 5);
      expectProblem(uncounted, 400, 'invalid-request');
      expect(Object.keys(fieldErrors(uncounted))).toEqual(['/quantity']);
    });

    it('do not ask about a day of the past that is told in part', async () => {
      const joy = await world.person('Joy');
      const water = await counts(joy, 'Drink water', WATER, ['13:00', '18:00']);

      for (const time of ['13:00', '18:00']) {
        const path = `/habits/${water.id}/days/2025-12-24/${time}/check-in`;
        const told = await (await joy.fresh()).put<OccurrenceResponse>(path, { quantity: 500 });
        const word = { status: 'missed', quantity: 500, via: 'app', backfill: true };
        expect(told.body).toMatchObject({ status: 'missed', quantity: 500, checkIn: word });
      }

      await world.passes({ minutes: 5 });
      expect(await joy.messages()).toEqual([]);
    });

    it('are done when the person says so in a call, whatever the number', async () => {
      const hal = await world.person('Hal');
      await counts(hal, 'Drink water', WATER, ['13:00', '18:00']);
      await reaches('13:00');
      const line = await hal.phone.pickUp();
      await line.say('yes');
      await line.say('nine hundred');
      await line.ends();

      expect(await answers(hal)).toEqual(['13:00 completed', '18:00 planned']);
      expect(await total(hal)).toEqual([900, 900]);
    });

    it('need no second call when the number in the first was enough', async () => {
      const ida = await world.person('Ida');
      await counts(ida, 'Drink water', WATER, ['13:00', '18:00']);
      await reaches('13:00');
      const line = await ida.phone.pickUp();
      await line.say('two thousand five hundred');
      await line.ends();

      expect(await answers(ida)).toEqual(['13:00 completed', '18:00 completed']);
      await world.passes({ hours: 6 });
      expect(await ida.calls()).toHaveLength(1);
    });
  });

  describe('that ask for at most so much', () => {
    const endOfDay = () => world.reaches(`${nextDay(today)}T00:00`, 'Europe/Lisbon');

    it('are completed in silence when the day is over, not before', async () => {
      const jan = await world.person('Jan');
      const coffee = await counts(jan, 'Drink coffee', COFFEE, ['13:00']);
      await reaches('13:00');
      await jan.phone.decline();
      await reaches('13:30');
      await jan.phone.decline();

      await reaches('23:59');
      const [open] = await jan.occurrences(today, today);
      expect(open).toMatchObject({ status: 'due', closesAt: `${nextDay(today)}T00:00:00.000Z` });
      expect(await jan.streakOf(coffee)).toBe(0);
      await endOfDay();
      await world.passes({ seconds: 2 });
      expect((await jan.occurrences(today, today))[0]).toMatchObject({ status: 'completed', checkIn: null });
      expect(await jan.streakOf(coffee)).toBe(1);
      expect(await jan.timeline(open!.id)).toContain('completed');
    });

    it('are missed at once when it was too much, and come back when that was wrong', async () => {
      const kim = await world.person('Kim');
      const coffee = await counts(kim, 'Drink coffee', COFFEE, ['13:00', '18:00']);
      await reaches('13:00');
      await drink(kim, '13:00', 2);
      expect(await answers(kim)).toEqual(['13:00 due', '18:00 planned']);

      const tooMuch = await drink(kim, '13:00', 1);
      expect(tooMuch.body).toMatchObject({ status: 'missed', quantity: 3, checkIn: { status: 'missed', quantity: 3 } });
      expect(await answers(kim)).toEqual(['13:00 missed', '18:00 missed']);
      expect(await kim.phone.isSilent()).toBe(true);

      await say(kim, '18:00', { quantity: 2 });
      expect(await answers(kim)).toEqual(['13:00 due', '18:00 planned']);
      await reaches('18:00');
      await kim.phone.decline();
      await endOfDay();
      await world.passes({ minutes: 31 });
      expect(await answers(kim)).toEqual(['13:00 completed', '18:00 completed']);
      expect(await kim.streakOf(coffee)).toBe(1);
      await drink(kim, '18:00', 1);
      expect(await answers(kim)).toEqual(['13:00 missed', '18:00 missed']);
      expect((await say(kim, '13:00', { quantity: 1 })).body).toMatchObject({ status: 'completed' });
      expect(await kim.streakOf(coffee)).toBe(1);
    });

    it('hold a word of the person against the number, until it is taken back', async () => {
      const lia = await world.person('Lia');
      await counts(lia, 'Drink coffee', COFFEE, ['13:00']);
      await drink(lia, '13:00', 3);
      expect((await say(lia, '13:00', { status: 'completed' })).body.status).toBe('completed');
      expect((await takeBack(lia, '13:00')).body).toMatchObject({ status: 'missed', quantity: 3 });
    });

    it('take a number said in a call for the day so far: nobody asks again, and more may come', async () => {
      const mia = await world.person('Mia');
      await counts(mia, 'Drink coffee', COFFEE, ['13:00', '18:00']);
      await reaches('13:00');
      const line = await mia.phone.pickUp();
      await line.say('yes');
      await line.say('one');
      await line.ends();

      expect(await total(mia)).toEqual([1, 1]);
      expect(await answers(mia)).toEqual(['13:00 due', '18:00 planned']);
      await reaches('17:00');
      expect(await mia.calls()).toHaveLength(1);
      await drink(mia, '18:00', 2);
      expect(await answers(mia)).toEqual(['13:00 missed', '18:00 missed']);
    });

    it('are told as missed in the call in which it was too much', async () => {
      const ned = await world.person('Ned');
      await counts(ned, 'Drink coffee', COFFEE, ['13:00']);
      await reaches('13:00');
      const line = await ned.phone.pickUp();
      await line.say('five');
      await line.ends();

      expect(await answers(ned)).toEqual(['13:00 missed']);
      await world.passes({ hours: 1 });
      expect(await ned.calls()).toHaveLength(1);
      expect(await ned.messages()).toEqual([]);
    });

    it('are judged as well when a day of the past is filled in', async () => {
      const ola = await world.person('Ola');
      const coffee = await counts(ola, 'Drink coffee', COFFEE, ['13:00']);
      const api = await ola.fresh();
      const on = (day: string, quantity: number) =>
        api.put<OccurrenceResponse>(`/habits/${coffee.id}/days/${day}/13:00/check-in`, { quantity });

      expect((await on('2025-12-24', 5)).body).toMatchObject({ status: 'missed', checkIn: { backfill: true } });
      expect((await on('2025-12-25', 1)).body).toMatchObject({ status: 'completed', quantity: 1 });
    });
  });
});

function nextDay(date: string): string {
  return new Date(new Date(date).getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
}
