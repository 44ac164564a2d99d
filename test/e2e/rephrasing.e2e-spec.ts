import type { Schemas } from '../../clients/typescript/src';
import { Rephraser } from '../../src/modules/calls/rephrasing/rephraser';
import { languageModelSdkIsLoaded } from '../support/language-model-sdk';
import { type Asked, ModelServer } from '../support/model-server';
import type { Person } from '../support/person';
import { World } from '../support/world';

type Script = Schemas['ScriptResponse'];

const ZONE = 'Europe/Lisbon';

/** As many as a job finds words for at a time, so often: all there are for the first persona, and some more. */
const RUNS = 40;

describe('A greeting in other words', () => {
  let world: World;
  let model: ModelServer;

  const begin = async (more: Record<string, string> = {}) => {
    await languageModelSdkIsLoaded();
    world = await World.begin('2026-03-04T12:00:00Z', {
      AI_PROVIDER: 'openai-compatible',
      AI_MODEL: 'small-one',
      AI_BASE_URL: model.url,
      AI_REPHRASES_GREETINGS: 'true',
      ...more,
    });
  };
  const rephrased = async (runs = RUNS) => {
    const rephraser = world.app.get(Rephraser);
    for (let run = 0; run < runs; run += 1) await rephraser.rephraseSome(AbortSignal.timeout(30_000));
  };
  const says = (words: (greeting: string) => string) =>
    model.does(({ data }: Asked) => ({
      text: JSON.stringify({ words: words((data as { greeting: string }).greeting) }),
    }));
  const friendly = (greeting: string) => greeting.replace('AI assistant', 'AI friend');
  const scriptOf = async (person: Person, id: string): Promise<Script> =>
    (await (await person.fresh()).get<Script>(`/habits/${id}/script`)).body;
  const rows = () => world.rows<{ words: string | null }>('SELECT words FROM rephrasings');

  beforeEach(async () => {
    model = await ModelServer.openAi();
  });

  afterEach(async () => {
    await world.end();
    await model.close();
  });

  it('is found beforehand, shown, and said; the model learns nothing of anybody', async () => {
    await begin();
    says(friendly);
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Read ten pages');
    const plain = await scriptOf(ada, id);
    await rephrased();
    const script = await scriptOf(ada, id);

    expect(script.greeting[0]).not.toBe(plain.greeting[0]);
    expect(script.greeting[0]).toMatch(/Ada, .*Callivate.*AI friend.*“Read ten pages”/);
    expect(script.greeting[1]).toBe(plain.greeting[1]);
    expect(JSON.stringify(model.asked)).not.toMatch(/Ada|Read ten/);
    const askedBefore = model.requests;
    await world.reaches('2026-03-04T20:00', ZONE);
    const atRing = model.requests;
    const line = await ada.phone.pickUp();
    expect(line.heard.slice(0, script.greeting.length)).toEqual(script.greeting);
    expect(model.requests).toBe(atRing);
    expect(atRing).toBeGreaterThan(askedBefore);
  });

  it('does not fit a call that has become another one', async () => {
    await begin();
    says(friendly);
    const ada = await world.person('Ada', ZONE);
    await rephrased();
    await ada.habit('Read ten pages', { voiceId: 'alex' });
    await ada.habit('Swim', { voiceId: 'alex' });
    await world.reaches('2026-03-04T20:00', ZONE);
    const { heard } = await ada.phone.pickUp();
    expect(heard[0]).toContain('2 of your habits');
  });

  it.each([
    ['promises', (greeting: string) => greeting.replace(/\.$/, ', you will win.')],
    ['hides what calls', (greeting: string) => greeting.replace(/\b(an|your) AI( assistant)?\b/, 'your friend')],
    ['drops the habit', (greeting: string) => greeting.replace('{habit}', 'it')],
    ['says the same', (greeting: string) => greeting],
    ['says one thing for all', () => '{hello}, this is Callivate, your AI, for {habit}.'],
  ])('that %s is not said', async (_, words) => {
    await begin();
    says(words);
    await rephrased(4);
    const kept = (await rows()).filter((row) => row.words !== null);
    expect(await rows()).toHaveLength(20);
    expect(kept.length).toBeLessThanOrEqual(1);
    await rephrased(1);
    expect(model.requests).toBe(25);
  });

  it('is not waited for while the model is away', async () => {
    await begin();
    model.does({ status: 503 });
    await rephrased(2);
    expect(await rows()).toEqual([]);
    const ada = await world.person('Ada', ZONE);
    const { id } = await ada.habit('Read ten pages');
    expect((await scriptOf(ada, id)).greeting[0]).toMatch(/Callivate.*AI/);
  });

  it('is nobody’s wish unless an operator says so', async () => {
    await begin({ AI_REPHRASES_GREETINGS: 'false' });
    says(friendly);
    await rephrased(2);
    expect(model.requests).toBe(0);
  });

  it('is forgotten after a month', async () => {
    await begin();
    says(friendly);
    await rephrased(1);
    expect(await rows()).toHaveLength(5);
    says(() => 'nothing of use');
    await world.passes({ hours: 24 * 31 });
    expect((await rows()).filter(({ words }) => words !== null)).toEqual([]);
  });
});
