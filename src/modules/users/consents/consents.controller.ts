import { Body, Controller, Delete, Get, Headers, HttpCode, Ip, Post, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../../kernel/principal';
import { CurrentUser, PageQuery } from '../../../platform/http';
import { ConsentPage, ConsentResponse, ConsentTextResponse, GiveConsentRequest } from './consents.dto';
import { ConsentsService } from './consents.service';

/** As much of it as tells one device from another. */
const LONGEST_USER_AGENT = 300;

@ApiTags('me')
@ApiBearerAuth()
@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  /** What is agreed to before the telephone rings. The text is in the person's language; show it as it is. */
  @Get('consents/calls')
  text(@CurrentUser() { userId }: Principal): Promise<ConsentTextResponse> {
    return this.consents.textFor(userId);
  }

  /** What the person has agreed to and taken back, the newest first. */
  @Get('me/consents')
  list(@CurrentUser() { userId }: Principal, @Query() query: PageQuery): Promise<ConsentPage> {
    return this.consents.list(userId, query);
  }

  /** Agrees to be called on the telephone. It counts for the number that is verified now: another one asks for it anew. */
  @Post('me/consents')
  give(
    @CurrentUser() { userId }: Principal,
    @Body() { version }: GiveConsentRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent?: string,
  ): Promise<ConsentResponse> {
    return this.consents.give(userId, version, { ip, userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null });
  }

  /** Takes the agreement back: from now on nobody calls on the telephone, what waits for it is told by message, and calls ring in the app. */
  @Delete('me/consents/calls')
  @HttpCode(204)
  revoke(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.consents.revoke(userId, 'app');
  }
}
