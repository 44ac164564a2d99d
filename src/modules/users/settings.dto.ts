import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { type SpokenLanguage, spokenLanguage } from '../../kernel/languages';
import { VOICE_IDS, type VoiceId } from '../../kernel/voices';
import {
  atVersion,
  Example,
  IfGiven,
  IsInstant,
  IsLanguageTag,
  IsLocalTime,
  IsLocalTimeUpTo,
} from '../../platform/http';
import { type CallingWindow, type Hours, type Weekday } from './domain/calling-window';
import type { UserSettings } from './user-settings.entity';

class HoursRequest implements Hours {
  /** First minute in which we may ring, `HH:mm`. */
  @IsLocalTime()
  start: string;

  /** The minute in which we stop ringing, `HH:mm` or `24:00`. Earlier than the start: on the next day. */
  @IsLocalTimeUpTo('24:00')
  end: string;
}

const OptionalHours = () => (target: object, property: string) => {
  ValidateIf((_, value) => value !== undefined && value !== null)(target, property);
  IsObject()(target, property);
  ValidateNested()(target, property);
  Type(() => HoursRequest)(target, property);
  Example({ start: '08:00', end: '21:00' })(target, property);
};

class DaysRequest implements Partial<Record<Weekday, Hours | null>> {
  /** Hours of Mondays; null is a quiet day. */
  @OptionalHours() MO?: HoursRequest | null;
  /** Hours of Tuesdays; null is a quiet day. */
  @OptionalHours() TU?: HoursRequest | null;
  /** Hours of Wednesdays; null is a quiet day. */
  @OptionalHours() WE?: HoursRequest | null;
  /** Hours of Thursdays; null is a quiet day. */
  @OptionalHours() TH?: HoursRequest | null;
  /** Hours of Fridays; null is a quiet day. */
  @OptionalHours() FR?: HoursRequest | null;
  /** Hours of Saturdays; null is a quiet day. */
  @OptionalHours() SA?: HoursRequest | null;
  /** Hours of Sundays; null is a quiet day. */
  @OptionalHours() SU?: HoursRequest | null;
}

class CallingWindowRequest extends HoursRequest implements CallingWindow {
  /** Weekdays with other hours, by `MO` to `SU`; `null` is a quiet day. */
  @ApiPropertyOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => DaysRequest)
  @Example({ SA: { start: '10:00', end: '21:00' }, SU: null })
  days: DaysRequest = new DaysRequest();
}

/** Changes to the settings. What is left out stays as it is. */
export class UpdateSettingsRequest {
  /** Where calls ring: in the app, or on the telephone, which needs a verified number and your consent. */
  @IfGiven()
  @IsIn(['app', 'phone'])
  ringOn?: 'app' | 'phone';

  /** Whether the app rings at any hour a habit asks for, or inside the calling window alone. */
  @IfGiven()
  @IsIn(['any-hour', 'calling-window'])
  appRings?: 'any-hour' | 'calling-window';

  /** Hours in which we may ring, by the person's clock. Replaced whole. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => CallingWindowRequest)
  @Example({ start: '08:00', end: '21:00' })
  callingWindow?: CallingWindowRequest;

  /** Minutes from a call that settled nothing to the one follow-up call, 5 to 240. */
  @IfGiven()
  @IsInt()
  @Min(5)
  @Max(240)
  @ApiProperty({ type: 'integer' })
  followUpMinutes?: number;

  /** Minutes an occurrence stays open after we last called or wrote, 15 to 720. After that it is missed. */
  @IfGiven()
  @IsInt()
  @Min(15)
  @Max(720)
  @ApiProperty({ type: 'integer' })
  graceMinutes?: number;

  /** What is due within so many minutes, 0 to 60, is asked about in a call that is answered; with 0 each call is about its own. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(60)
  @ApiProperty({ type: 'integer' })
  bundleMinutes?: number;

  /** When the person's day ends, from `00:00` to `06:00`: what is due before counts for the day before. */
  @IfGiven()
  @IsLocalTimeUpTo('06:00')
  @ApiPropertyOptional({ pattern: '^0([0-5]:[0-5]\\d|6:00)$' })
  dayEndsAt?: string;

  /** How times are said in calls and written in messages. */
  @IfGiven()
  @IsIn(['24h', '12h'])
  timeFormat?: '24h' | '12h';

  /** Language of calls and messages, such as `en`, `de` or `de-AT`. In one we do not speak, `callLanguage` says what we do. */
  @IfGiven()
  @IsLanguageTag()
  language?: string;

  /** Whether a freeze, earned by seven days in a row, keeps the streak of all habits over a day that was missed. */
  @IfGiven()
  @IsBoolean()
  streakFreezes?: boolean;

  /** No call is made before this moment; messages are sent instead. Null ends the silence. */
  @IsOptional()
  @IsInstant()
  silentUntil?: Date | null;

  /** What is done where a voicemail answers on the telephone: hang up, or leave a word that names no habit. */
  @IfGiven()
  @IsIn(['hang-up', 'leave-word'])
  voicemail?: 'hang-up' | 'leave-word';

  /** Whether the words of calls are kept, for 90 days; otherwise what they meant alone. */
  @IfGiven()
  @IsBoolean()
  keepTranscripts?: boolean;

  /** Voice of the calls about habits that name none, one of `GET /voices`. Null: ours, Sarah. */
  @IsOptional()
  @IsIn(VOICE_IDS)
  defaultVoiceId?: VoiceId | null;
}

/** How and when the person wants to be reached. */
export class SettingsResponse {
  /** Where calls ring: in the app, or on the telephone. */
  ringOn: 'app' | 'phone';
  /** Whether the app rings at any hour a habit asks for, or inside the calling window alone. */
  appRings: 'any-hour' | 'calling-window';
  /** Hours in which we may ring, by the person's clock. */
  callingWindow: CallingWindowRequest;
  /** Minutes from a call that settled nothing to the one follow-up call. */
  @ApiProperty({ type: 'integer' })
  followUpMinutes: number;
  /** Minutes an occurrence stays open after we last called or wrote; after that it is missed. */
  @ApiProperty({ type: 'integer' })
  graceMinutes: number;
  /** What is due within so many minutes is asked about in a call that is answered; with 0 each call is about its own. */
  @ApiProperty({ type: 'integer' })
  bundleMinutes: number;
  /** When the person's day ends, `HH:mm`: what is due before counts for the day before. */
  dayEndsAt: string;
  /** How times are said in calls and written in messages. */
  timeFormat: '24h' | '12h';
  /** Language of calls and messages, such as `en`. */
  language: string;
  /** The language calls are held in: yours, or English where we do not speak it yet. */
  callLanguage: SpokenLanguage;
  /** Whether a freeze, earned by seven days in a row, keeps the streak of all habits over a day that was missed. */
  streakFreezes: boolean;
  /** What is done where a voicemail answers on the telephone: hang up, or leave a word that names no habit. */
  voicemail: 'hang-up' | 'leave-word';
  /** Whether the words of calls are kept, for 90 days; otherwise what they meant alone. */
  keepTranscripts: boolean;
  /** No call is made before this moment; null when no silence was asked for. */
  silentUntil: Date | null;
  /** Voice of the calls about habits that name none; null: ours, Sarah. */
  defaultVoiceId: string | null;

  static of({ userId: _, version, ...settings }: UserSettings): SettingsResponse {
    return atVersion({ ...settings, callLanguage: spokenLanguage(settings.language) }, version);
  }
}
