import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { Example, IfGiven } from '../../../platform/http';

/** A number to be proven. */
export class PutPhoneRequest {
  /** With its country code, as people write it. */
  @IsString()
  @MaxLength(40)
  @Example('+1 415 555 0123')
  number: string;

  /** How the code comes: by text message, or spoken in a call. By text unless it is said. */
  @IfGiven()
  @IsIn(['sms', 'call'])
  by?: 'sms' | 'call';
}

/** A code is on its way. */
export class PhoneVerificationResponse {
  /** The number it goes to, by its last digits alone. */
  @ApiProperty({ example: '•••2671' })
  number: string;
  /** How it comes. */
  by: 'sms' | 'call';
  /** Until when it is good; after that, or after five wrong tries, ask for another. */
  expiresAt: Date;
  /** From when on another may be asked for. */
  resendAfter: Date;
}

/** What stood in the message, or was spoken. */
export class VerifyPhoneRequest {
  /** Six digits. */
  @IsString()
  @Matches(/^\d{6}$/, { message: 'code must be six digits' })
  @Example('123456')
  code: string;
}

/** A telephone number that was proven to be the person's. */
export class PhoneResponse {
  /** Its last digits alone, as in `•••1234`. */
  number: string;
  /** When it was proven that the person answers there. */
  verifiedAt: Date;
  /** Nobody was heard there for 45 days: it is not called until it is verified again. */
  needsProof: boolean;
}
