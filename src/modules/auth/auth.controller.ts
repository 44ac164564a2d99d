import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, Public } from '../../platform/http';
import { Limited } from '../../platform/limits';
import { DevSignInRequest, RefreshRequest, SessionResponse } from './auth.dto';
import { AuthService } from './auth.service';

@ApiTags('sign-in')
@Controller('auth')
export class AuthController {
  constructor(private readonly auth: AuthService) {}

  /** Signs in by an e-mail address alone, making the account if there is none. For development; does not exist in production. */
  @Public()
  @Limited('sign-in')
  @Post('dev')
  @HttpCode(200)
  devSignIn(@Body() request: DevSignInRequest): Promise<SessionResponse> {
    return this.auth.devSignIn(request);
  }

  /** Trades a refresh token for a new pair. Each token can be used once; for 10 s more it is taken again, for a phone that lost the answer. */
  @Public()
  @Limited('refresh')
  @Post('refresh')
  @HttpCode(200)
  refresh(@Body() { refreshToken }: RefreshRequest): Promise<SessionResponse> {
    return this.auth.refresh(refreshToken);
  }

  /** Ends this session. */
  @ApiBearerAuth()
  @Post('logout')
  @HttpCode(204)
  signOut(@CurrentUser() principal: Principal): Promise<void> {
    return this.auth.signOut(principal);
  }
}
