import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

export type KeyRule = 'needed' | 'ignored';

export const KEY_RULE = 'callivate:idempotency-key';

/** Marks in the OpenAPI document what a route makes of the key; taken out again when it is described. */
export const KEY_RULE_EXTENSION = 'x-idempotency-key';

/** A route that adds something: without an `Idempotency-Key` it is refused, for a second try must not add it twice. */
export const NeedsIdempotencyKey = () => rule('needed');

/** A route whose answer is a secret. It is never stored, so an `Idempotency-Key` is not heeded. */
export const AnswerIsSecret = () => rule('ignored');

/** A route that adds nothing, with a large answer: it is not worth keeping, so an `Idempotency-Key` is not heeded. */
export const AddsNothing = () => rule('ignored');

function rule(rule: KeyRule) {
  return applyDecorators(SetMetadata(KEY_RULE, rule), ApiExtension(KEY_RULE_EXTENSION, rule));
}
