import type { LocalDate } from '../../kernel/local-time';
import type { Occurrence } from './occurrence.entity';

/** What names an occurrence for good. */
export type LocalMoment = Pick<Occurrence, 'habitId' | 'localDate' | 'localTime'>;

export function nameOf({ habitId, localDate, localTime }: LocalMoment): string {
  return `${habitId} ${localDate} ${localTime}`;
}

export function habitsOf(moments: LocalMoment[]): string[] {
  return [...new Set(moments.map(({ habitId }) => habitId))];
}

/** There must be at least one. */
export function earliestDateOf(moments: LocalMoment[]): LocalDate {
  return moments.map(({ localDate }) => localDate).reduce((one, other) => (one < other ? one : other));
}
