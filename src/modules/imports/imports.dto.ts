import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plus } from '../../kernel/clock';
import { IfGiven, IsLocalTime } from '../../platform/http';
import { ScheduleResponse } from '../habits';
import type { ImportedHabit, ImportRow, Source } from './imports.repository';
import { KEPT_FOR } from './imports.service';

export class ImportQuery {
  /** When to ask from now on, `HH:mm`, for habits whose file names no time of day. Their past days count by it, too. */
  @ApiPropertyOptional({ default: '20:00' })
  @IfGiven()
  @IsLocalTime()
  time: string = '20:00';
}

/** What was made of a habit. */
export class MadeResponse {
  /** Whether a habit was made for it; false when it was there already, or could not be made. */
  habit: boolean;
  /** How many days were added, or got a word they did not have. */
  @ApiProperty({ type: 'integer' })
  days: number;
}

/** A habit in the file. */
export class ImportedHabitResponse {
  /** What it is called. */
  title: string;
  /** Id of the habit to which its days are added: one that is there already, or was made by now. Null: a new one is made. */
  habitId: string | null;
  /** When it is due here. */
  schedule: ScheduleResponse;
  /** How a new one asks from now on: by message. Calls are for the person to switch on. */
  channel: 'push';
  /** Whether it was put away where it was kept, and is so here. */
  archived: boolean;
  /** First day the file tells of, `YYYY-MM-DD`; null when it tells of none. */
  from: string | null;
  /** Last day the file tells of, `YYYY-MM-DD`; null when it tells of none. */
  to: string | null;
  /** How many days it was done. */
  @ApiProperty({ type: 'integer' })
  completed: number;
  /** How many days it was skipped. */
  @ApiProperty({ type: 'integer' })
  skipped: number;
  /** How many days it was due and not done. */
  @ApiProperty({ type: 'integer' })
  missed: number;
  /** What is not quite the same here, each in a sentence. */
  remarks: string[];
  /** What was made of it; null until it is applied. */
  made: MadeResponse | null;

  static of(habit: ImportedHabit): ImportedHabitResponse {
    return { ...habit, channel: 'push' };
  }
}

/** Something in the file that is not taken, or not as it stands there. */
export class RejectedResponse {
  /** The file inside the one that was sent, or the place in it; null when it is that file itself. */
  file: string | null;
  /** Its row, counted from 1 with the head of the table; null when it is not about one row. */
  @ApiProperty({ type: 'integer' })
  row: number | null;
  /** Why, in a sentence. */
  reason: string;
}

/** What is in a file, and what has become of it. */
export class ImportResponse {
  /** Id of the import. */
  id: string;
  /** Which program the file is from. */
  source: Source;
  /** When the file was read. */
  createdAt: Date;
  /** Until when it can be applied and read. */
  expiresAt: Date;
  /** When it was applied; null while it is a preview. */
  appliedAt: Date | null;
  /** The habits in the file, in its order. */
  habits: ImportedHabitResponse[];
  /** Everything in the file that is not taken, or not as it stands there. */
  rejected: RejectedResponse[];

  static of({ id, source, createdAt, appliedAt, habits, rejected }: ImportRow): ImportResponse {
    return {
      id,
      source,
      createdAt,
      expiresAt: plus(createdAt, KEPT_FOR),
      appliedAt,
      habits: habits.map(ImportedHabitResponse.of),
      rejected,
    };
  }
}
