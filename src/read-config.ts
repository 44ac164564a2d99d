import { NestFactory } from '@nestjs/core';
import { Config, ConfigModule, Inspection } from './platform/config';

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
