import type { Exception, Schedule } from '../../src/modules/habits/domain/schedule';

/** Twice a day, for single changes to be made to. */
export const TWICE_DAILY: Schedule = {
  startDate: '2026-03-02',
  endDate: null,
  times: ['07:00', '19:00'],
  recurrence: 'FREQ=DAILY',
  timeZone: null,
  goal: null,
  exceptions: [],
};

/** A change of "2026-03-02 at 07:00", as the problems of a schedule name it, to a place that is named the same way. */
export function moved(moment: string, place: string): Exception {
  return { ...named(moment), movedTo: named(place) };
}

export function canceled(moment: string): Exception {
  return { ...named(moment), movedTo: null };
}

function named(moment: string) {
  const [localDate, localTime] = moment.split(' at ') as [string, string];
  return { localDate, localTime };
}
