import { Injectable } from '@nestjs/common';
import type { Principal } from '../../kernel/principal';
import { Config } from '../../platform/config';
import { MeResponse, PhoneService, UsersService } from '../users';
import type { DevSignInRequest, SessionResponse } from './auth.dto';
import { devSignInDisabled } from './auth.problems';
import { type IssuedTokens, SessionsService } from './sessions.service';

@Injectable()
export class AuthService {
  constructor(
    private readonly config: Config,
    private readonly users: UsersService,
    private readonly phone: PhoneService,
    private readonly sessions: SessionsService,
  ) {}

  async devSignIn({ email, name, timeZone }: DevSignInRequest): Promise<SessionResponse> {
    if (!this.config.AUTH_DEV_ENABLED) throw devSignInDisabled();
    const user = await this.users.findOrCreate({ email, name, timeZone });
    return this.described(await this.sessions.open(user.id));
  }

  async refresh(refreshToken: string): Promise<SessionResponse> {
    return this.described(await this.sessions.refresh(refreshToken));
  }

  signOut(principal: Principal): Promise<void> {
    return this.sessions.close(principal);
  }

  private async described({ userId, ...tokens }: IssuedTokens): Promise<SessionResponse> {
    return { ...tokens, user: MeResponse.of(await this.users.findById(userId), await this.phone.ofPerson(userId)) };
  }
}
