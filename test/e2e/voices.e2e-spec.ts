import type { Schemas } from '../../clients/typescript/src';
import { Ringings } from '../../src/modules/calls';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

type Script = Schemas['ScriptResponse'];

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
