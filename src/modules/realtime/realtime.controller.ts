import { Controller, Get, Headers, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiHeader, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../kernel/principal';
import { CurrentUser } from '../../platform/http';
import {
  CallRinging,
  CallUpdated,
  HabitUpdated,
  NotificationCreated,
  OccurrenceUpdated,
  Reconnect,
  StreakUpdated,
} from './events.dto';
import { Streams } from './streams';

const EVENTS = [
  CallRinging,
  CallUpdated,
  OccurrenceUpdated,
  HabitUpdated,
  StreakUpdated,
  NotificationCreated,
  Reconnect,
];

@ApiTags('events')
@ApiBearerAuth()
@Controller('events')
export class RealtimeController {
  constructor(private readonly streams: Streams) {}

  /**
   * What happens to the person's things, as server-sent events: first the calls that ring now, then what was missed since
   * `Last-Event-ID`, then live. Read it by fetch, with the access token in the header.
   *
   * The `data` of each `event` is JSON: `call.ringing` (CallRinging; without an id when it is told anew to a stream that
   * opens), `call.updated` (CallUpdated), `occurrence.updated` (OccurrenceUpdated), `habit.updated` (HabitUpdated),
   * `streak.updated` (StreakUpdated), `notification.created` (NotificationCreated) and `reconnect` (Reconnect).
   */
  @Get()
  @ApiExtraModels(...EVENTS)
  @ApiOkResponse({
    description: 'A stream that stays open. Its schema is that of the `data` of each event.',
    content: { 'text/event-stream': { schema: { anyOf: EVENTS.map((event) => ({ $ref: getSchemaPath(event) })) } } },
  })
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
