import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsPlainText } from '../../platform/http';
import type { Suppression } from './suppression.entity';

/** Asks us to stop calling. */
export class SuppressRequest {
  /** Why, in the person's own words, if they wish to say. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  @IsPlainText()
  reason?: string;
}

/** Whether the person has asked not to be called. */
export class SuppressionResponse {
  /** True while no call is made, by whatever line. */
  suppressed: boolean;
  /** When the person asked; null while calls are allowed. */
  since: Date | null;
  /** Where they asked: here, in a call, or by text message. Null while calls are allowed. */
  via: 'app' | 'call' | 'sms' | null;
  /** Why, in the person's words, or in ours when they gave no reason; null while calls are allowed. */
  reason: string | null;
  /** The words we heard it from; null when it was not asked for in a call. */
  quote: string | null;
  /**
   * Their number is not called either: it was stopped by text message, which START from there takes back; or somebody there said that it
   * is not theirs, which verifying it anew takes back.
   */
  numberStopped: 'sms' | 'call' | null;

  static of(word: Suppression | null, numberStopped: 'sms' | 'call' | null): SuppressionResponse {
    return {
      numberStopped,
      suppressed: word !== null,
      since: word?.since ?? null,
      via: word?.via ?? null,
      reason: word?.reason ?? null,
      quote: word?.quote ?? null,
    };
  }
}
