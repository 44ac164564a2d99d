import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from './application';
import { listen } from './listen';
import { Config } from './platform/config';
import { leaveOnUncaught, shutDown, shutDownOnSignal } from './shutdown';

/** Starts the service and leaves in good order when told to. @throws whatever stands in the way of a start */
export async function serve(): Promise<void> {
  const starting = start();
  shutDownOnSignal(starting);
  leaveOnUncaught(starting);
  await starting;
}

async function start(): Promise<NestFastifyApplication> {
  const app = await createApplication();
  try {
    console.log(banner(await listen(app), app.get(Config).servesApi));
    return app;
  } catch (error) {
    await shutDown(app);
    throw error;
  }
}

function banner(address: string, servesApi: boolean): string {
  const forPeople = [`  Browser phone   ${address}/`, `  Swagger UI      ${address}/docs`];
  return [
    '',
    '  Callivate is up.',
    '',
    ...(servesApi ? forPeople : []),
    `  Health          ${address}/health`,
    '',
  ].join('\n');
}
