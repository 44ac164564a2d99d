import { Controller, Delete, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, PathId } from '../../platform/http';
import { AnswerIsSecret } from '../../platform/idempotency';
import { Limited } from '../../platform/limits';
import { AskedForService } from './asked-for.service';
import {
  AnswerResponse,
  CallPage,
  CallResponse,
  ListCallsQuery,
  ScriptQuery,
  ScriptResponse,
  TimelineResponse,
} from './calls.dto';
import { CallsService } from './calls.service';
import { HistoryService } from './history/history.service';
import { RelayUrl } from './relay-url';
import { ScriptsService } from './scripts.service';
import { TimelineService } from './timeline.service';

@ApiTags('calls')
@ApiBearerAuth()
@Controller()
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly askedFor: AskedForService,
    private readonly timelines: TimelineService,
    private readonly scripts: ScriptsService,
    private readonly history: HistoryService,
    private readonly relayUrl: RelayUrl,
  ) {}

  /** The person's calls, the newest first. */
  @Get('calls')
  list(@CurrentUser() { userId }: Principal, @Query() query: ListCallsQuery): Promise<CallPage> {
    return this.calls.list(userId, query);
  }

  /** One call: how it went and what was understood. */
  @Get('calls/:id')
  get(@CurrentUser() { userId }: Principal, @PathId('call') id: string): Promise<CallResponse> {
    return this.calls.get(userId, id);
  }

  /** Picks up a call that rings in the app. The address opens once, within 15 seconds; a second answer is a conflict. */
  @AnswerIsSecret()
  @Post('calls/:id/answer')
  @HttpCode(200)
  async answer(
    @CurrentUser() { userId }: Principal,
    @PathId('call') id: string,
    @Headers('host') host?: string,
  ): Promise<AnswerResponse> {
    const urlOf = this.relayUrl.under(host);
    return { relayUrl: urlOf(await this.calls.answer(userId, id)) };
  }

  /** Declines a call that rings in the app. */
  @Post('calls/:id/decline')
  @HttpCode(200)
  decline(@CurrentUser() { userId }: Principal, @PathId('call') id: string): Promise<CallResponse> {
    return this.calls.decline(userId, id);
  }

  /**
   * Calls the person now about this habit: today's open occurrence, else the next. When today's is answered already the
   * call marks nothing. Puts aside the calling window alone.
   */
  @Limited('calls')
  @Post('habits/:id/calls')
  @HttpCode(202)
  async callNow(@CurrentUser() { userId }: Principal, @PathId('habit') id: string): Promise<CallResponse> {
    return this.calls.get(userId, await this.askedFor.callNow(userId, id));
  }

  /**
   * What the next call about this habit will say, if nothing changes until then. When other habits join the call it says how
   * many there are instead. Another voice or situation may be named, to hear how that would be.
   */
  @Get('habits/:id/script')
  script(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @Query() query: ScriptQuery,
  ): Promise<ScriptResponse> {
    return this.scripts.of(userId, id, query);
  }

  /** Rings once, where your calls ring, to show how a call sounds. Marks nothing. */
  @Limited('calls')
  @Post('me/test-call')
  @HttpCode(202)
  async testCall(@CurrentUser() { userId }: Principal): Promise<CallResponse> {
    return this.calls.get(userId, await this.askedFor.testCall(userId));
  }

  /**
   * Forgets what was said in your calls that are over, and shows them no more. What they marked stays marked; consents and the
   * wish not to be called are kept apart.
   */
  @Delete('me/call-history')
  @HttpCode(204)
  clearHistory(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.history.clear(userId);
  }

  /** Why an occurrence is as it is: planned, due, dialed, heard, understood, settled, in order. */
  @Get('occurrences/:id/timeline')
  timeline(@CurrentUser() { userId }: Principal, @PathId('occurrence') id: string): Promise<TimelineResponse> {
    return this.timelines.of(userId, id);
  }
}
