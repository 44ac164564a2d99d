import { latest, MINUTE, plus } from '../../../kernel/clock';
import type { OccurrenceStatus } from './day-status';

const ALL = ['planned', 'due', 'completed', 'skipped', 'missed'] as const;

/**
 * The life of an occurrence. The clock moves it from `planned` to `due`, and closes it as `missed` if nobody answered;
 * a habit that is paused or archived lets what was open rest. A check-in is a set, at any time: early, late, as a correction or as a repair; taking it back returns the occurrence
 * to where the clock alone would have it.
 */
export const OCCURRENCE_MOVES = {
  'fall-due': { from: ['planned'], to: ['due'] },
  close: { from: ['due'], to: ['missed'] },
  rest: { from: ['planned', 'due'], to: ['skipped'] },
  'check-in': { from: ALL, to: ['completed', 'skipped', 'missed'] },
  'take-back': { from: ['completed', 'skipped', 'missed'], to: ['planned', 'due', 'missed'] },
} as const satisfies Record<string, { from: readonly OccurrenceStatus[]; to: readonly OccurrenceStatus[] }>;

export type OccurrenceMove = keyof typeof OCCURRENCE_MOVES;

export function mayMove(move: OccurrenceMove, from: OccurrenceStatus, to: OccurrenceStatus): boolean {
  const { from: starts, to: ends }: { from: readonly OccurrenceStatus[]; to: readonly OccurrenceStatus[] } =
    OCCURRENCE_MOVES[move];
  return starts.includes(from) && ends.includes(to);
}

/** Still asks for an answer. */
export function isOpen(status: OccurrenceStatus): boolean {
  return status === 'planned' || status === 'due';
}

/** What the clock alone makes of an occurrence: its status without a check-in, or after one is taken back. */
export function statusByTheClock(dueAt: Date, closesAt: Date, now: Date): 'planned' | 'due' | 'missed' {
  if (now < dueAt) return 'planned';
  return now < closesAt ? 'due' : 'missed';
}

/**
 * When an open occurrence is given up as missed: the grace after the latest of its due time, the first call or push
 * that really went out, and the last accepted callback. So a late ring of ours costs nobody their time to answer.
 */
export function closesAt(dueAt: Date, graceMinutes: number, reachedAt: Date | null, callbackAt: Date | null): Date {
  const asked = [reachedAt, callbackAt].filter((moment) => moment !== null);
  return plus(latest(dueAt, ...asked), graceMinutes * MINUTE);
}
