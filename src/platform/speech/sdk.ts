import type { Config } from '../config';

type Given = Pick<Config, 'SPEECH_API_KEY' | 'SPEECH_BASE_URL'>;

const OPENAI = 'https://api.openai.com/v1';

/**
 * The library that speaks to OpenAI and to servers of its protocol. Loaded when it is called for: it takes a tenth of a
 * second and some thirty megabytes that nobody without a provider should spend.
 */
export async function loadSdk({ SPEECH_API_KEY: apiKey, SPEECH_BASE_URL }: Given) {
  const { APIError, OpenAI } = await import('openai');
  const client = new OpenAI({ ...OURS_ALONE, apiKey, baseURL: SPEECH_BASE_URL ?? OPENAI });
  return { client, statusOf: (error: unknown) => (error instanceof APIError ? error.status : undefined) };
}

export type Sdk = Awaited<ReturnType<typeof loadSdk>>;

/**
 * What the library would otherwise read from the environment itself, print beside our log, or try again behind our policy.
 * It follows nobody elsewhere: what is spoken, and the key, go to the configured address alone.
 */
const OURS_ALONE = {
  adminAPIKey: null,
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: 'off' as const,
  maxRetries: 0,
  fetchOptions: { redirect: 'error' as const },
};
