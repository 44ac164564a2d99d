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
  /** Whether calls are stopped. */
  suppressed: boolean;
  /** Since when; null while calls are allowed. */
  since: Date | null;
  /** By which way the word came. */
  via: 'app' | 'call' | null;
  /** Why, in the person's words; null when nothing was said. */
  reason: string | null;
  /** The words that were heard, when it was said in a call. */
  quote: string | null;

  static of(word: Suppression | null): SuppressionResponse {
    return {
      suppressed: word !== null,
      since: word?.since ?? null,
      via: word?.via ?? null,
      reason: word?.reason ?? null,
      quote: word?.quote ?? null,
    };
  }
}
