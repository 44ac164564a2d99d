import { IsOptional } from 'class-validator';
import { IsLocalDate } from '../../platform/http';
import type { Pause, PauseOf } from './pauses.repository';

/** How long to pause. */
export class PauseRequest {
  /** First day on which is asked again, `YYYY-MM-DD`, after today. Null: until it is resumed by hand. */
  @IsOptional()
  @IsLocalDate()
  resumesOn?: string | null;
}

/** Why a habit is paused. */
export class HabitPauseResponse {
  /** Whether this habit was paused, or everything. Of both, the one that lasts longer. */
  of: PauseOf;
  /** Since when. */
  since: Date;
  /** First day on which it is asked again, `YYYY-MM-DD`; null when it has to be resumed by hand. */
  resumesOn: string | null;
}

/** Whether the person has paused everything. */
export class PauseOfEverythingResponse {
  /** True while nothing rings or counts, whatever the state of each habit. */
  paused: boolean;
  /** Since when; null while nothing is paused. */
  since: Date | null;
  /** First day on which is asked again, `YYYY-MM-DD`; null while nothing is paused, or until it is resumed by hand. */
  resumesOn: string | null;

  static of(pause: Pause | undefined): PauseOfEverythingResponse {
    return {
      paused: pause !== undefined,
      since: pause?.startedAt ?? null,
      resumesOn: pause?.resumesOn ?? null,
    };
  }
}
