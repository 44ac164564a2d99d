import { type LocalDate, type TimeZone, wallTimeAt } from '../../../kernel/local-time';
import type { FoundRule } from './found';
import { instantIn, isRecord, numberOf, numbersIn } from './json';

const DAYS = { m: 'MO', t: 'TU', w: 'WE', th: 'TH', f: 'FR', s: 'SA', su: 'SU' } as const;

/**
 * When a daily is due. Its start date is a midnight of the person's; weeks of Habitica begin on Sunday.
 * A sentence when it never is.
 */
export function ruleOfDaily(daily: Record<string, unknown>, zone: TimeZone): FoundRule | string {
  const every = daily.everyX === undefined ? 1 : numberOf(daily.everyX);
  if (!Number.isInteger(every) || every < 1 || every > 9999) return 'It is never due: its repetition cannot be read.';
  const start = instantIn(daily.startDate);
  const startDate = start ? wallTimeAt(start, zone).date : null;
  const recurrence = recurrenceOf(daily, every, startDate);
  if (recurrence === null) return 'It is never due: no day is chosen.';
  const isAnchored = every > 1 || !/^FREQ=(DAILY|WEEKLY)/.test(recurrence);
  return { isNamed: true, startDate: isAnchored ? startDate : null, recurrence, goal: null, times: [] };
}

function recurrenceOf(daily: Record<string, unknown>, every: number, startDate: LocalDate | null): string | null {
  const interval = every > 1 ? `;INTERVAL=${every}` : '';
  const chosen = chosenDays(daily.repeat);
  switch (daily.frequency) {
    case 'daily':
      return `FREQ=DAILY${interval}`;
    case 'monthly':
      return monthly(daily, chosen, interval, startDate);
    case 'yearly':
      return `FREQ=YEARLY${interval}`;
    default:
      if (chosen.length === 0) return null;
      return chosen.length === 7 && every === 1
        ? 'FREQ=DAILY'
        : `FREQ=WEEKLY${interval};BYDAY=${chosen.join(',')};WKST=SU`;
  }
}

/** On days of the month, or on weekdays of its first, second, … week, which are counted from 0. */
function monthly(
  daily: Record<string, unknown>,
  chosen: string[],
  interval: string,
  startDate: LocalDate | null,
): string | null {
  const weeks = numbersIn(daily.weeksOfMonth).filter((week) => week >= 0 && week <= 4);
  if (weeks.length > 0 && chosen.length === 0) return null;
  if (weeks.length > 0) {
    const days = weeks.flatMap((week) => chosen.map((day) => `${week + 1}${day}`));
    return `FREQ=MONTHLY${interval};BYDAY=${days.join(',')}`;
  }
  const days = numbersIn(daily.daysOfMonth).filter((day) => day >= 1 && day <= 31);
  if (days.length === 0 && startDate) days.push(Number(startDate.slice(8)));
  return days.length > 0 ? `FREQ=MONTHLY${interval};BYMONTHDAY=${days.join(',')}` : null;
}

/** Monday first. A daily without a word about days is due on all of them. */
function chosenDays(repeat: unknown): string[] {
  if (!isRecord(repeat)) return Object.values(DAYS);
  return Object.entries(DAYS)
    .filter(([name]) => repeat[name] === true)
    .map(([, day]) => day);
}
