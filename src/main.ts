import 'reflect-metadata';
import { giveUp } from './give-up';
import { readConfig } from './read-config';

/** What is heavy is loaded after the configuration is found good: a start that is refused is refused at once. */
async function main(): Promise<void> {
  const { ROLE } = await readConfig();
  if (ROLE === 'migrate') return (await import('./up-to-date.js')).bringUpToDate();
  return (await import('./serve.js')).serve();
}

main().catch(giveUp);
