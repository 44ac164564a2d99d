import type { Schemas } from '../../clients/typescript/src';
import type { Person } from '../support/person';
import { World } from '../support/world';

type Script = Schemas['ScriptResponse'];

const ZONE = 'Europe/Lisbon';

/** A Wednesday. */
const BEGIN = '2026-03-04';

describe('The script of a call', () => {
  let world: World;

  beforeEach(async () => {
    world = await World.begin(`${BEGIN}T12:00:00Z`);
  });

  afterEach(() => world.end());

  const scriptOf = async (person: Person, habitId: string, query = ''): Promise<Script> =>
    (await (await person.fresh()).get<Script>(`/habits/${habitId}/script${query}`)).body;
  const answers = async (person: Person, day: string, words: string): Promise<string[]> => {
    await world.reaches(`${day}T20:00`, ZONE);
    const line = await person.phone.pickUp();
    await line.say(words);
    return line.heard;
  };

  it('shows what the next call says, word for word', async () => {
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Read *ten* pages', { voiceId: 'luna' });
    const script = await scriptOf(ada, id);

    expect(script).toMatchObject({
      ...{ habitId: id, voiceId: 'luna', persona: 'calm', language: 'en', situation: 'first-call' },
      nextDueAt: `${BEGIN}T20:00:00.000Z`,
    });
    expect(script.greeting[0]).toMatch(/Ada.*Callivate.*AI.*“Read ten pages”/);
    expect(script.seconds).toBeLessThanOrEqual(15);
    expect(await answers(ada, BEGIN, 'yes')).toEqual([
      ...script.greeting,
      script.question,
      ...script.onDone,
      script.goodbye,
    ]);
  });

  it('goes by how the days went', async () => {
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Read ten pages');
    const situations: string[] = [];
    const greetings: string[] = [];
    const closings: string[] = [];
    const words = ['yes', 'no', 'yes', 'yes', 'yes', 'yes'];
    for (const [place, word] of words.entries()) {
      const day = `2026-03-${String(4 + place).padStart(2, '0')}`;
      situations.push((await scriptOf(ada, id)).situation);
      const heard = await answers(ada, day, word);
      greetings.push(heard[0]!);
      closings.push(heard.at(-1)!);
      await world.reaches(`${day}T23:59`, ZONE);
    }

    expect(situations).toEqual([
      'first-call',
      'plain-day',
      'missed-yesterday',
      'plain-day',
      'milestone-near',
      'streak-at-stake',
    ]);
    for (const said of [greetings, closings]) {
      for (const [place, sentence] of said.entries()) expect(said[place + 1]).not.toBe(sentence);
    }
  });

  it('tells a streak at stake and, on a Monday, the week against the one before', async () => {
    const ada = await world.person('Ada', ZONE);
    const every = 'FREQ=WEEKLY;BYDAY=MO,TH';
    const { id } = await ada.habit('Swim', { every });
    await answers(ada, '2026-03-05', 'yes');
    await answers(ada, '2026-03-09', 'yes');
    await answers(ada, '2026-03-12', 'yes');
    await world.reaches('2026-03-16T12:00', ZONE);
    expect((await scriptOf(ada, id)).situation).toBe('streak-at-stake');
    await answers(ada, '2026-03-16', 'no');
    await world.reaches('2026-03-23T12:00', ZONE);
    expect(await scriptOf(ada, id)).toMatchObject({ situation: 'monday' });
  });

  it('sounds otherwise with another voice or in another situation', async () => {
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Read ten pages');
    const own = await scriptOf(ada, id);
    expect(own).toMatchObject({ voiceId: null, persona: 'warm' });
    const other = await scriptOf(ada, id, '?voiceId=alex&situation=milestone-near');
    expect(other).toMatchObject({ voiceId: 'alex', persona: 'energetic', situation: 'milestone-near' });
    expect(other.greeting.join(' ')).toContain('7 days');
    expect(await scriptOf(ada, id, '?situation=test-call')).toMatchObject({ situation: 'test-call', question: null });
    for (const situation of [
      'several-habits',
      'callback',
      'monday',
      'missed-yesterday',
      'streak-at-stake',
      'plain-day',
    ]) {
      expect(await scriptOf(ada, id, `?situation=${situation}`)).toMatchObject({ situation });
    }
  });

  it('of a habit that is not planned is shown all the same', async () => {
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Call the bank', { from: '2026-04-01', every: null });
    expect(await scriptOf(ada, id)).toMatchObject({ nextDueAt: '2026-04-01T19:00:00.000Z', situation: 'first-call' });
  });

  it('is nobody else’s to read, and knows its situations and voices', async () => {
    const ada = await world.person('Ada', ZONE);
    const eve = await world.person('Eve', ZONE);
    const { id } = await ada.habit('Read ten pages');
    expect((await (await eve.fresh()).get(`/habits/${id}/script`)).status).toBe(404);
    expect((await (await ada.fresh()).get(`/habits/${id}/script?situation=birthday`)).status).toBe(400);
    expect((await (await ada.fresh()).get(`/habits/${id}/script?voiceId=anna`)).status).toBe(400);
    expect((await world.http.get(`/habits/${id}/script`)).status).toBe(401);
  });
});
