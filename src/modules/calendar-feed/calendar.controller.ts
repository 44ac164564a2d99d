import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../platform/http';
import { Limited } from '../../platform/limits';
import { CalendarQuery } from './calendar-feed.dto';
import { CalendarFeedService } from './calendar-feed.service';

const ETAG = {
  ETag: { description: 'Of the text of this calendar, for `If-None-Match`.', schema: { type: 'string' as const } },
};

/** Calendar programs know no sign-in: the token in the address is all they have. */
@ApiTags('days')
@Public()
@Controller('calendar.ics')
export class CalendarController {
  constructor(private readonly feeds: CalendarFeedService) {}

  /**
   * The upcoming 60 days as iCalendar, for any calendar program. Its address is made by `POST /me/calendar-feed`. It holds the
   * next 5,000 times at most; one that leaves out what lies further ahead says so in its description (`X-WR-CALDESC`).
   */
  @ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The `ETag` of the calendar that is there already.',
  })
  @ApiOkResponse({ content: { 'text/calendar': { schema: { type: 'string' } } }, headers: ETAG })
  @ApiResponse({ status: 304, description: 'It is as it was.', headers: ETAG })
  @Limited('calendar-feed')
  @Get()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-cache')
  read(@Query() { token }: CalendarQuery): Promise<string> {
    return this.feeds.read(token);
  }
}
