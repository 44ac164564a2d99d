import { Speech } from '../../src/platform/speech';
import { SpeechServer } from '../support/speech-server';
import { World } from '../support/world';

const KEY = 'key-that-nobody-may-read';
const LINE = { text: 'Hello Ada.', voice: 'coral', language: 'en' };

describe('Speech', () => {
  let provider: SpeechServer;
  let world: World;

  beforeEach(async () => {
    await import('openai');
    provider = await SpeechServer.listening();
  });
  afterEach(async () => {
    await world.end();
    await provider.close();
    expect(world.log.lines.join()).not.toContain(KEY);
    expect(world.log.lines.join()).not.toContain(LINE.text);
  });

  const begin = async (SPEECH_PROVIDER: string) => {
    const given = { SPEECH_PROVIDER, SPEECH_API_KEY: KEY, SPEECH_BASE_URL: provider.url };
    world = await World.begin('2026-03-01T12:00:00Z', given);
    return world.app.get(Speech);
  };
  const health = async () => (await world.http.get<{ info: object }>('/health')).body.info;

  it('of a provider that fails is told as degraded, and takes nothing down', async () => {
    const speech = await begin('openai');
    expect(await speech.speak(LINE)).toMatchObject({ mediaType: 'audio/mpeg' });
    expect(await health()).toMatchObject({ speech: { status: 'up', configured: true, degraded: false } });

    provider.does({ status: 503 });
    for (let time = 0; time < 3; time += 1) expect(await speech.speak(LINE)).toBeNull();
    expect(await health()).toMatchObject({ speech: { status: 'up', configured: true, degraded: true } });
    expect((await world.http.raw('/health/ready', {})).status).toBe(200);
  });

  it('of none opens no connection', async () => {
    const speech = await begin('none');
    expect(await speech.speak(LINE)).toBeNull();
    expect(await health()).toMatchObject({ speech: { status: 'up', configured: false, degraded: false } });
    expect(provider.connections).toBe(0);
  });
});
