import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AnswerKeeper } from './answer-keeper';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IdempotencyJobs } from './idempotency.jobs';
import { KeptAnswers } from './kept-answers';

/** A POST with an `Idempotency-Key` runs once, however often a phone in a tunnel sends it. */
@Module({
  providers: [
    KeptAnswers,
    AnswerKeeper,
    IdempotencyJobs,
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
})
export class IdempotencyModule {}
