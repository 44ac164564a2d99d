import { Controller, Delete, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { Config } from '../../platform/config';
import { CurrentUser, ownOrigin } from '../../platform/http';
import { AnswerIsSecret } from '../../platform/idempotency';
import { CalendarFeedResponse, NewCalendarFeedResponse } from './calendar-feed.dto';
import { CalendarFeedService } from './calendar-feed.service';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me/calendar-feed')
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedService,
    private readonly config: Config,
  ) {}

  /** Makes a calendar feed: an address at which any calendar program reads what is upcoming. The one before is revoked. */
  @AnswerIsSecret()
  @Post()
  async make(@CurrentUser() { userId }: Principal, @Headers('host') host?: string): Promise<NewCalendarFeedResponse> {
    const url = new URL('/api/v1/calendar.ics', ownOrigin(this.config.PUBLIC_BASE_URL, host));
    const { token, createdAt } = await this.feeds.make(userId);
    url.searchParams.set('token', token);
    return { url: url.href, createdAt };
  }

  /** Whether there is a calendar feed, and when it was last read. Its address is not told again. */
  @Get()
  async find(@CurrentUser() { userId }: Principal): Promise<CalendarFeedResponse> {
    const { createdAt, lastReadAt } = await this.feeds.find(userId);
    return { createdAt, lastReadAt };
  }

  /** Revokes the calendar feed: its address opens nothing any more. */
  @Delete()
  @HttpCode(204)
  revoke(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.feeds.revoke(userId);
  }
}
