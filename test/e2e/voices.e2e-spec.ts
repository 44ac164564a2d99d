import type { Schemas } from '../../clients/typescript/src';
import { SPOKEN_LANGUAGES } from '../../src/kernel/languages';
import { Ringings } from '../../src/modules/calls';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

type Script = Schemas['ScriptResponse'];
type Voice = Schemas['VoiceResponse'];

const ONE_OF_THE_FOUR = 'as "sarah", "marcus", "luna" or "alex", or null.';

describe('The voices that call', () => {
  let world: World;
  let ada: Person;

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    ada = await world.person('Ada', 'Europe/Lisbon');
  });

  afterEach(() => world.end());

  const scriptOf = async (habitId: string): Promise<Script> =>
    (await (await ada.fresh()).get<Script>(`/habits/${habitId}/script`)).body;

  const voices = async (query = '', person = ada): Promise<Voice[]> =>
    (await (await person.fresh()).get<Schemas['VoicesResponse']>(`/voices${query}`)).body.items;
  const idsOf = async (query: string) => (await voices(query)).map(({ id }) => id);

  it('are four, each with what it says, and how it sounds in a browser and on the telephone', async () => {
    const all = await voices();
    expect(all.map(({ name, persona }) => `${name}: ${persona}`)).toEqual([
      ...['Sarah: warm', 'Marcus: confident', 'Luna: calm', 'Alex: energetic'],
    ]);
    for (const { name, languages } of all) {
      expect(languages.map(({ language }) => language)).toEqual(SPOKEN_LANGUAGES);
      for (const { sample, browser, telephone } of languages) {
        expect(sample).toContain(name);
        expect(browser).toMatchObject({
          lang: telephone.language,
          pitch: expect.any(Number),
          rate: expect.any(Number),
        });
        expect(browser.names.length).toBeGreaterThan(0);
      }
    }
    expect((await ada.api.get<Voice>('/voices/luna')).body).toEqual(all[2]);
  });

  it.each([
    ['?language=de', ['sarah', 'marcus', 'luna', 'alex']],
    ['?gender=female', ['sarah', 'luna']],
    ['?persona=energetic', ['alex']],
    ['?gender=male&persona=calm', []],
    ['?favourite=true', ['luna']],
    ['?favourite=false&gender=female', ['sarah']],
  ])('are found by %s', async (query, found) => {
    await ada.api.put('/voices/luna/favourite');
    expect(await idsOf(query)).toEqual(found);
  });

  it('are not found by what they have not', async () => {
    for (const [query, pointer, choices] of [
      ['?language=xx', '/language', '"en"'],
      ['?gender=robot', '/gender', '"female", "male" or "neutral"'],
      ['?persona=rude', '/persona', '"warm", "confident", "calm" or "energetic"'],
      ['?favourite=yes', '/favourite', '"true" or "false"'],
    ] as const) {
      const refused = await ada.api.get<object>(`/voices${query}`);
      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({ [pointer]: expect.stringContaining(choices) });
    }
  });

  it('are no others, and nobody’s who is not signed in', async () => {
    for (const id of ['anna', 'default', 'toString', '%00']) {
      const [read, marked, unmarked] = [
        await ada.api.get<object>(`/voices/${id}`),
        await ada.api.put<object>(`/voices/${id}/favourite`),
        await ada.api.delete<object>(`/voices/${id}/favourite`),
      ];
      for (const refused of [read, marked, unmarked]) expectProblem(refused, 404, 'not-found');
    }
    expect((await world.http.get('/voices')).status).toBe(401);
  });

  describe('A favourite', () => {
    const favourites = async (person = ada) => (await voices('?favourite=true', person)).map(({ id }) => id);

    it('is marked and unmarked as often as one likes, by its person alone', async () => {
      const eve = await world.person('Eve');
      for (const id of ['luna', 'alex', 'luna'])
        expect((await ada.api.put(`/voices/${id}/favourite`)).status).toBe(204);
      expect(await favourites()).toEqual(['luna', 'alex']);
      expect(await favourites(eve)).toEqual([]);
      expect((await ada.api.get<Voice>('/voices/luna')).body).toMatchObject({ isFavourite: true, isDefault: false });

      for (const id of ['luna', 'luna']) expect((await ada.api.delete(`/voices/${id}/favourite`)).status).toBe(204);
      expect(await favourites()).toEqual(['alex']);
    });

    it('that is in the catalogue no more is not shown', async () => {
      await world.rows(`INSERT INTO favourite_voices VALUES ($1, 'anna', now())`, [ada.id]);
      expect(await favourites()).toEqual([]);
    });

    it('goes with its person', async () => {
      await ada.api.put('/voices/luna/favourite');
      await (await ada.fresh()).delete('/me');
      expect(await world.rows('SELECT FROM favourite_voices WHERE user_id = $1', [ada.id])).toEqual([]);
    });
  });

  describe('The default', () => {
    const defaults = async () => (await voices()).filter(({ isDefault }) => isDefault).map(({ id }) => id);
    const choose = (voiceId: unknown) => ada.api.put<Voice>('/voices/default', { voiceId });

    it('is Sarah until another is chosen, and the same as in the settings', async () => {
      expect(await defaults()).toEqual(['sarah']);
      expect(await choose('marcus')).toMatchObject({ status: 200, body: { id: 'marcus', isDefault: true } });
      expect(await defaults()).toEqual(['marcus']);
      expect((await ada.api.get('/me/settings')).body).toMatchObject({ defaultVoiceId: 'marcus' });

      expect(await choose(null)).toMatchObject({ status: 200, body: { id: 'sarah', isDefault: true } });
      expect((await ada.api.get('/me/settings')).body).toMatchObject({ defaultVoiceId: null });
    });

    it('is one of the four', async () => {
      for (const refused of [await choose('anna'), await choose(7), await ada.api.put<object>('/voices/default', {})]) {
        expectProblem(refused, 400, 'invalid-request');
        expect(fieldErrors(refused)['/voiceId']).toContain('"sarah", "marcus", "luna", "alex" or null');
      }
    });
  });

  describe('A choice', () => {
    it('is the habit’s, else the person’s', async () => {
      const reading = await ada.habit('Read');
      const running = await ada.habit('Run', { voiceId: 'alex' });
      await ada.api.patch('/me/settings', { defaultVoiceId: 'marcus' });

      expect(await scriptOf(reading.id)).toMatchObject({ voiceId: 'marcus', persona: 'confident' });
      expect(await scriptOf(running.id)).toMatchObject({ voiceId: 'alex', persona: 'energetic' });
      await ada.api.patch(`/habits/${running.id}`, { voiceId: null });
      expect(await scriptOf(running.id)).toMatchObject({ voiceId: 'marcus' });
      await ada.api.patch('/me/settings', { defaultVoiceId: null });
      expect(await scriptOf(running.id)).toMatchObject({ voiceId: null, persona: 'warm' });
    });

    it('counts in the ring of a habit, and in one that is asked for before anything is planned', async () => {
      await ada.api.patch('/me/settings', { defaultVoiceId: 'marcus' });
      const some = await ada.habit('Read', { from: '2026-04-01', every: null });
      const own = await ada.habit('Run', { from: '2026-04-01', every: null, voiceId: 'luna' });
      expect(await scriptOf(own.id)).toMatchObject({ voiceId: 'luna', persona: 'calm' });
      for (const [habit, voice] of [
        [some, 'marcus'],
        [own, 'luna'],
      ] as const) {
        await (await ada.fresh()).post(`/habits/${habit.id}/calls`);
        const rings = await world.app.get(Ringings).now(ada.id);
        expect(rings).toMatchObject([{ habits: [{ id: habit.id }], voice }]);
        await ada.phone.decline();
      }
    });

    it('falls on one of the four, and is told which there are', async () => {
      const { id } = await ada.habit('Read');
      const refusals = [
        [await ada.api.patch(`/habits/${id}`, { voiceId: 'anna' }), '/voiceId'],
        [await ada.api.post('/habits', { ...HABIT, voiceId: 'toString' }), '/voiceId'],
        [await ada.api.patch('/me/settings', { defaultVoiceId: 'anna' }), '/defaultVoiceId'],
      ] as const;
      for (const [refused, pointer] of refusals) {
        expectProblem(refused, 400, 'invalid-request');
        expect(fieldErrors(refused)).toEqual({ [pointer]: `Give "${pointer.slice(1)}" ${ONE_OF_THE_FOUR}` });
      }
    });

    it('of a voice that is no more is none, and stays where it stands', async () => {
      const { id } = await ada.habit('Read');
      await world.rows(`UPDATE habits SET voice_id = 'anna' WHERE id = $1`, [id]);
      await ada.api.patch('/me/settings', { defaultVoiceId: 'marcus' });
      expect(await scriptOf(id)).toMatchObject({ voiceId: 'marcus' });
      await world.rows(`UPDATE user_settings SET default_voice_id = 'bob' WHERE user_id = $1`, [ada.id]);
      expect(await scriptOf(id)).toMatchObject({ voiceId: null, persona: 'warm' });

      const changed = await ada.api.patch(`/habits/${id}`, { title: 'Read more' });
      expect(changed).toMatchObject({ status: 200, body: { voiceId: 'anna' } });
      const settings = await ada.api.patch('/me/settings', { graceMinutes: 60 });
      expect(settings).toMatchObject({ status: 200, body: { defaultVoiceId: 'bob' } });
    });
  });
});

const HABIT = { title: 'Read', schedule: { startDate: '2026-03-02', times: ['20:00'], recurrence: 'FREQ=DAILY' } };
