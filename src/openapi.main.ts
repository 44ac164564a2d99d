import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { prefixApi } from './application';
import { describeApi } from './openapi/index';

/** Writes the OpenAPI document to the file named on the command line. Nothing is started for it: no database is needed. */
async function main(file: string): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(), new FastifyAdapter(), {
    preview: true,
    logger: false,
  });
  prefixApi(app);
  writeFileSync(file, `${JSON.stringify(describeApi(app), null, 2)}\n`);
}

main(process.argv[2] ?? 'docs/openapi.json').then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error);
    process.exit(1);
  },
);
