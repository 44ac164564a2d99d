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

  /** What is agreed to before calls on the telephone. In the language of the person, to be shown word for word. */
  @Get('consents/calls')
  text(@CurrentUser() { userId }: Principal): Promise<ConsentTextResponse> {
    return this.consents.textFor(userId);
  }

  /** What you agreed to and took back, the newest first. */
  @Get('me/consents')
  list(@CurrentUser() { userId }: Principal, @Query() query: PageQuery): Promise<ConsentPage> {
    return this.consents.list(userId, query);
  }

  /** Agrees to be called on the telephone. At the number that is verified, by the text that was shown; another number asks for it anew. */
  @Post('me/consents')
  give(
    @CurrentUser() { userId }: Principal,
    @Body() { version }: GiveConsentRequest,
    @Ip() ip: string,
    @Headers('user-agent') userAgent?: string,
  ): Promise<ConsentResponse> {
    return this.consents.give(userId, version, { ip, userAgent: userAgent?.slice(0, LONGEST_USER_AGENT) ?? null });
  }

  /** Takes it back: nobody calls on the telephone any more. What waits for it is told by message. */
  @Delete('me/consents/calls')
  @HttpCode(204)
  revoke(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.consents.revoke(userId, 'app');
  }
}
