import { addDays, dayAt, dayBeginsAt, LATEST_DATE, type LocalDate } from '../../kernel/local-time';
import { invalidFields } from '../../kernel/problem';
import type { Whereabouts } from '../users';
import { timeZoneNeeded } from './habits.problems';
import type { Pause } from './pauses.repository';

/**
 * When a pause that is set now ends: as that day begins, or nobody knows when.
 * @throws Problem when that day is not after today, for today rests already, or beyond all dates, or when nobody knows when it begins.
 */
export function pauseEnd(
  resumesOn: LocalDate | null,
  { timeZone, dayEndsAt }: Whereabouts,
  now: Date,
): Pick<Pause, 'resumesOn' | 'endedAt'> {
  if (resumesOn === null) return { resumesOn, endedAt: null };
  if (!timeZone) throw timeZoneNeeded();
  const first = addDays(dayAt(now, timeZone, dayEndsAt), 1);
  if (resumesOn < first) {
    const message = `Name a day after today, "${first}" or later; to end a pause now, delete it.`;
    throw invalidFields([{ pointer: '/resumesOn', message }]);
  }
  if (resumesOn > LATEST_DATE) {
    const message = `Name a day up to "${LATEST_DATE}"; to pause until it is resumed by hand, make it null.`;
    throw invalidFields([{ pointer: '/resumesOn', message }]);
  }
  return { resumesOn, endedAt: dayBeginsAt(resumesOn, timeZone, dayEndsAt) };
}
