import type { Schemas } from '../../clients/typescript/src';
import { LIMITS } from '../../src/platform/limits';
import type { Person } from '../support/person';
import { expectProblem, fieldErrors } from '../support/problems';
import { MP3, SpeechServer } from '../support/speech-server';
import { World } from '../support/world';

type Preview = Schemas['VoicePreviewResponse'];

const AUDIO = { mediaType: 'audio/mpeg', base64: MP3.toString('base64') };

describe('Hearing a voice', () => {
  let provider: SpeechServer;
  let world: World;
  let ada: Person;

  beforeAll(() => import('openai'));
  beforeEach(async () => {
    provider = await SpeechServer.listening();
  });
  afterEach(async () => {
    await world.end();
    await provider.close();
  });

  const begin = async (SPEECH_PROVIDER: string) => {
    const given = { SPEECH_PROVIDER, SPEECH_API_KEY: 'key', SPEECH_BASE_URL: provider.url };
    world = await World.begin('2026-03-01T12:00:00Z', given);
    ada = await world.person('Ada');
  };
  const hear = (body?: object, voice = 'luna') => ada.api.post<Preview>(`/voices/${voice}/preview`, body);

  describe('by a browser, where there is no provider of speech,', () => {
    beforeEach(() => begin('none'));

    it('is its sample, in the language of the person’s calls, and how to say it', async () => {
      const { body } = await hear();
      expect(body).toMatchObject({ voiceId: 'luna', language: 'en', text: expect.stringContaining('This is Luna') });
      expect(body.browser).toMatchObject({ lang: 'en-US', rate: 0.9, names: expect.arrayContaining(['Samantha']) });
      expect(body).toMatchObject({ audio: null, fallback: expect.stringContaining('your browser says it') });

      await ada.api.patch('/me/settings', { language: 'de-AT' });
      expect((await hear()).body).toMatchObject({ language: 'de', text: expect.stringContaining('Hier ist Luna') });
      expect((await hear({ language: 'en' })).body).toMatchObject({ language: 'en', browser: { lang: 'en-US' } });
      expect(provider.connections).toBe(0);
    });

    it.each([
      ['Time to read, Ada', 'Time to read, Ada'],
      ['Read *ten* pages <b>now</b> 🎉', 'Read ten pages now'],
      ['Win at www.casino.example', 'Win at'],
    ])('of %j is what may be spoken of it', async (text, said) => {
      expect((await hear({ text })).body.text).toBe(said);
    });

    it.each<[object, string, string]>([
      [{ text: 'Fuck you' }, '/text', 'decent words'],
      [{ text: '🎉' }, '/text', 'decent words'],
      [{ text: ' ' }, '/text', 'must not be blank'],
      [{ text: 'a'.repeat(201) }, '/text', 'at most 200 characters'],
      [{ text: null }, '/text', 'such as "Time to read, Ada"'],
      [{ language: 'xx' }, '/language', '"en"'],
    ])('of %j is refused', async (body, pointer, said) => {
      const refused = await hear(body);
      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({ [pointer]: expect.stringContaining(said) });
    });

    it('that there is not is a 404, and needs somebody signed in', async () => {
      expectProblem(await hear({}, 'anna'), 404, 'not-found');
      expect((await world.http.post('/voices/luna/preview', {})).status).toBe(401);
    });

    it('has an end for each person', async () => {
      expect((await hear()).headers.get('RateLimit-Policy')).toContain('"voice-previews";q=60;w=3600');
      await world.rows('UPDATE limits SET points = $1', [LIMITS['voice-previews'].quota]);
      expectProblem(await hear(), 429);
      expect((await (await world.person('Eve')).api.post('/voices/luna/preview')).status).toBe(200);
    });
  });

  describe('by a provider of speech', () => {
    beforeEach(() => begin('openai'));

    it('brings audio, and asks for the same line once', async () => {
      const [first, atOnce] = await Promise.all([hear({ text: 'Hello Ada' }), hear({ text: 'Hello Ada' })]);
      expect(first.body).toMatchObject({ text: 'Hello Ada', audio: AUDIO, fallback: null, browser: { lang: 'en-US' } });
      expect([atOnce.body, (await hear({ text: 'Hello *Ada*' })).body]).toEqual([first.body, first.body]);
      expect(provider.asked.map(({ body: { voice, input } }) => ({ voice, input }))).toEqual([
        { voice: 'shimmer', input: 'Hello Ada' },
      ]);
    });

    it('asks anew for another voice, language or text', async () => {
      for (const voice of ['luna', 'alex']) await hear({ text: 'Hello' }, voice);
      await hear({ text: 'Hello', language: 'de' });
      await hear({ text: 'Hello Ada' });
      expect(provider.asked).toHaveLength(4);
    });

    it('keeps the 64 lines heard last, and none that is too large to keep', async () => {
      for (let line = 0; line <= 64; line += 1) {
        if (line % 50 === 0) await world.rows('DELETE FROM limits');
        await hear({ text: `Line ${line}` });
      }
      await world.rows('DELETE FROM limits');
      await hear({ text: 'Line 64' });
      expect(provider.asked).toHaveLength(65);
      await hear({ text: 'Line 0' });
      expect(provider.asked).toHaveLength(66);

      provider.does({ audio: Buffer.alloc(600 * 1024, MP3) });
      for (let time = 0; time < 2; time += 1) expect((await hear({ text: 'Long' })).body.audio).not.toBeNull();
      expect(provider.asked).toHaveLength(68);
    });

    it('that fails is the browser’s, with the reason, and asked again the next time', async () => {
      provider.does({ status: 400 });
      expect((await hear()).body).toMatchObject({
        audio: null,
        fallback: expect.stringContaining('cannot be reached just now'),
        browser: { lang: 'en-US' },
      });
      provider.does({ audio: MP3 });
      expect((await hear()).body).toMatchObject({ audio: AUDIO, fallback: null });
    });
  });
});
