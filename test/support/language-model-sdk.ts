/**
 * Loads the libraries that the product loads after its start, so that no test's second and a half goes into reading them:
 * a machine that runs many tests at once takes longer for it.
 */
export async function languageModelSdkIsLoaded(): Promise<void> {
  await Promise.all([import('ai'), import('@ai-sdk/google'), import('@ai-sdk/openai-compatible')]);
}
