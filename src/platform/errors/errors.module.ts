import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CatalogueController } from './catalogue.controller';
import { ErrorLog } from './error-log';
import { ProblemFilter } from './problem.filter';

/** What goes wrong: answered, counted, kept for operators, and explained. */
@Global()
@Module({
  controllers: [CatalogueController],
  providers: [ErrorLog, { provide: APP_FILTER, useClass: ProblemFilter }],
  exports: [ErrorLog],
})
export class ErrorsModule {}
