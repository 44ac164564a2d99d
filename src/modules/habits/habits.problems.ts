import { type FieldError, Problem, problemKind } from '../../kernel/problem';

const TIME_ZONE_NEEDED = problemKind({
  code: 'time-zone-needed',
  status: 409,
  title: 'Your time zone is not known',
  category: 'conflict',
  remedy: 'Set "timeZone" by PATCH /api/v1/me, or pin the schedule of the habit to a zone.',
});

const HABIT_ARCHIVED = problemKind({
  code: 'habit-archived',
  status: 409,
  title: 'The habit is archived',
  category: 'conflict',
  remedy: 'Take the habit out of the archive by DELETE /api/v1/habits/{id}/archive.',
});

const TOO_MANY_HABITS = problemKind({
  code: 'too-many-habits',
  status: 409,
  title: 'There are too many habits',
  category: 'conflict',
  remedy:
    'Archive a habit that is not asked any more by PUT /api/v1/habits/{id}/archive: an archived one does not count.',
});

const TOO_EARLY = problemKind({
  code: 'too-early',
  status: 409,
  title: 'Too early to check in',
  category: 'conflict',
  remedy: 'A check-in may come at most 48 hours before its time. Check in later.',
});

const TOO_MANY_TIMES = problemKind({
  code: 'too-many-times',
  status: 400,
  title: 'Too many times a day',
  category: 'validation',
  remedy: 'A habit rings at most 24 times a day. Leave out some of the "times" of its schedule.',
});

const HOME_FIRST = 'Tell us where you live first: PATCH /api/v1/me {"timeZone": "Europe/Lisbon"}';

/** For requests without a field for a zone: it can be set on the profile alone. */
export const timeZoneNeeded = () => new Problem(TIME_ZONE_NEEDED, `${HOME_FIRST}.`);

/** For requests with a schedule, which can be pinned to a zone. */
export const timeZoneNeededToPlan = () =>
  new Problem(TIME_ZONE_NEEDED, `${HOME_FIRST}, or pin the habit's schedule to a zone.`, [
    { pointer: '/schedule/timeZone', message: 'Name an IANA time zone, or set one on your profile.' },
  ]);

export const habitArchived = () => new Problem(HABIT_ARCHIVED, 'Take the habit out of the archive first.');

export const tooManyHabits = (most: number) =>
  new Problem(
    TOO_MANY_HABITS,
    `You have ${most} habits, which is as many as there may be at a time. Archive one that you are done with first.`,
  );

export const tooEarly = () => new Problem(TOO_EARLY, 'A check-in may come at most 48 hours before its time.');

/** `errors` are all that is wrong with the schedule, the number of its times among them. */
export const tooManyTimes = (errors: FieldError[]) =>
  new Problem(TOO_MANY_TIMES, errors.map(({ message }) => message).join(' '), errors);
