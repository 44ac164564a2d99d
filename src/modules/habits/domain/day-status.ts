export type OccurrenceStatus = 'planned' | 'due' | 'completed' | 'skipped' | 'missed';

/** How a whole day went, for one habit or for all; `none` is a day on which nothing was due. */
export type DayStatus = 'completed' | 'partial' | 'missed' | 'skipped' | 'pending' | 'none';

/** A day is judged when nothing of it is open any more; completed means that something was done and nothing missed. */
export function dayStatus(statuses: readonly OccurrenceStatus[]): DayStatus {
  const has = (status: OccurrenceStatus) => statuses.includes(status);
  if (statuses.length === 0) return 'none';
  if (has('planned') || has('due')) return 'pending';
  if (has('missed')) return has('completed') ? 'partial' : 'missed';
  return has('completed') ? 'completed' : 'skipped';
}

/** How many occurrences there are, and what became of them; the others are open. */
export interface DayCounts {
  due: number;
  completed: number;
  skipped: number;
  missed: number;
}

/** The same by numbers, for who counts in the database and never sees the single occurrence. */
export function statusOfCounts({ due, completed, skipped, missed }: DayCounts): DayStatus {
  if (due === 0) return 'none';
  if (due > completed + skipped + missed) return 'pending';
  if (missed > 0) return completed > 0 ? 'partial' : 'missed';
  return completed > 0 ? 'completed' : 'skipped';
}
