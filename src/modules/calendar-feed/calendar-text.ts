import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { HOUR, MINUTE, plus, SECOND } from '../../kernel/clock';
import type { Upcoming } from '../habits';

/** How long a due moment looks in a calendar, which draws nothing that has no length. */
const LOOKS_LIKE = 15 * MINUTE;

/** How often a calendar program is asked to read again. */
const REFRESH_EVERY = HOUR;

/**
 * The occurrences as iCalendar (RFC 5545). It says nothing of the moment it was written at, so that it is the same text
 * until something in it changes. One that leaves out what lies further ahead says so.
 */
export function calendarText(upcoming: Upcoming[], { isCutShort }: { isCutShort: boolean }): string {
  const calendar = ical({
    prodId: { company: 'Callivate', product: 'Calendar feed', language: 'EN' },
    name: 'Callivate',
    description: isCutShort ? `The next ${upcoming.length} times you are asked; there are more.` : undefined,
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_EVERY / SECOND,
  });
  for (const one of upcoming) calendar.createEvent(event(one));
  return calendar.toString();
}

/** Its id is that of the local moment, which it keeps when it is moved, planned or when its person travels. */
function event({ occurrence, habit }: Upcoming) {
  const { habitId, localDate, localTime, dueAt, status } = occurrence;
  return {
    id: `${habitId}-${localDate}T${localTime.replace(':', '')}@callivate`,
    stamp: habit.updatedAt,
    sequence: habit.version,
    start: dueAt,
    end: plus(dueAt, LOOKS_LIKE),
    summary: habit.title,
    status: status === 'skipped' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}
