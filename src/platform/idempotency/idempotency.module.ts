import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Retention } from '../retention';
import { AnswerKeeper } from './answer-keeper';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { KeptAnswers } from './kept-answers';

/** A POST with an `Idempotency-Key` runs once, however often a phone in a tunnel sends it. */
@Module({
  providers: [KeptAnswers, AnswerKeeper, { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor }],
})
export class IdempotencyModule {
  constructor(retention: Retention, answers: KeptAnswers) {
    retention.keep('kept-answers', 0, (now, limit) => answers.forgetExpired(now, limit));
  }
}
