import type { Announcement } from '../../platform/changes';
import type { Occurrence } from './occurrence.entity';

type Shown = Pick<Occurrence, 'id' | 'userId' | 'habitId' | 'day' | 'status'>;

export function occurrenceUpdated({ id, userId, habitId, day, status }: Shown): Announcement {
  return { userId, topic: 'occurrence.updated', data: { occurrenceId: id, habitId, day, status } };
}

export function habitUpdated(userId: string, habitId: string): Announcement {
  return { userId, topic: 'habit.updated', data: { habitId } };
}

/** Of a habit, or, without one, of the streak over all of them alone. */
export function streakUpdated(userId: string, habitId: string | null): Announcement {
  return { userId, topic: 'streak.updated', data: { habitId } };
}
