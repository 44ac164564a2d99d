import { ApiProperty } from '@nestjs/swagger';

class InARow {
  /** In a row up to now; what was skipped neither counts nor breaks it. */
  @ApiProperty({ type: 'integer' })
  current: number;
  /** The most in a row there ever were. */
  @ApiProperty({ type: 'integer' })
  longest: number;
  /** First day of the current row, `YYYY-MM-DD`; null while there is none. */
  startedOn: string | null;
  /** The next number worth a word: 3, 7, 14, 30, 60, 100, 180, 365, then every further 365. */
  @ApiProperty({ type: 'integer' })
  nextMilestone: number;
  /** How many more until then. */
  @ApiProperty({ type: 'integer' })
  toNextMilestone: number;
}

/** The streak of one habit. */
export class StreakResponse extends InARow {
  /** Id of the habit. */
  habitId: string;
  /** What is counted: days, or the weeks or months of its goal. */
  unit: 'day' | 'week' | 'month';
  /** How strong the habit is, from 0 to 1. A miss takes a little of it, and only a little. */
  score: number;
}

/** How strong a habit was at the end of a day. */
export class ScoreResponse {
  /** The day, `YYYY-MM-DD`. */
  day: string;
  /** From 0 to 1. */
  score: number;
}

/** The streak of one habit, and how its strength came about. */
export class StreakWithScoresResponse extends StreakResponse {
  /** Its strength after each day of the last 92 on which it was due, or each week or month of its goal, the oldest first. */
  scores: ScoreResponse[];
}

/** What keeps the streak of all habits over a missed day. */
export class FreezesResponse {
  /** Whether they are used and earned. */
  enabled: boolean;
  /** How many are held: one is earned by every seven days in a row, and two are held at the most. */
  @ApiProperty({ type: 'integer' })
  held: number;
  /** The days that were kept by one, the oldest first; a day that is put right gives its freeze back. */
  usedOn: string[];
}

/** Days on which all that was due was done, over all habits. */
export class OverallStreakResponse extends InARow {
  /** What keeps it over a missed day. */
  freezes: FreezesResponse;
}

/** Every streak of the person. */
export class StreaksResponse {
  /** One of each habit that is not archived, in the order they were made. Of those put away each habit tells its own. */
  items: StreakResponse[];
  /** Days in a row on which all that was due was done, over all habits. */
  overall: OverallStreakResponse;
}
