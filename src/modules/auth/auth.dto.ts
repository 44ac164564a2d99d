import { IsEmail, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsPlainText, IsTimeZoneName } from '../../platform/http';
import { MeResponse } from '../users';

/** Signs in by an e-mail address alone. For development. */
export class DevSignInRequest {
  /** The address to sign in by; however it is spelt, it is kept in lower case. */
  @IsEmail()
  @MaxLength(254)
  email: string;

  /** How the person is addressed in a call; taken when the account is made. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @IsPlainText()
  name?: string;

  /** IANA zone the person lives in, such as `Europe/Lisbon`; taken when none is known yet. */
  @IsOptional()
  @IsTimeZoneName()
  timeZone?: string;
}

/** Trades a refresh token for the next one. */
export class RefreshRequest {
  /** The newest refresh token of the session. It can be used once. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  refreshToken: string;
}

/** An open session. */
export class SessionResponse {
  /** Send it as `Authorization: Bearer`. */
  accessToken: string;
  /** When it ends: 15 minutes after it was given. */
  accessTokenExpiresAt: Date;
  /** Trade it at `POST /api/v1/auth/refresh` for the next pair, before the access token ends or after. Keep it secret. */
  refreshToken: string;
  /** When the session ends unless it is traded before: 30 days after it was given. */
  refreshTokenExpiresAt: Date;
  /** Who is signed in. */
  user: MeResponse;
}
