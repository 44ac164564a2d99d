import type { FoundRule } from './found';

type Frequency = Pick<FoundRule, 'recurrence' | 'goal'> & { remark: string | null };

/** Loop's "so many times in so many days", as near as it can be had. The remark says where it is not the same. */
export function frequencyOf(times: number, days: number): Frequency {
  if (times >= days) return { ...EVERY_DAY, remark: null };
  if (days === 7) return { ...goal(times, 'week'), remark: null };
  if (days === 30 || days === 31) return { ...goal(times, 'month'), remark: null };
  if (times === 1) return { recurrence: `FREQ=DAILY;INTERVAL=${days}`, goal: null, remark: null };
  const aWeek = Math.round((times * 7) / days);
  const aMonth = Math.max(1, Math.round((times * 30) / days));
  const nearest = aWeek >= 7 ? EVERY_DAY : aWeek >= 1 ? goal(aWeek, 'week') : goal(aMonth, 'month');
  return { ...nearest, remark: `Loop asks for it ${times} times in ${days} days; here it is ${inWords(nearest)}.` };
}

const EVERY_DAY: Pick<FoundRule, 'recurrence' | 'goal'> = { recurrence: 'FREQ=DAILY', goal: null };

function goal(times: number, per: 'week' | 'month') {
  return { ...EVERY_DAY, goal: { times, per } };
}

function inWords({ goal }: Pick<FoundRule, 'goal'>): string {
  return goal ? `${goal.times} times a ${goal.per}` : 'every day';
}
