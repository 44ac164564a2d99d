import { applyDecorators, type CanActivate, type ExecutionContext, Injectable, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem';
import { FromProvider, jsonAsSent, refusalOf } from '../http';
import { Doorkeeper } from '../limits';
import type { Fields } from './forms';
import { SIGNATURE, Signatures } from './signatures';
import { notSigned } from './telephony.problems';

/**
 * Opens the routes of a controller to the provider alone, who proves itself by its signature. There is no switch to do without:
 * whoever could send such a request unsigned could pick up anybody's calls.
 */
export const SignedByProvider = () => applyDecorators(FromProvider(), ApiExcludeController(), UseGuards(ProviderGuard));

@Injectable()
export class ProviderGuard implements CanActivate {
  constructor(
    private readonly signatures: Signatures,
    private readonly doorkeeper: Doorkeeper,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    if (!this.signatures.areExpected) {
      const { kind, detail } = refusalOf(404);
      throw new Problem(kind, detail);
    }
    const signature = request.headers[SIGNATURE];
    const [path, body] = [request.raw.url ?? '/', jsonAsSent(request) ?? ((request.body ?? {}) as Fields)];
    if (typeof signature === 'string' && this.signatures.isRight({ signature, path, body })) return true;
    await this.refuse(request, reply, signature ? 'wrong' : 'missing');
    throw notSigned();
  }

  /** Whoever knocks without a key is counted by address. */
  private async refuse(request: FastifyRequest, reply: FastifyReply, reason: 'wrong' | 'missing'): Promise<void> {
    this.signatures.noteRefusal(reason);
    await this.doorkeeper.admit(request, reply, ['address']);
  }
}
