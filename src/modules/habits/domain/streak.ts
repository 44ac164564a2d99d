import type { LocalDate } from '../../../kernel/local-time';
import type { Unit } from './unit';

/** Units in a row; `startedOn` is the first day of the current row, null while there is none. */
export interface Streak {
  current: number;
  longest: number;
  startedOn: LocalDate | null;
}

export const NO_STREAK: Streak = { current: 0, longest: 0, startedOn: null };

/** What a person did to their streaks, from that day of theirs on; days up to a reset count no more, that day included. */
export interface StreakEvent {
  kind: 'reset' | 'freezes-on' | 'freezes-off';
  on: LocalDate;
}

/** What the fold goes over, one after the other. */
export type Step = { unit: Unit; event?: undefined } | { event: StreakEvent; unit?: undefined };

export function grown({ current, longest, startedOn }: Streak, { first }: Unit): Streak {
  return { current: current + 1, longest: Math.max(longest, current + 1), startedOn: startedOn ?? first };
}

export function broken({ longest }: Streak): Streak {
  return { current: 0, longest, startedOn: null };
}

/** Units and events by the day they stand for; what a person did on a day holds for that day already. */
export function stepsOf(units: readonly Unit[], events: readonly StreakEvent[]): Step[] {
  const steps: Step[] = [...events.map((event) => ({ event })), ...units.map((unit) => ({ unit }))];
  return steps.sort((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))));
}

export function dayOf({ unit, event }: Step): LocalDate {
  return (unit ?? event)!.on;
}

/** The state at the end of each of these days, which ascend; a state is plain data, so the fold may go on from any of them. */
export function statesAt<State>(
  days: readonly LocalDate[],
  begin: State,
  steps: readonly Step[],
  step: (state: State, next: Step) => State,
): State[] {
  let state = begin;
  let at = 0;
  return days.map((day) => {
    for (; at < steps.length && dayOf(steps[at]!) <= day; at += 1) state = step(state, steps[at]!);
    return state;
  });
}
