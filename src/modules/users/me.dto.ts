import { IsBoolean, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { atVersion, IfGiven, IsPlainText, IsTimeZoneName } from '../../platform/http';
import { PhoneResponse } from './phone/phone.dto';
import type { User } from './user.entity';

/** Changes to the profile. What is left out stays as it is. */
export class UpdateMeRequest {
  /** How the person is addressed in a call. Null: no name is said. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(100)
  @IsPlainText()
  name?: string | null;

  /** IANA zone the person lives in, such as `Europe/Lisbon`. Habits that pin no zone follow it from now on. */
  @IfGiven()
  @IsTimeZoneName()
  timeZone?: string;

  /** Language and region of texts, such as `en` or `en-GB`. */
  @IfGiven()
  @IsString()
  @MinLength(2)
  @MaxLength(35)
  @IsPlainText()
  locale?: string;

  /** Whether the app has finished its introduction. */
  @IfGiven()
  @IsBoolean()
  onboardingCompleted?: boolean;
}

/** The signed-in person. */
export class MeResponse {
  /** Id of the person; never changes. */
  id: string;
  /** The e-mail address they sign in by, in lower case. */
  email: string;
  /** How a call addresses them; null: by no name. */
  name: string | null;
  /** Address of their picture; null while sign-in has brought none. */
  avatarUrl: string | null;
  /** IANA zone they live in, such as `Europe/Lisbon`; null until they told us, which a habit without a zone needs. */
  timeZone: string | null;
  /** Language and region of texts, such as `en-GB`. */
  locale: string;
  /** Whether the app has finished its introduction. */
  onboardingCompleted: boolean;
  /** The number they can be called at; null while none is verified. */
  phone: PhoneResponse | null;
  /** When they signed in for the first time. */
  createdAt: Date;

  static of(user: User, phone: PhoneResponse | null): MeResponse {
    const { id, email, name, avatarUrl, timeZone, locale, onboardingCompleted, createdAt } = user;
    const me = { id, email, name, avatarUrl, timeZone, locale, onboardingCompleted, phone, createdAt };
    return atVersion(me, user.version);
  }
}
