import type { LanguageModel as Model } from 'ai';
import type { Config } from '../config';

type Given = Pick<Config, 'AI_PROVIDER' | 'AI_MODEL' | 'AI_API_KEY' | 'AI_BASE_URL'>;

/**
 * The libraries that speak to models, and the model of the configuration. Loaded when it is called for: they take a
 * tenth of a second and some thirty megabytes that nobody without a model should spend.
 */
export async function loadSdk(config: Given) {
  const { APICallError, generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } = await import('ai');
  silenceWarnings();
  return {
    model: await modelOf(config),
    generateText,
    Output,
    isUnusable: (error: unknown) =>
      NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error),
    statusOf: (error: unknown) => (APICallError.isInstance(error) ? error.statusCode : undefined),
  };
}

export type Sdk = Awaited<ReturnType<typeof loadSdk>>;

async function modelOf({ AI_PROVIDER, AI_MODEL, AI_API_KEY: apiKey, AI_BASE_URL }: Given): Promise<Model> {
  if (AI_PROVIDER === 'google') {
    const { createGoogle } = await import('@ai-sdk/google');
    return createGoogle({ apiKey, baseURL: AI_BASE_URL, fetch: straight })(AI_MODEL!);
  }
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const server = { name: 'model', baseURL: AI_BASE_URL!, apiKey, supportsStructuredOutputs: true, fetch: straight };
  return createOpenAICompatible(server)(AI_MODEL!);
}

/** Follows nobody elsewhere: what people say, and the key, go to the configured address alone. */
const straight: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'error' });

/** What the SDK would print beside our log, in a shape of its own. */
function silenceWarnings(): void {
  globalThis.AI_SDK_LOG_WARNINGS = false;
}
