import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt';
import { Clock } from '../../kernel/clock';
import type { Principal } from '../../kernel/principal';
import { sessionOver } from './auth.problems';
import { SessionsRepository } from './sessions.repository';
import { SigningKeys } from './signing-keys';
import { type AccessClaims, AUDIENCE, ISSUER } from './tokens';

/** Recognises a person by the access token in the Authorization header, of a session that is still open. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    keys: SigningKeys,
    jwt: JwtService,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {
    super(options(keys, jwt));
  }

  async validate({ sub, sid, auth_time, exp }: AccessClaims & { exp: number }): Promise<Principal> {
    const expired = exp * 1000 <= this.clock.now().getTime();
    if (expired || !(await this.sessions.isAlive(sid, sub))) throw sessionOver();
    return { userId: sub, sessionId: sid, authenticatedAt: new Date(auth_time * 1000) };
  }
}

/** Expiry is left to `validate`, which asks the injected clock. */
function options(keys: SigningKeys, jwt: JwtService): StrategyOptionsWithoutRequest {
  return {
    jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: AUDIENCE,
    ignoreExpiration: true,
    secretOrKeyProvider: (_request, token, done) => {
      const decoded = jwt.decode<{ header?: { kid?: string } } | null>(token, { complete: true });
      done(null, keys.find(decoded?.header?.kid)?.secret);
    },
  };
}
