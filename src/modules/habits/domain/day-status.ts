export type OccurrenceStatus = 'planned' | 'due' | 'completed' | 'skipped' | 'missed';

/** How a whole day went, for one habit or for all; `none` is a day on which nothing was due. */
export type DayStatus = 'completed' | 'partial' | 'missed' | 'skipped' | 'pending' | 'none';

/** How many occurrences there are, and what became of them; the others are open. */
export interface DayCounts {
  due: number;
  completed: number;
  skipped: number;
  missed: number;
}

/** A day is judged when nothing of it is open any more; completed means that something was done and nothing missed. */
export function statusOfCounts({ due, completed, skipped, missed }: DayCounts): DayStatus {
  if (due === 0) return 'none';
  if (due > completed + skipped + missed) return 'pending';
  if (missed > 0) return completed > 0 ? 'partial' : 'missed';
  return completed > 0 ? 'completed' : 'skipped';
}
