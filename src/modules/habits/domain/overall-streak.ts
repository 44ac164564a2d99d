import { addDays, type LocalDate } from '../../../kernel/local-time';
import { broken, grown, NO_STREAK, type Step, type Streak, type StreakEvent } from './streak';
import type { Unit } from './unit';

/** So many days in a row earn a freeze. */
export const DAYS_FOR_A_FREEZE = 7;
export const MOST_FREEZES = 2;

/** For how long it is remembered on which days freezes were used. */
const REMEMBERED_DAYS = 366;

/** All that the past days of a person mean for the streak over all their habits. */
export interface OverallState {
  row: Streak;
  /** Days put by for freezes: each seven are one. */
  savings: number;
  /** The days of the last year that a freeze covered. */
  usedOn: LocalDate[];
  freezesOn: boolean;
  resetOn: LocalDate | null;
}

export const NEW_PERSON: OverallState = { row: NO_STREAK, savings: 0, usedOn: [], freezesOn: true, resetOn: null };

/**
 * A missed day uses up a freeze, if there is one, and then neither counts nor breaks. Freezes belong to the row that earned
 * them, and while as many are held as may be, no day is put by: so a day that is put right never leaves anybody with less.
 */
export function overallStep(state: OverallState, { unit, event }: Step): OverallState {
  return unit ? afterDay(state, unit) : afterEvent(state, event);
}

export function freezesHeld({ savings }: OverallState): number {
  return Math.floor(savings / DAYS_FOR_A_FREEZE);
}

function afterDay(state: OverallState, day: Unit): OverallState {
  if (day.outcome === 'passes' || (state.resetOn !== null && day.first <= state.resetOn)) return state;
  if (day.outcome === 'counts') return { ...state, row: grown(state.row, day), savings: saved(state) };
  if (!state.freezesOn || freezesHeld(state) === 0) return { ...state, row: broken(state.row), savings: 0 };
  return { ...state, savings: state.savings - DAYS_FOR_A_FREEZE, usedOn: [...recent(state.usedOn, day.on), day.on] };
}

function afterEvent(state: OverallState, { kind, on }: StreakEvent): OverallState {
  if (kind === 'reset') return { ...NEW_PERSON, freezesOn: state.freezesOn, resetOn: on };
  return { ...state, freezesOn: kind === 'freezes-on' };
}

function saved({ savings, freezesOn }: OverallState): number {
  return freezesOn ? Math.min(savings + 1, MOST_FREEZES * DAYS_FOR_A_FREEZE) : savings;
}

function recent(days: LocalDate[], today: LocalDate): LocalDate[] {
  const from = addDays(today, -REMEMBERED_DAYS);
  return days.filter((day) => day > from);
}
