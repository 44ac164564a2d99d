import type { LocalDate } from '../../../kernel/local-time';
import { scored } from './score';
import { broken, grown, NO_STREAK, type Step, type Streak } from './streak';
import type { Unit, UnitKind } from './unit';

/**
 * All that the past of a habit means for its streak and its strength. A habit whose days became weeks of a goal has a row of
 * each: the row of days waits, should it come back to days.
 */
export interface HabitState {
  rows: Partial<Record<UnitKind, Streak>>;
  /** 0 to 1. */
  score: number;
  resetOn: LocalDate | null;
}

export const NEW_HABIT: HabitState = { rows: {}, score: 0, resetOn: null };

/**
 * Only what is missed breaks a row. Of a reset the score knows nothing: that a row began anew makes nobody weaker. What had
 * begun before the reset was over counts no more.
 * @param memory how much of the score is kept over one unit, by its kind
 */
export function habitStep(memory: (kind: UnitKind) => number): (state: HabitState, step: Step) => HabitState {
  return (state, { unit, event }) => {
    if (unit) return { ...state, rows: rowsAfter(state, unit), score: scoreAfter(state, unit, memory(unit.kind)) };
    return event.kind === 'reset' ? { ...state, rows: {}, resetOn: event.on } : state;
  };
}

export function rowOf({ rows }: HabitState, kind: UnitKind): Streak {
  return rows[kind] ?? NO_STREAK;
}

function rowsAfter(state: HabitState, unit: Unit): HabitState['rows'] {
  if (unit.outcome === 'passes' || (state.resetOn !== null && unit.first <= state.resetOn)) return state.rows;
  const row = rowOf(state, unit.kind);
  return { ...state.rows, [unit.kind]: unit.outcome === 'counts' ? grown(row, unit) : broken(row) };
}

function scoreAfter({ score }: HabitState, { value }: Unit, memory: number): number {
  return value === null ? score : scored(score, value, memory);
}
