export { AnswerKeeper } from './answer-keeper';
export { AddsNothing, AnswerIsSecret, KEY_RULE_EXTENSION, NeedsIdempotencyKey } from './decorators';
export { IdempotencyModule } from './idempotency.module';
