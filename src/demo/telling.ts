import { type LocalTime, type TimeZone, wallTimeAt } from '../kernel/local-time';
import type { CallRead } from './phone';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** When a ring was meant to be, and when it is. */
export interface Moment {
  localTime: LocalTime;
  dueAt: string;
}

/** "Sun 29 Mar 03:30": the person's own calendar and clock. */
export function stamp(moment: Date, zone: TimeZone): string {
  const { date, time } = wallTimeAt(moment, zone);
  const { dayOfWeek, day, month } = Temporal.PlainDate.from(date);
  return `${WEEKDAYS[dayOfWeek - 1]} ${String(day).padStart(2)} ${MONTHS[month - 1]} ${time}`;
}

export function rings(title: string, { purpose }: CallRead, { localTime, dueAt }: Moment, zone: TimeZone): string {
  if (purpose === 'follow-up') return `${title} rings once more`;
  if (purpose === 'callback') return `${title} rings again, as asked`;
  const isMoved = purpose === 'due' && wallTimeAt(new Date(dueAt), zone).time !== localTime;
  return isMoved ? `${title} rings (${localTime} does not exist tonight)` : `${title} rings`;
}

export function checkedIn(title: string, status: string, { early }: { early: boolean }): string {
  return `${title}: checked in in the app${early ? ' before its time' : ''}, ${status}`;
}

/** How a call went, and what follows. `streak` counts the days in a row, `again` says whether one more call is planned. */
export function outcome(call: CallRead, streak: number, again: boolean, zone: TimeZone): string {
  const { meaning, quote, callBackAt } = call.results[0] ?? { meaning: null, quote: null, callBackAt: null };
  const said = quote ? quoted(quote) : ENDINGS[call.ending ?? ''];
  if (meaning === 'done')
    return `${said} → done, ${streak === 1 ? 'the first day of a streak' : `${streak} days in a row`}`;
  if (meaning === 'skip') return `${said} → skipped, the streak waits`;
  if (callBackAt && again) return `${said} → will call again at ${wallTimeAt(new Date(callBackAt), zone).time}`;
  return again ? `${said} → will call once more` : `${said} → writes a message instead`;
}

/** A key that was pressed is noted as `[key 1]`. */
function quoted(quote: string): string {
  return quote.startsWith('[') ? quote.slice(1, -1) : `“${quote}”`;
}

const ENDINGS: Record<string, string> = {
  'no-answer': 'nobody answers',
  declined: 'declined',
  lost: 'the line broke',
  canceled: 'done meanwhile',
  refused: 'not called',
  failed: 'it did not ring',
  answered: 'answered',
};
