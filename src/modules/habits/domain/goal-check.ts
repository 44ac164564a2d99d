import { addDays, type LocalDate, type TimeZone } from '../../../kernel/local-time';
import type { FieldError } from '../../../kernel/problem';
import { dayNumber } from './day-number';
import { ruleMomentsBetween } from './rule-moments';
import type { Goal, Schedule } from './schedule';

/**
 * What is wrong with the goal of a schedule whose dates and times are fine.
 * @param zone that the schedule lives in; null: not known
 */
export function checkGoal(schedule: Schedule, zone: TimeZone | null): FieldError[] {
  const { goal, recurrence } = schedule;
  if (goal === null) return [];
  if (recurrence === null) {
    const message = 'A goal needs a recurrence that says on which days it may ring, such as "FREQ=DAILY".';
    return [{ pointer: '/goal', message }];
  }
  if (!Number.isInteger(goal.times) || goal.times < 1) {
    return [{ pointer: '/goal/times', message: 'A goal is met by a whole number of times, at least 1.' }];
  }
  const most = mostInAPeriod(schedule, goal, zone);
  return most >= goal.times ? [] : [{ pointer: '/goal/times', message: tooMany(goal, most) }];
}

/** How far to look for a period with enough moments: two months are nearly always enough, leap days are rare. */
const LOOK_AHEAD_DAYS = [62, 2 * 366, 40 * 366];

/** The most moments that a week or month of the rule has, as far as one must look to find enough for the goal. */
function mostInAPeriod(schedule: Schedule, goal: Goal, zone: TimeZone | null): number {
  let most = 0;
  for (const days of LOOK_AHEAD_DAYS) {
    const moments = ruleMomentsBetween(schedule, schedule.startDate, addDays(schedule.startDate, days), zone);
    most = mostOfOneKind(moments.map(({ localDate }) => periodKey(localDate, goal.per)));
    if (most >= goal.times) break;
  }
  return most;
}

/** Tells the periods apart; day 4, 5 January 1970, was a Monday. */
function periodKey(date: LocalDate, per: Goal['per']): string | number {
  return per === 'month' ? date.slice(0, 7) : Math.floor((dayNumber(date) + 3) / 7);
}

function mostOfOneKind(keys: (string | number)[]): number {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function tooMany({ times, per }: Goal, most: number): string {
  const said = most === 1 ? 'once' : `${most} times`;
  return `This schedule rings at most ${said} a ${per}, so a goal of ${times} is never met: ask for ${most} or fewer.`;
}
