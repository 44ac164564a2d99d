import { eventually } from '../support/eventually';
import type { Person } from '../support/person';
import type { Line } from '../support/phone';
import { World } from '../support/world';

describe('The conversation, over the relay,', () => {
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

  const personWith = async (times: string[], zone = 'Europe/Lisbon', more: object = {}): Promise<Person> => {
    people += 1;
    const person = await world.person(`Ada${people}`, zone);
    for (const time of times) await person.habit(`At ${time.replace(':', ' ')}`, { at: time, every: null, ...more });
    return person;
  };
  const picksUp = async (person: Person, zone = 'Europe/Lisbon', time = '13:00'): Promise<Line> => {
    await world.reaches(`${today}T${time}`, zone);
    return person.phone.pickUp();
  };
  const story = async (person: Person) => (await person.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`);
  const results = async (person: Person) => (await person.calls())[0]!.results.map(({ meaning }) => meaning);
  const quiet = async (person: Person) => {
    await world.passes({ hours: 3 });
    expect(await story(person)).toEqual(['due answered']);
    expect(await person.messages()).toEqual([]);
  };

  describe('when somebody is in danger', () => {
    it('names the number of where they are, marks nothing, and leaves them in peace', async () => {
      const ada = await personWith(['13:00']);
      const line = await picksUp(ada);
      await line.say('I want to die');
      await line.ends();

      expect(line.heard.join(' ')).toMatch(/I can not help you with that\. Please call 112 now\.$/);
      expect(await results(ada)).toEqual(['unclear']);
      expect(await ada.dayOf(today)).toEqual(['13:00 due']);
      await quiet(ada);
    });

    it('knows the numbers of other countries, and lines for the heart', async () => {
      const bea = await personWith(['08:00'], 'America/New_York');
      const line = await picksUp(bea, 'America/New_York', '08:00');
      await line.say('I am going to kill myself');
      await line.ends();
      expect(line.heard.join(' ')).toMatch(/Please call 988 now.* call 911\.$/);
    });

    it('keeps what was done before, and calls about nothing else of that call, not even what joined it', async () => {
      const cai = await personWith(['13:00', '13:04', '13:08']);
      const line = await picksUp(cai);
      await line.say('yes');
      await line.say('call an ambulance');
      await line.ends();

      expect(await results(cai)).toEqual(['done', 'unclear', 'unclear']);
      await quiet(cai);
      expect((await cai.dayOf(today))[0]).toBe('13:00 completed');
    });

    it('is heard in the follow-up too: no message comes after it', async () => {
      const dan = await personWith(['13:00']);
      await (await picksUp(dan)).say('no');
      await world.passes({ minutes: 30, seconds: 5 });
      const line = await dan.phone.pickUp();
      await line.say('I want to kill myself');
      await line.ends();
      await world.passes({ hours: 3 });
      expect(await story(dan)).toEqual(['due answered', 'follow-up answered']);
      expect(await dan.messages()).toEqual([]);
    });
  });

  describe('when it is not sure', () => {
    it('asks once more, tells the keys, and hears them', async () => {
      const eve = await personWith(['13:00']);
      const line = await picksUp(eve);
      await line.say('banana');
      expect(line.lastWords).toMatch(/say yes or no/);
      await line.say('cherry');
      expect(line.lastWords).toMatch(/press 1 for done, 2 for not yet, 3 to skip/);
      await line.press('1');
      expect(await results(eve)).toEqual(['done']);
      expect(await eve.dayOf(today)).toEqual(['13:00 completed']);
    });

    it('leaves it open, says so, calls once more and then writes', async () => {
      const fay = await personWith(['13:00']);
      for (const wait of [{ minutes: 0 }, { minutes: 30, seconds: 5 }]) {
        if (wait.minutes === 0) await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
        else await world.passes(wait);
        const line = await fay.phone.pickUp();
        for (const words of ['banana', 'cherry', 'plum']) await line.say(words);
        expect(line.heard.join(' ')).toContain('I leave it open. You can answer in the app.');
      }
      await world.passes({ seconds: 1 });
      expect(await story(fay)).toEqual(['due answered', 'follow-up answered']);
      expect((await fay.messages()).map(({ kind }) => kind)).toEqual(['not-done']);
    });
  });

  it('writes instead of calling to who wants no further call today', async () => {
    const gil = await personWith(['13:00']);
    const line = await picksUp(gil);
    await line.say("don't call me again today");
    expect(line.lastWords).toBe('Shall I skip it this time?');
    await line.say('no');
    await world.passes({ seconds: 1 });

    expect((await gil.messages()).map(({ kind }) => kind)).toEqual(['not-done']);
    await world.passes({ hours: 1 });
    expect(await story(gil)).toEqual(['due answered']);
    expect((await (await gil.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: false });
  });

  it('leaves no message on a voicemail, and calls again as if nobody had answered', async () => {
    const hal = await personWith(['13:00']);
    const line = await picksUp(hal);
    await line.say('You have reached the mailbox of Hal. Please leave a message after the tone.');
    await line.ends();
    expect(line.heard.at(-1)).toBe('This is Callivate. I leave no message.');
    const [call] = await hal.calls();
    expect(call).toMatchObject({ ending: 'voicemail', results: [] });
    await world.passes({ minutes: 30, seconds: 5 });
    expect(await story(hal)).toEqual(['due voicemail', 'follow-up null']);
  });

  it('does not suppress a person whose mother answers', async () => {
    const ida = await personWith(['13:00']);
    const line = await picksUp(ida);
    await line.say("she's not here, this is her mother");
    await line.ends();
    expect(await results(ida)).toEqual(['unclear']);
    expect((await (await ida.fresh()).get('/me/suppression')).body).toMatchObject({ suppressed: false });
  });

  it('says that a habit is paused, when it is paused meanwhile', async () => {
    const jan = await personWith(['13:00', '13:05']);
    const line = await picksUp(jan);
    const [first] = (await jan.today()).items;
    await (await jan.fresh()).put(`/habits/${first!.habit.id}/pause`);
    await world.time.hearNews();
    await line.hears(/At 13 00 is paused now\. .*Next: At 13 05\.|At 13 00 is paused now\./);
    await line.say('yes');
    await line.ends();
    expect(line.heard.join(' ')).not.toContain('already done');
    expect(await jan.dayOf(today)).toEqual(['13:00 skipped', '13:05 completed']);
  });

  it('lets a total stand that was set in the app while the call lasted', async () => {
    const target = { value: 2000, unit: 'ml', direction: 'at-least' as const };
    const kim = await personWith(['13:00'], undefined, { kind: 'numeric', target });
    const line = await picksUp(kim);
    const { id } = (await kim.today()).items[0]!.occurrence;
    await world.passes({ seconds: 2 });
    await (await kim.fresh()).put(`/occurrences/${id}/check-in`, { quantity: 1200 });
    await line.say('no, only 800');
    await eventually(async () => (await kim.calls())[0]!.status === 'ended');

    expect((await kim.calls())[0]!.results).toMatchObject([{ meaning: 'partly', quantity: 800 }]);
    const [row] = await world.rows<{ total: number }>(
      'SELECT total FROM day_quantities WHERE user_id = $1 AND followed_at IS NULL',
      [kim.id],
    );
    expect(row!.total).toBe(1200);
  });

  it('keeps a number said in the call when the app said one before it', async () => {
    const target = { value: 2000, unit: 'ml', direction: 'at-least' as const };
    const lea = await personWith(['13:00'], undefined, { kind: 'numeric', target });
    const { id } = (await lea.today()).items[0]!.occurrence;
    await (await lea.fresh()).put(`/occurrences/${id}/check-in`, { quantity: 500 });
    const line = await picksUp(lea);
    await line.say('no, only 800');
    const [row] = await world.rows<{ total: number }>(
      'SELECT total FROM day_quantities WHERE user_id = $1 AND followed_at IS NULL',
      [lea.id],
    );
    expect(row!.total).toBe(800);
  });

  it('takes nobody for silent who is in the middle of an answer', async () => {
    const mia = await personWith(['13:00']);
    const line = await picksUp(mia);
    for (let seconds = 0; seconds < 30; seconds += 3) {
      line.socket.send(JSON.stringify({ type: 'prompt', voicePrompt: 'well, I', lang: 'en-US', last: false }));
      await new Promise((resolve) => setTimeout(resolve, 20));
      await world.passes({ seconds: 3 });
    }
    expect(line.heard.join(' ')).not.toContain('I did not hear anything');
    await line.say('yes');
    expect(await results(mia)).toEqual(['done']);
  });

  it('asks into a silence of six seconds once its own words are over, and closes after six more', async () => {
    const nia = await personWith(['13:00']);
    const line = await picksUp(nia);
    const spoken = Math.ceil(line.heard.join(' ').split(' ').length * 0.4);
    await world.passes({ seconds: spoken + 5 });
    expect(line.heard.join(' ')).not.toContain('hear anything');
    await world.passes({ seconds: 1 });
    await line.hears(/I did not hear anything/);
    await world.passes({ seconds: 10 });
    await line.ends();
    expect(line.heard.join(' ')).toContain('I leave it open.');
  });
});
