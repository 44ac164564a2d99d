import { Logger } from '@nestjs/common';
import { z } from 'zod';
import { languageModelSdkIsLoaded } from '../../../test/support/language-model-sdk';
import { keepLogged } from '../../../test/support/log';
import { ModelServer } from '../../../test/support/model-server';
import { SECOND } from '../../kernel/clock';
import { Config, checkEnvironment } from '../config';
import { Metrics } from '../metrics';
import { Resilience } from '../resilience';
import { Status } from '../status';
import { NoLanguageModel } from './language-model';
import { SdkLanguageModel } from './sdk-language-model';

const KEY = 'key-that-nobody-may-read';
const WORDS = 'words that nobody may read';

const QUESTION = {
  schema: z.object({ colour: z.enum(['red', 'blue']), certainty: z.number().min(0).max(1) }),
  instructions: 'Say which colour is meant.',
  data: { said: WORDS },
};

const ANSWER = { colour: 'red', certainty: 0.9 };

describe.each([
  ['google', 'gemini-2.5-flash-lite', () => ModelServer.gemini()],
  ['openai-compatible', 'qwen2.5:7b', () => ModelServer.openAi()],
])('A language model by the protocol of %s', (provider, model, begin) => {
  let server: ModelServer;
  let status: Status;
  let metrics: Metrics;
  const logged: string[] = [];

  /** One whose breaker is closed, as at a start. */
  const fresh = (environment: Record<string, string> = {}) => {
    status = new Status();
    metrics = new Metrics();
    const given = { AI_PROVIDER: provider, AI_MODEL: model, AI_API_KEY: KEY, AI_BASE_URL: server.url };
    const config = new Config(checkEnvironment({ ...given, ...environment }));
    return new SdkLanguageModel(config, new Resilience(metrics, status), status);
  };

  const outcomes = async () =>
    (await metrics.registry.metrics())
      .split('\n')
      .flatMap(
        (line) => /^callivate_outside_calls_total\{.*outcome="(\w+)"\} (\d+)/.exec(line)?.slice(1).join(' ') ?? [],
      );

  beforeAll(async () => {
    await languageModelSdkIsLoaded();
    server = await begin();
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

  it('is asked with the data apart from the instructions, and answers in the shape asked for', async () => {
    server.answers(ANSWER);
    expect(await fresh().answer(QUESTION)).toEqual({ answer: ANSWER });
    expect(server.asked).toEqual([
      { model, key: KEY, instructions: QUESTION.instructions, data: QUESTION.data, schema: expect.anything() },
    ]);
    expect(Object.keys(server.asked[0]?.schema.properties ?? {})).toEqual(['colour', 'certainty']);
  });

  it.each([
    ['prose', { text: 'I would say red.' }],
    ['another object', { text: '{"color":"red"}' }],
    ['a value that is none of those asked for', { text: '{"colour":"green","certainty":1}' }],
    ['a number out of its bounds', { text: '{"colour":"red","certainty":7}' }],
    ['nothing', { text: '' }],
    ['half an answer', { text: '{"colour":"red",' }],
    ['a no to the question', { status: 400 }],
  ])('that answers %s gave nothing of use, and is neither asked again nor held for broken', async (_, behaviour) => {
    server.does(behaviour);
    const asking = fresh();
    for (let time = 1; time <= 6; time += 1) {
      expect(await asking.answer(QUESTION)).toEqual({ failure: 'unusable' });
      expect(server.asked).toHaveLength(time);
    }
    expect(asking.isDegraded).toBe(false);
    expect(await outcomes()).toEqual(['refused 6']);
  });

  it.each([
    ['fails', { status: 500 }],
    ['has too much to do', { status: 429 }],
    ['hangs up', 'hangs up' as const],
    ['is something else', { body: '<html>Welcome to nginx</html>' }],
  ])('that %s is asked once more', async (_, behaviour) => {
    server.does(behaviour, { text: JSON.stringify(ANSWER) });
    expect(await fresh().answer(QUESTION)).toEqual({ answer: ANSWER });
    expect(server.asked).toHaveLength(2);
  });

  it('that goes on failing is left in peace, which operators see', async () => {
    server.does({ status: 503 });
    const asking = fresh();
    for (let time = 0; time < 3; time += 1) expect(await asking.answer(QUESTION)).toEqual({ failure: 'unavailable' });
    expect(server.asked).toHaveLength(5);
    expect(asking.isDegraded).toBe(true);
    expect(await status.report()).toEqual({
      breakers: { 'language-model': 'open' },
      languageModel: { provider, model, degraded: true },
    });
    const begun = performance.now();
    expect(await asking.answer(QUESTION)).toEqual({ failure: 'unavailable' });
    expect(performance.now() - begun).toBeLessThan(50);
    expect(server.asked).toHaveLength(5);
    expect(logged).toHaveLength(1);
    expect(await outcomes()).toEqual(['failed 3', 'open 1']);
  });

  it('that takes the key for wrong is broken, not rude: an operator has to see it', async () => {
    server.does({ status: 401 });
    const asking = fresh();
    for (let time = 0; time < 3; time += 1) await asking.answer(QUESTION);
    expect(asking.isDegraded).toBe(true);
    expect(logged.join()).toContain('status 401');
  });

  it('that is silent is waited for no longer than 1.5 s, and asked once', async () => {
    server.does('hangs');
    const begun = performance.now();
    expect(await fresh().answer(QUESTION)).toEqual({ failure: 'unavailable' });
    const took = performance.now() - begun;
    expect(took).toBeGreaterThan(1.4 * SECOND);
    expect(took).toBeLessThan(2 * SECOND);
    expect(server.asked).toHaveLength(1);
    expect(await outcomes()).toEqual(['late 1']);
  });

  it('is waited for no longer than the asker can', async () => {
    server.does('hangs');
    const begun = performance.now();
    expect(await fresh().answer({ ...QUESTION, timeLimit: 100 })).toEqual({ failure: 'unavailable' });
    expect(performance.now() - begun).toBeLessThan(SECOND);
  });

  it('is not followed elsewhere with what people say', async () => {
    const asking = fresh();
    const elsewhere = await begin();
    elsewhere.answers(ANSWER);
    server.does({ status: 307, location: elsewhere.url });
    expect(await asking.answer(QUESTION)).toEqual({ failure: 'unavailable' });
    expect(elsewhere.requests).toBe(0);
    await elsewhere.close();
  });
});

describe('No language model', () => {
  it('answers so', async () => {
    const none = new NoLanguageModel();
    expect([none.isConfigured, none.isDegraded]).toEqual([false, false]);
    expect(await none.answer()).toEqual({ failure: 'not-configured' });
  });
});
