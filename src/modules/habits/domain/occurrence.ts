import { latest, MINUTE, plus } from '../../../kernel/clock';
import { addDays, instantOf, type LocalDate, type LocalTime, type TimeZone } from '../../../kernel/local-time';
import type { OccurrenceStatus } from './day-status';

const ALL = ['planned', 'due', 'completed', 'skipped', 'missed'] as const;

/**
 * The life of an occurrence. The clock moves it from `planned` to `due`, as does a call that it joins before its time, and
 * gives back if it did not get to it; the clock closes it if nobody answered: as `missed`, as
 * `skipped` where a goal leaves other chances, as `completed` where only too much would have been a miss. A habit that is paused
 * or archived lets what was open rest. A check-in is a set, at any time: early, late, as a correction or as a repair; taking it
 * back returns the occurrence to where the day's number or the clock alone would have it. The number of a day decides, and
 * decides no more, at any time as well.
 */
export const OCCURRENCE_MOVES = {
  'fall-due': { from: ['planned'], to: ['due'] },
  'give-back': { from: ['due'], to: ['planned'] },
  close: { from: ['due'], to: ['completed', 'skipped', 'missed'] },
  rest: { from: ['planned', 'due'], to: ['skipped'] },
  'check-in': { from: ALL, to: ['completed', 'skipped', 'missed'] },
  'take-back': { from: ['completed', 'skipped', 'missed'], to: ALL },
  count: { from: ALL, to: ALL },
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

/**
 * When an open occurrence is given up as missed: the grace after the latest of its due time, the first call or push
 * that really went out, and the last accepted callback. So a late ring of ours costs nobody their time to answer.
 */
export function closesAt(dueAt: Date, graceMinutes: number, reachedAt: Date | null, callbackAt: Date | null): Date {
  const asked = [reachedAt, callbackAt].filter((moment) => moment !== null);
  return plus(latest(dueAt, ...asked), graceMinutes * MINUTE);
}

/** When a habit that must not exceed its target is decided: its day is over, and with it the time to have too much. */
export function closesWithDay(dueAt: Date, day: LocalDate, dayEndsAt: LocalTime, zone: TimeZone): Date {
  return latest(dueAt, instantOf({ date: addDays(day, 1), time: dayEndsAt }, zone));
}
