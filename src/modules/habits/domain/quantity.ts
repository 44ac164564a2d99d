import type { LocalDate, LocalTime } from '../../../kernel/local-time';
import { LARGEST_NUMBER } from './limits';

/** What a numeric habit asks of a day: to reach so much, or not to exceed it. */
export interface Target {
  value: number;
  direction: 'at-least' | 'at-most';
}

/** The moment of the day by which a number came, known as every occurrence is. */
export interface Ring {
  localDate: LocalDate;
  localTime: LocalTime;
}

/**
 * One thing done to the total of a habit's day: a check-in sets it, progress adds to it, and whoever takes a check-in back
 * takes back what was set by it. The total belongs to the day, however often it rings.
 */
export interface QuantityChange extends Ring {
  change: 'set' | 'add' | 'take-back';
  /** What is set or added. Null for taking back, which leaves what the other changes come to. */
  amount: number | null;
}

/** What a day's number makes of whatever the day asked for; null while it decides nothing. */
export type Verdict = 'completed' | 'missed';

/** Adding must not leave dust in the last place: 0.1 and 0.2 are 0.3. */
const PARTS_OF_ONE = 1_000_000;

/**
 * What the changes of a day come to, in the order they were made; null when none of them stands. What is set replaces all
 * before it; once it is taken back, it is as if it had never been said.
 */
export function totalOf(changes: readonly QuantityChange[]): number | null {
  return changes.reduce<number | null>((total, change, place) => {
    if (change.change === 'take-back') return total;
    if (change.change === 'add') return added(total, change.amount);
    return isTakenBack(change, changes.slice(place + 1)) ? total : change.amount;
  }, null);
}

/** How much may still be added to the day. */
export function roomAfter(total: number | null): number {
  return Math.max(0, added(LARGEST_NUMBER, -(total ?? 0)));
}

/** Whether taking back the check-in of this moment changes anything. */
export function hasSet(changes: readonly QuantityChange[], ring: Ring): boolean {
  return changes.some(
    (change, place) => change.change === 'set' && isOf(change, ring) && !isTakenBack(change, changes.slice(place + 1)),
  );
}

/**
 * "At least" is reached or still open: only time makes a miss of too little. "At most" is exceeded or still open: only the
 * end of the day makes a success of little enough.
 */
export function verdictOn(total: number | null, { value, direction }: Target): Verdict | null {
  if (total === null) return null;
  if (direction === 'at-least') return total >= value ? 'completed' : null;
  return total > value ? 'missed' : null;
}

/** Whether what this moment set is taken back by one of these. */
export function isTakenBack(set: Ring, later: readonly QuantityChange[]): boolean {
  return later.some((change) => change.change === 'take-back' && isOf(change, set));
}

function isOf(change: Ring, { localDate, localTime }: Ring): boolean {
  return change.localDate === localDate && change.localTime === localTime;
}

function added(total: number | null, amount: number | null): number {
  return Math.round(((total ?? 0) + (amount ?? 0)) * PARTS_OF_ONE) / PARTS_OF_ONE;
}
