import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application';
import { listen, PortTaken } from './listen';
import { InvalidEnvironment } from './platform/config';
import { EmbeddedPostgresUnavailable } from './platform/database';
import { SecretsUnavailable } from './platform/secrets';
import { shutDown, shutDownOnSignal } from './shutdown';

async function main(): Promise<void> {
  const starting = start();
  shutDownOnSignal(starting);
  await starting;
}

async function start(): Promise<NestFastifyApplication> {
  const app = await createApplication();
  try {
    console.log(banner(await listen(app)));
    return app;
  } catch (error) {
    await shutDown(app);
    throw error;
  }
}

function banner(address: string): string {
  return [
    '',
    '  Callivate is up.',
    '',
    `  Browser phone   ${address}/`,
    `  Swagger UI      ${address}/docs`,
    `  Health          ${address}/health`,
    '',
  ].join('\n');
}

const FOR_PEOPLE = [InvalidEnvironment, EmbeddedPostgresUnavailable, SecretsUnavailable, PortTaken];

main().catch((error: Error) => {
  const isForPeople = FOR_PEOPLE.some((kind) => error instanceof kind);
  console.error(isForPeople ? `\n${error.message}\n` : error);
  process.exit(1);
});
