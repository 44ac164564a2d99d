import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { Config, ConfigModule, Inspection } from './platform/config';
import { Postgres } from './platform/database';

/** A command was typed in a way it does not know: the sentence says how it goes. */
export class WrongUsage extends Error {}

/** The checked configuration without the application around it. @throws InvalidEnvironment */
export async function readConfig(overrides: Record<string, string> = {}): Promise<Config> {
  const module = ConfigModule.with(overrides);
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  return context.get(Config);
}

/** What there is to tell about the configuration, whether a start would go through or not. */
export async function inspectConfig(): Promise<Inspection> {
  const module = ConfigModule.unchecked();
  const context = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  return context.get(Inspection);
}

/**
 * Does the work of a command on the database that the service would use, `DATABASE_URL` or the embedded one, whether the
 * service runs or not; needs no secret for it.
 * @throws InvalidEnvironment, EmbeddedPostgresUnavailable, and what the work throws
 */
export async function onTheDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const postgres = await Postgres.reach(await readConfig({ ROLE: 'migrate' }));
  try {
    await work(postgres.url);
  } finally {
    await postgres.detach();
  }
}

/** The folder given after `--to` or `--from`, the only thing a command may be given. @throws WrongUsage */
export function folderAsked(option: 'to' | 'from', usage: string): string {
  try {
    const folder = parseArgs({ options: { [option]: { type: 'string' } } }).values[option];
    if (typeof folder === 'string' && folder !== '') return folder;
  } catch {
    // Said below, in our own words.
  }
  throw new WrongUsage(usage);
}
