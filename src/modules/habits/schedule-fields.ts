import { asIanaSpells } from '../../kernel/local-time';
import { type FieldError, invalidFields, type Problem } from '../../kernel/problem';
import { checkAhead, type HereAndNow } from './domain/ahead-check';
import type { Exception, Schedule } from './domain/schedule';
import { checkSchedule, ringsTooOften } from './domain/schedule-check';
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
  const { startDate, endDate, recurrence } = rest;
  const timeZone = rest.timeZone && asIanaSpells(rest.timeZone);
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
  const errors = [...targetErrors(habit), ...(schedule ? checkSchedule(schedule).map(inSchedule) : [])];
  if (errors.length > 0) throw refusal(errors, schedule);
}

/**
 * @param tell how to name a field of the schedule
 * @throws Problem when the schedule makes no sense.
 */
export function scheduleMustMakeSense(schedule: Schedule, tell = inSchedule): void {
  const errors = checkSchedule(schedule).map(tell);
  if (errors.length > 0) throw refusal(errors, schedule);
}

/**
 * @param before the schedule that this one takes the place of; null for a new one
 * @param tell how to name a field of the schedule
 * @throws Problem when a new schedule would never ring, or when it changes what is past.
 */
export function mustLieAhead(schedule: Schedule, before: Schedule | null, here: HereAndNow, tell = inSchedule): void {
  const errors = checkAhead(schedule, before, here).map(tell);
  if (errors.length > 0) throw invalidFields(errors);
}

/** A limit has a code of its own, so that a client may tell it. */
function refusal(errors: FieldError[], schedule: Schedule | undefined): Problem {
  return schedule && ringsTooOften(schedule) ? tooManyTimes(errors) : invalidFields(errors);
}

function inSchedule({ pointer, message }: FieldError): FieldError {
  return { pointer: `/schedule${pointer}`, message };
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
