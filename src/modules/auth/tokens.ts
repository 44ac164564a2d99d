import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock, MINUTE, plus } from '../../kernel/clock';
import type { Session } from './session.entity';
import { SigningKeys } from './signing-keys';

const ACCESS_TOKEN_LASTS = 15 * MINUTE;

export const ISSUER = 'callivate';
export const AUDIENCE = 'callivate-api';

/** What an access token says. Times are seconds since 1970, as JWTs have them. */
export interface AccessClaims {
  sub: string;
  sid: string;
  auth_time: number;
}

@Injectable()
export class Tokens {
  constructor(
    private readonly jwt: JwtService,
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
  ) {}

  access(session: Session): { token: string; expiresAt: Date } {
    const now = this.clock.now();
    const expiresAt = plus(now, ACCESS_TOKEN_LASTS);
    const { id, secret } = this.keys.active;
    const claims = {
      sub: session.userId,
      sid: session.id,
      auth_time: seconds(session.authenticatedAt),
      iat: seconds(now),
      exp: seconds(expiresAt),
    };
    return {
      token: this.jwt.sign(claims, { secret, keyid: id, algorithm: 'HS256', issuer: ISSUER, audience: AUDIENCE }),
      expiresAt,
    };
  }
}

function seconds(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
