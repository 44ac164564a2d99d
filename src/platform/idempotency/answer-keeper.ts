import { Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../kernel/principal';
import { type Answer, KeptAnswers } from './kept-answers';

/** A request that may carry a key: `claim` when it is the first with it, `firstAnswer` when it comes again. */
export interface KeyedRequest extends FastifyRequest {
  user?: Principal;
  claim?: string;
  firstAnswer?: Answer;
}

/** Headers that belong to the answer itself rather than to its sending. */
const KEPT_HEADERS = ['content-type', 'etag', 'location'];

const TOO_MANY_REQUESTS = 429;

/** Keeps the first answer to a keyed request as it leaves, whoever gave it, and sends it again to a later one. */
@Injectable()
export class AnswerKeeper {
  private readonly logger = new Logger('Idempotency');

  constructor(private readonly answers: KeptAnswers) {}

  /** The hook for the moment before an answer is sent. */
  readonly onSend = async (request: KeyedRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    if (request.firstAnswer) return sentAgain(request.firstAnswer, reply);
    if (request.claim) await this.settle(request.claim, reply, payload);
    return payload;
  };

  /** What was done stays done if its answer cannot be kept: the caller is answered all the same. */
  private async settle(claim: string, reply: FastifyReply, payload: unknown): Promise<void> {
    try {
      const answer = answerOf(reply, payload);
      await (answer ? this.answers.keep(claim, answer) : this.answers.free(claim));
    } catch (error) {
      this.logger.error({ err: error }, 'An answer could not be kept for its idempotency key');
    }
  }
}

/** Nothing when a second try may fare better, or when the answer is no text. */
function answerOf(reply: FastifyReply, payload: unknown): Answer | undefined {
  const { statusCode: status } = reply;
  const body = payload ?? '';
  if (status >= 500 || status === TOO_MANY_REQUESTS || typeof body !== 'string') return undefined;
  const headers = KEPT_HEADERS.map((name) => [name, reply.getHeader(name)]).filter(([, value]) => value !== undefined);
  return { status, headers: Object.fromEntries(headers), body };
}

function sentAgain({ status, headers, body }: Answer, reply: FastifyReply): string {
  reply.code(status).headers(headers).header('idempotency-replayed', 'true');
  return body;
}
