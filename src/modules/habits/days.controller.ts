import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import {
  CurrentUser,
  ExpectedVersion,
  IfMatch,
  PathDate,
  PathId,
  PathMonth,
  PathTime,
  Versioned,
} from '../../platform/http';
import { NeedsIdempotencyKey } from '../../platform/idempotency';
import { Limited } from '../../platform/limits';
import { CalendarService } from './calendar.service';
import { CheckInsService } from './check-ins.service';
import { DaysService } from './days.service';
import {
  CalendarResponse,
  CheckInHistory,
  CheckInRequest,
  DaysQuery,
  OccurrencePage,
  OccurrenceResponse,
  ProgressRequest,
  TodayResponse,
} from './occurrences.dto';
import { UpcomingQuery, UpcomingResponse } from './upcoming.dto';
import { UpcomingService } from './upcoming.service';

@ApiTags('days')
@ApiBearerAuth()
@Controller()
export class DaysController {
  constructor(
    private readonly days: DaysService,
    private readonly checkIns: CheckInsService,
    private readonly upcomings: UpcomingService,
    private readonly calendars: CalendarService,
  ) {}

  /** What is asked of the person today. */
  @Get('today')
  today(@CurrentUser() { userId }: Principal): Promise<TodayResponse> {
    return this.days.today(userId);
  }

  /**
   * What will be asked of the person from now on, today and the days that follow. Two days ahead it is planned and may be
   * answered; what lies further away is reckoned anew each time it is read.
   */
  @Limited('days-to-come')
  @Get('upcoming')
  upcoming(@CurrentUser() { userId }: Principal, @Query() query: UpcomingQuery): Promise<UpcomingResponse> {
    return this.upcomings.upcoming(userId, query);
  }

  /** What was and is asked of the person on those days. */
  @Get('occurrences')
  occurrences(@CurrentUser() { userId }: Principal, @Query() query: DaysQuery): Promise<OccurrencePage> {
    return this.days.between(userId, query);
  }

  /** One occurrence. */
  @Versioned()
  @Get('occurrences/:id')
  async occurrence(
    @CurrentUser() { userId }: Principal,
    @PathId('occurrence') id: string,
  ): Promise<OccurrenceResponse> {
    return OccurrenceResponse.of(await this.days.occurrence(userId, id));
  }

  /** All that was ever said of it: about the occurrence and the number of its day, corrections and removals included, and by which way. */
  @Get('occurrences/:id/check-ins')
  async checkInsOf(@CurrentUser() { userId }: Principal, @PathId('occurrence') id: string): Promise<CheckInHistory> {
    return CheckInHistory.of(await this.checkIns.historyOf(await this.days.occurrence(userId, id)));
  }

  /** Adds to what a numeric habit's day comes to. All that the habit asks of the day shares the number. */
  @Limited('check-ins')
  @NeedsIdempotencyKey()
  @Versioned()
  @Post('occurrences/:id/progress')
  @HttpCode(200)
  async progress(
    @CurrentUser() { userId }: Principal,
    @PathId('occurrence') id: string,
    @Body() { quantity }: ProgressRequest,
  ): Promise<OccurrenceResponse> {
    return OccurrenceResponse.of(await this.checkIns.progress(userId, id, quantity, 'app'));
  }

  /** Checks in. Saying the same again changes nothing; calls and messages about it are canceled at once. */
  @Limited('check-ins')
  @Put('occurrences/:id/check-in')
  async checkIn(
    @CurrentUser() { userId }: Principal,
    @PathId('occurrence') id: string,
    @Body() word: CheckInRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<OccurrenceResponse> {
    return OccurrenceResponse.of(await this.checkIns.set(userId, id, { ...word, via: 'app' }, expected));
  }

  /** Takes the check-in back: the word, and the number it set for the day. What progress added stays. */
  @Limited('check-ins')
  @Delete('occurrences/:id/check-in')
  async takeBack(
    @CurrentUser() { userId }: Principal,
    @PathId('occurrence') id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<OccurrenceResponse> {
    return OccurrenceResponse.of(await this.checkIns.remove(userId, id, 'app', expected));
  }

  /** Checks in by the habit's own date and time, early or after the fact. */
  @Limited('check-ins')
  @Put('habits/:id/days/:localDate/:localTime/check-in')
  async checkInAt(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @PathDate('localDate') localDate: string,
    @PathTime('localTime') localTime: string,
    @Body() word: CheckInRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<OccurrenceResponse> {
    const said = { ...word, via: 'app' as const };
    return OccurrenceResponse.of(await this.checkIns.setAt(userId, id, localDate, localTime, said, expected));
  }

  /** Takes back the check-in of that date and time. */
  @Limited('check-ins')
  @Delete('habits/:id/days/:localDate/:localTime/check-in')
  async takeBackAt(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @PathDate('localDate') localDate: string,
    @PathTime('localTime') localTime: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<OccurrenceResponse> {
    return OccurrenceResponse.of(await this.checkIns.removeAt(userId, id, localDate, localTime, 'app', expected));
  }

  /** A month at a glance, `YYYY-MM`: how its days went, and what those to come will ask for. */
  @Limited('days-to-come')
  @Get('calendar/:month')
  calendar(@CurrentUser() { userId }: Principal, @PathMonth('month') month: string): Promise<CalendarResponse> {
    return this.calendars.month(userId, month);
  }
}
