import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../kernel/principal';
import { CurrentUser } from '../../platform/http';
import { Streams } from './streams';

@ApiTags('events')
@ApiBearerAuth()
@Controller('events')
export class RealtimeController {
  constructor(private readonly streams: Streams) {}

  /**
   * What happens to the person's things, as server-sent events: first the calls that ring now, then what was missed since
   * `Last-Event-ID`, then live. Read it by fetch, with the access token in the header.
   *
   * - `call.ringing`: `{ callId, habits, voice, expiresAt, at }`. Has no id when it is told anew to a stream that opens.
   * - `call.updated`: `{ callId, status, ending }`.
   * - `occurrence.updated`: `{ occurrenceId, habitId, day, status }`.
   * - `habit.updated`, `streak.updated`: `{ habitId }`.
   */
  @Get()
  @ApiProduces('text/event-stream')
  @ApiHeader({ name: 'last-event-id', required: false, description: 'Id of the last event that was read.' })
  async events(
    @CurrentUser() { userId }: Principal,
    @Res() reply: FastifyReply,
    @Headers('last-event-id') lastEventId?: string,
  ): Promise<void> {
    reply.hijack();
    reply.raw.setHeaders(new Map(headersOf(reply)));
    await this.streams.begin(userId, reply.raw, lastEventId);
  }
}

/** What every answer carries, such as the word to other origins: the framework no longer writes it once it has let go. */
function headersOf(reply: FastifyReply): [string, string][] {
  return Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
}
