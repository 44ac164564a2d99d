import { addDays, type LocalDate, weekdayOf } from '../../../kernel/local-time';
import { type Fact, type Unit, unitsOf } from './unit';

/** How often something was done of how often it was asked for; what was skipped or rested was not. */
export interface Tally {
  done: number;
  asked: number;
}

/** How a habit stands on the eve of an answer: what a call may speak of besides the question. */
export interface Lead {
  missedYesterday: boolean;
  /** On a Monday, when something was asked for in both: last week and the one before it. */
  weeks?: { last: Tally; before: Tally };
}

/** The furthest back a lead looks, in days. */
export const LEAD_DAYS = 14;

export function leadOf(facts: readonly Fact[], day: LocalDate): Lead {
  const eve = addDays(day, -1);
  const missedYesterday = unitsOf(facts, day).some(
    ({ kind, on, outcome }) => kind === 'day' && on === eve && outcome === 'breaks',
  );
  if (weekdayOf(day) !== 1) return { missedYesterday };
  const [last, before] = [7, 14].map((days) => tallyOf(facts, addDays(day, -days)));
  return last!.asked > 0 && before!.asked > 0
    ? { missedYesterday, weeks: { last: last!, before: before! } }
    : { missedYesterday };
}

/** As if one of what is open on the day were completed. */
export function onceMoreDone(facts: readonly Fact[], day: LocalDate): Fact[] {
  return withOneOpen(facts, day, 'completed');
}

/**
 * Whether a miss on that day breaks the streak. Of a goal, only on the last day of its week or month: before, other days
 * are left.
 */
export function breaksIfMissed(facts: readonly Fact[], day: LocalDate): boolean {
  return unitOn(unitsOf(withOneOpen(facts, day, 'rest'), addDays(day, 1)), day)?.outcome === 'breaks';
}

/** The day, or the week or month of a goal, to which a day belongs. */
export function unitOn(units: readonly Unit[], day: LocalDate): Unit | undefined {
  return units.find(({ first, on }) => first <= day && day <= on);
}

function withOneOpen(facts: readonly Fact[], day: LocalDate, standing: Fact['standing']): Fact[] {
  const open = facts.findIndex((fact) => fact.day === day && fact.standing === 'open');
  return facts.map((fact, place) => (place === open ? { ...fact, standing } : fact));
}

function tallyOf(facts: readonly Fact[], monday: LocalDate): Tally {
  const ofWeek = facts.filter(({ day }) => monday <= day && day < addDays(monday, 7));
  const done = ofWeek.filter(({ standing }) => standing === 'completed').length;
  return { done, asked: done + ofWeek.filter(({ standing }) => standing === 'rest').length };
}
