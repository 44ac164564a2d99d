import { SECOND } from '../../../kernel/clock';

/** One ring of the canary, as the rows tell it. */
export interface Ring {
  dueAt: Date;
  rangAt: Date | null;
  /** How many calls rang for it. */
  rings: number;
  /** Whether the "yes" at the other end became a check-in. */
  heard: boolean;
}

export type Verdict = 'on-time' | 'late' | 'unheard' | 'double' | 'missed';

/** What rings within so long of its time is on time, in milliseconds. */
export const ON_TIME = 2 * SECOND;

/** The worst that can be said of it. */
export function verdictOn({ dueAt, rangAt, rings, heard }: Ring): Verdict {
  if (!rangAt) return 'missed';
  if (rings > 1) return 'double';
  if (!heard) return 'unheard';
  return rangAt.getTime() - dueAt.getTime() > ON_TIME ? 'late' : 'on-time';
}
