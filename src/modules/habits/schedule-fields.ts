import type { LocalTime, TimeZone } from '../../kernel/local-time';
import { type FieldError, invalidFields, type Problem } from '../../kernel/problem';
import { type Exception, nextMoments, type Schedule } from './domain/schedule';
import { checkSchedule, checkZone, ringsTooOften } from './domain/schedule-check';
import type { Habit } from './habit.entity';
import type { CreateHabitRequest, UpdateHabitRequest } from './habits.dto';
import { tooManyTimes } from './habits.problems';

/** The columns a request speaks of; what it leaves out is left out here. */
export function fieldsOf(request: CreateHabitRequest | UpdateHabitRequest): Partial<Habit> {
  const { title, description, kind, target, channel, lateMinutes, voiceId, schedule } = request;
  const plain = { title, description, kind, channel, lateMinutes, voiceId };
  const spoken = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...spoken,
    ...((target !== undefined || kind === 'yes-no') && targetColumns(target)),
    ...(schedule && scheduleOf(schedule)),
  };
}

function targetColumns(target: CreateHabitRequest['target']) {
  return {
    targetValue: target?.value ?? null,
    targetUnit: target?.unit ?? null,
    targetDirection: target?.direction ?? null,
  };
}

/** The schedule alone, in the order of the clock, as plain as it is stored. */
export function scheduleOf({ times, goal, exceptions, ...rest }: Schedule): Schedule {
  const { startDate, endDate, recurrence, timeZone } = rest;
  const plainly = { goal: goal && { times: goal.times, per: goal.per }, exceptions: exceptions.map(plain) };
  return { startDate, endDate, times: [...times].sort(), recurrence, timeZone, ...plainly };
}

function plain({ localDate, localTime, movedTo }: Exception): Exception {
  return { localDate, localTime, movedTo: movedTo && { localDate: movedTo.localDate, localTime: movedTo.localTime } };
}

/** @throws Problem naming each field that makes no sense, and what would be right. */
export function mustMakeSense(
  habit: Pick<CreateHabitRequest, 'kind' | 'target'>,
  schedule: Schedule | undefined = (habit as CreateHabitRequest).schedule,
): void {
  const errors = [...targetErrors(habit), ...(schedule ? scheduleErrors(schedule) : [])];
  if (errors.length > 0) throw refusal(errors, schedule);
}

/** @throws Problem when the schedule makes no sense; of one said in words, `/text` is the only field there is. */
export function scheduleMustMakeSense(schedule: Schedule, saidIn: '/schedule' | '/text' = '/schedule'): void {
  const errors = scheduleErrors(schedule).map((error) => (saidIn === '/text' ? { ...error, pointer: saidIn } : error));
  if (errors.length > 0) throw refusal(errors, schedule);
}

/** @throws Problem naming `/timeZone`, and the zone that was probably meant. */
export function zoneMustExist(timeZone: TimeZone): void {
  const errors = checkZone(timeZone);
  if (errors.length > 0) throw invalidFields(errors);
}

/** @throws Problem when all that the schedule names is past: a new habit that never rings is a mistake. */
export function mustLieAhead(schedule: Schedule, zone: TimeZone, dayEndsAt: LocalTime, now: Date): void {
  if (!hasAnEnd(schedule) || nextMoments(schedule, zone, dayEndsAt, now, 1).length > 0) return;
  const pointer = schedule.recurrence === null ? '/schedule/startDate' : '/schedule/endDate';
  throw invalidFields([{ pointer, message: 'All of this schedule is past: choose a date or a time still to come.' }]);
}

function hasAnEnd({ recurrence, endDate }: Schedule): boolean {
  return recurrence === null || endDate !== null || /\b(UNTIL|COUNT)=/.test(recurrence);
}

/** A limit has a code of its own, so that a client may tell it. */
function refusal(errors: FieldError[], schedule: Schedule | undefined): Problem {
  return schedule && ringsTooOften(schedule) ? tooManyTimes(errors) : invalidFields(errors);
}

function scheduleErrors(schedule: Schedule): FieldError[] {
  return checkSchedule(schedule).map(({ pointer, message }) => ({ pointer: `/schedule${pointer}`, message }));
}

function targetErrors({ kind, target }: Pick<CreateHabitRequest, 'kind' | 'target'>): FieldError[] {
  if (kind !== 'numeric' && target)
    return [{ pointer: '/target', message: 'Only a numeric habit has a target: make it null.' }];
  if (kind === 'numeric' && !target)
    return [
      {
        pointer: '/target',
        message: 'A numeric habit needs a target, as {"value": 5, "unit": "km", "direction": "at-least"}.',
      },
    ];
  return [];
}
