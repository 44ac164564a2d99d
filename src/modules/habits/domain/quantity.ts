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
  /** It came with a word about its moment: then even what was added goes with that word. */
  withWord?: boolean;
}

/** A change and by which way it came. */
type KnownChange = QuantityChange & { via: string };

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
    if (!stands(change, changes.slice(place + 1))) return total;
    return change.change === 'add' ? added(total, change.amount) : change.amount;
  }, null);
}

/**
 * What numbers that were kept elsewhere, each with its moment, do to the number of their day: they are added up, for a table
 * that names five kilometres at seven and two in the evening tells of seven, and either goes with its own check-in. A number
 * that was told here, by whatever way, is the person's latest and stays as it is. Of what the day has no more room for, only
 * as much is added as there is.
 */
export function broughtTo(
  before: readonly KnownChange[],
  brought: readonly (Ring & { amount: number })[],
): QuantityChange[] {
  const isToldHere = before.some((one, place) => one.via !== 'import' && stands(one, before.slice(place + 1)));
  if (isToldHere) return [];
  const changes: QuantityChange[] = [];
  for (const { localDate, localTime, amount } of brought) {
    const total = totalOf([...before, ...changes]);
    changes.push({
      change: total === null ? 'set' : 'add',
      ...{ localDate, localTime, amount: Math.min(amount, roomAfter(total)), withWord: true },
    });
  }
  return changes;
}

/** Which of the brought numbers did not count in full, by the changes that came of them. */
export function cutShort<Brought extends Ring & { amount: number }>(
  changes: readonly QuantityChange[],
  brought: readonly Brought[],
): (Brought & { counted: number })[] {
  return changes.flatMap(({ amount }, place) => {
    const { [place]: one } = brought;
    return one && amount !== null && amount < one.amount ? [{ ...one, counted: amount }] : [];
  });
}

/** How much may still be added to the day. */
export function roomAfter(total: number | null): number {
  return Math.max(0, added(LARGEST_NUMBER, -(total ?? 0)));
}

/** Whether taking back the check-in of this moment changes anything. */
export function hasSet(changes: readonly QuantityChange[], ring: Ring): boolean {
  return changes.some(
    (change, place) => isHeldBy(change) && isOf(change, ring) && stands(change, changes.slice(place + 1)),
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

function stands(change: QuantityChange, later: readonly QuantityChange[]): boolean {
  if (change.change === 'take-back') return false;
  return !(isHeldBy(change) && isTakenBack(change, later));
}

/** Whether the check-in of its moment takes it along when it is taken back. */
function isHeldBy({ change, withWord = false }: QuantityChange): boolean {
  return change === 'set' || (change === 'add' && withWord);
}

function isOf(change: Ring, { localDate, localTime }: Ring): boolean {
  return change.localDate === localDate && change.localTime === localTime;
}

function added(total: number | null, amount: number | null): number {
  return Math.round(((total ?? 0) + (amount ?? 0)) * PARTS_OF_ONE) / PARTS_OF_ONE;
}
