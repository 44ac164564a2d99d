import 'reflect-metadata';
import { createApplication } from './application';
import { listen } from './listen';
import { InvalidEnvironment } from './platform/config';
import { EmbeddedPostgresUnavailable } from './platform/database';
import { shutDownOnSignal } from './shutdown';

async function main(): Promise<void> {
  const app = await createApplication();
  shutDownOnSignal(app);
  const address = await listen(app);
  console.log(
    [
      '',
      '  Callivate is up.',
      '',
      `  Browser phone   ${address}/`,
      `  Swagger UI      ${address}/docs`,
      `  Health          ${address}/health`,
      '',
    ].join('\n'),
  );
}

main().catch((error: Error) => {
  const isForPeople = error instanceof InvalidEnvironment || error instanceof EmbeddedPostgresUnavailable;
  console.error(isForPeople ? `\n${error.message}\n` : error);
  process.exit(1);
});
