import { Logger } from '@nestjs/common';
import { keepLogged } from '../../../test/support/log';
import { MP3, SpeechServer } from '../../../test/support/speech-server';
import { SECOND } from '../../kernel/clock';
import { Config, checkEnvironment } from '../config';
import { Metrics } from '../metrics';
import { Resilience } from '../resilience';
import { Status } from '../status';
import { OpenAiSpeech } from './openai-speech';
import { NoSpeech } from './speech';

const KEY = 'key-that-nobody-may-read';
const WORDS = 'words that nobody may read';
const LINE = { text: WORDS, voice: 'coral', language: 'en' };
const SPOKEN = { audio: MP3, mediaType: 'audio/mpeg' };

const MEBIBYTE = 1024 * 1024;

describe('Speech by the protocol of OpenAI', () => {
  let server: SpeechServer;
  let status: Status;
  let metrics: Metrics;
  const logged: string[] = [];

  /** One whose breaker is closed, as at a start. */
  const fresh = (environment: Record<string, string> = {}) => {
    status = new Status();
    metrics = new Metrics();
    const given = { SPEECH_PROVIDER: 'openai', SPEECH_API_KEY: KEY, SPEECH_BASE_URL: server.url };
    const config = new Config(checkEnvironment({ ...given, ...environment }));
    return new OpenAiSpeech(config, new Resilience(metrics, status), status);
  };

  const outcomes = async () =>
    (await metrics.registry.metrics())
      .split('\n')
      .flatMap(
        (line) =>
          /^callivate_outside_calls_total\{part="speech",outcome="(\w+)"\} (\d+)/.exec(line)?.slice(1).join(' ') ?? [],
      );

  beforeAll(async () => {
    await import('openai');
    server = await SpeechServer.listening();
    keepLogged(logged);
  });
  afterAll(async () => {
    await server.close();
    Logger.overrideLogger(false);
  });
  beforeEach(() => {
    server.asked.length = 0;
    logged.length = 0;
  });
  /** Whatever happened. */
  afterEach(() => {
    expect(logged.join()).not.toContain(KEY);
    expect(logged.join()).not.toContain(WORDS);
  });

  it('is asked for a line in a voice, and gives its audio', async () => {
    server.does({ audio: MP3 });
    expect(await fresh().speak(LINE)).toEqual(SPOKEN);
    expect(server.asked).toEqual([
      {
        path: '/v1/audio/speech',
        headers: expect.objectContaining({ authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }),
        body: { model: 'gpt-4o-mini-tts', voice: 'coral', input: WORDS, response_format: 'mp3' },
      },
    ]);
    expect(await outcomes()).toEqual(['done 1']);
    expect(logged).toEqual([]);
  });

  it('is asked of the model that is configured, and says which kind of audio it gave', async () => {
    server.does({ audio: MP3, type: 'Audio/MP3; rate=24000' });
    expect(await fresh({ SPEECH_MODEL: 'kokoro' }).speak(LINE)).toEqual({ audio: MP3, mediaType: 'audio/mp3' });
    expect(server.asked[0]?.body.model).toBe('kokoro');
  });

  it('takes two minutes of audio whole', async () => {
    const audio = Buffer.alloc(2 * MEBIBYTE, MP3);
    server.does({ audio });
    expect((await fresh().speak(LINE))?.audio.equals(audio)).toBe(true);
  });

  it('takes no organization and no manner of logging from variables that are meant for other programs', async () => {
    const printed = jest.spyOn(console, 'debug').mockImplementation();
    const others = { OPENAI_ORG_ID: 'theirs', OPENAI_PROJECT_ID: 'theirs', OPENAI_LOG: 'debug' };
    const environment = jest.replaceProperty(process, 'env', { ...process.env, ...others });
    server.does({ audio: MP3 });
    const spoken = await fresh().speak(LINE);
    environment.restore();

    expect(spoken).toEqual(SPOKEN);
    expect(JSON.stringify(server.asked[0]?.headers)).not.toContain('theirs');
    expect(printed).not.toHaveBeenCalled();
  });

  it.each([400, 413, 422])('that refuses a line with %d is neither asked again nor held for broken', async (code) => {
    server.does({ status: code });
    const speech = fresh();
    for (let time = 1; time <= 6; time += 1) {
      expect(await speech.speak(LINE)).toBeNull();
      expect(server.asked).toHaveLength(time);
    }
    expect(speech.degraded).toBe(false);
    expect(logged.join()).toContain(String(code));
    expect(await outcomes()).toEqual(['refused 6']);
  });

  it('that goes on and on is stopped, and not asked again', async () => {
    server.does('never ends');
    expect(await fresh().speak(LINE)).toBeNull();
    expect(server.asked).toHaveLength(1);
    expect(server.sent).toBeLessThan(64 * MEBIBYTE);
    expect(await outcomes()).toEqual(['refused 1']);
  });

  it.each([
    ['fails', { status: 500 }],
    ['has too much to do', { status: 429 }],
    ['hangs up', 'hangs up' as const],
    ['hangs up amid the audio', 'hangs up amid the audio' as const],
    ['answers JSON in place of audio', 'answers JSON' as const],
    ['is something else', { audio: Buffer.from('<html>Welcome to nginx</html>'), type: 'text/html' }],
    ['is silent', { audio: Buffer.alloc(0) }],
  ])('that %s is asked once more, and no more than that', async (_, behaviour) => {
    server.does(behaviour, { audio: MP3 });
    expect(await fresh().speak(LINE)).toEqual(SPOKEN);
    expect(server.asked).toHaveLength(2);

    server.asked.length = 0;
    server.does(behaviour);
    expect(await fresh().speak(LINE)).toBeNull();
    expect(server.asked).toHaveLength(2);
    expect(logged).toHaveLength(1);
    expect(await outcomes()).toEqual(['failed 1']);
  });

  it('that goes on failing is left in peace, which operators see', async () => {
    server.does({ status: 503 });
    const speech = fresh();
    expect(speech.degraded).toBe(false);
    for (let time = 0; time < 3; time += 1) expect(await speech.speak(LINE)).toBeNull();
    expect(server.asked).toHaveLength(5);
    expect(speech.degraded).toBe(true);
    expect(await status.report()).toEqual({
      breakers: { speech: 'open' },
      speech: { provider: 'openai', model: 'gpt-4o-mini-tts', degraded: true },
    });
    const begun = performance.now();
    expect(await speech.speak(LINE)).toBeNull();
    expect(performance.now() - begun).toBeLessThan(50);
    expect(server.asked).toHaveLength(5);
    expect(logged).toHaveLength(1);
    expect(await outcomes()).toEqual(['failed 3', 'open 1']);
  });

  it('that takes the key for wrong is broken, not rude: an operator has to see it', async () => {
    server.does({ status: 401 });
    const speech = fresh();
    for (let time = 0; time < 3; time += 1) await speech.speak(LINE);
    expect(speech.degraded).toBe(true);
    expect(logged.join()).toContain('status 401');
  });

  it('that is back says so', async () => {
    server.does({ status: 503 }, { status: 503 }, { audio: MP3 });
    const speech = fresh();
    expect(await speech.speak(LINE)).toBeNull();
    expect(await speech.speak(LINE)).toEqual(SPOKEN);
    expect(logged.join()).toContain('is back');
  });

  it('that hangs, before or amid the audio, is waited for no longer than 8 s, and asked once', async () => {
    const hanging = await SpeechServer.listening();
    hanging.does('hangs');
    server.does('hangs amid the audio');
    const begun = performance.now();
    const both = [fresh({ SPEECH_BASE_URL: hanging.url }), fresh()].map((speech) => speech.speak(LINE));
    expect(await Promise.all(both)).toEqual([null, null]);
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(7.9 * SECOND);
    expect(took).toBeLessThan(9 * SECOND);
    expect([hanging.asked.length, server.asked.length]).toEqual([1, 1]);
    expect(await outcomes()).toEqual(['late 1']);
    await hanging.close();
  });

  it('is not followed elsewhere with what is spoken', async () => {
    const elsewhere = await SpeechServer.listening();
    server.does({ status: 307, location: elsewhere.url });
    expect(await fresh().speak(LINE)).toBeNull();
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });
});

describe('No speech', () => {
  it('says so', async () => {
    const none = new NoSpeech();
    expect([none.configured, none.degraded]).toEqual([false, false]);
    expect(await none.speak()).toBeNull();
  });
});
