import { Injectable } from '@nestjs/common';
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
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {
    super(options(keys));
  }

  async validate({ sub, sid, auth_time, exp }: AccessClaims & { exp: number }): Promise<Principal> {
    const expired = exp * 1000 <= this.clock.now().getTime();
    if (expired || !(await this.sessions.isAlive(sid, sub))) throw sessionOver();
    return { userId: sub, sessionId: sid, authenticatedAt: new Date(auth_time * 1000) };
  }
}

/** Expiry is left to `validate`, which asks the injected clock. */
function options(keys: SigningKeys): StrategyOptionsWithoutRequest {
  return {
    jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
    algorithms: ['HS256'],
    issuer: ISSUER,
    audience: AUDIENCE,
    ignoreExpiration: true,
    secretOrKeyProvider: (_request, token, done) => done(null, keys.find(keyIdOf(token))?.secret),
  };
}

/** Which key the token says it was signed with; nothing when it is no token at all. */
function keyIdOf(token: string): string | undefined {
  try {
    const [header = ''] = token.split('.', 1);
    return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: string } | null)?.kid;
  } catch {
    return undefined;
  }
}
