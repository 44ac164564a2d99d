import { type Json, type Occurrence, type Schedule, TODAY } from './scripted-life';

/** An answer that is a problem. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Json,
  ) {
    super(String(problem.detail));
  }
}

/** Of somebody who has changed nothing. */
export const SETTINGS = {
  ringOn: 'app',
  appRings: 'any-hour',
  callingWindow: { start: '08:00', end: '21:00', days: {} },
  followUpMinutes: 30,
  graceMinutes: 120,
  bundleMinutes: 10,
  dayEndsAt: '00:00',
  timeFormat: '24h',
  language: 'en',
  silentUntil: null,
  defaultVoiceId: null,
  streakFreezes: true,
  voicemail: 'hang-up',
  keepTranscripts: true,
};

export function session(): Json {
  return { accessToken: 'a', refreshToken: 'r', user: {} };
}

export function sumOf(occurrences: Occurrence[]): Json {
  const count = (status: string) => occurrences.filter((one) => one.status === status).length;
  const [completed, skipped, missed] = [count('completed'), count('skipped'), count('missed')];
  const open = occurrences.length - completed - skipped - missed;
  return {
    status: statusOf({ completed, skipped, missed, open }),
    due: occurrences.length,
    completed,
    skipped,
    missed,
  };
}

function statusOf({ completed, skipped, missed, open }: Record<string, number>): string {
  if (open) return 'pending';
  if (completed && missed) return 'partial';
  if (completed) return 'completed';
  if (missed) return 'missed';
  return skipped ? 'skipped' : 'none';
}

/** Understands two sentences, and any schedule. */
export function preview({ text, schedule }: Json): Json {
  const instants = ['2026-11-27T07:00:00Z', '2026-11-30T07:00:00Z', '2026-12-02T07:00:00Z'];
  const made = { startDate: TODAY, endDate: null, times: ['07:00'], timeZone: null, goal: null, exceptions: [] };
  if (schedule) return { instants, text: wordsFor(schedule as Schedule), schedule: fitting(schedule as Schedule) };
  if (text === 'Mon, Wed and Fri at 07:00')
    return { instants, text, schedule: { ...made, recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR' } };
  if (text === 'last workday of the month at 17:00') {
    const recurrence = 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1';
    return {
      instants,
      text: 'The last workday of every month at 17:00',
      schedule: { ...made, times: ['17:00'], recurrence },
    };
  }
  const errors = [
    { pointer: '/text', message: 'This is not a schedule yet; say it like "Mon, Wed and Fri at 07:00".' },
  ];
  throw new Refusal(400, { detail: 'Something in the request is not right.', errors });
}

/** Refuses single changes of times that the schedule does not have. */
export function fitting(schedule: Schedule): Schedule {
  const errors = schedule.exceptions.flatMap(({ localDate, localTime }, index) => {
    const message = `${localDate} at ${localTime} is no moment of this schedule.`;
    return schedule.times.includes(localTime) ? [] : [{ pointer: `/schedule/exceptions/${index}`, message }];
  });
  if (errors.length > 0) throw new Refusal(400, { detail: 'Something in the request is not right.', errors });
  return schedule;
}

function wordsFor({ recurrence, times }: Schedule): string {
  const days = recurrence === 'FREQ=WEEKLY;BYDAY=MO,WE,FR' ? 'Mon, Wed and Fri' : 'Every day';
  return `${days} at ${times.join(' and ')}`;
}

export function importOf(source: string, appliedAt: string | null): Json {
  const one = {
    habitId: null,
    schedule: { text: 'Every day at 20:00' },
    from: '2025-01-04',
    to: '2026-11-24',
    remarks: [],
  };
  return {
    id: 'i1',
    source,
    appliedAt,
    habits: [
      { ...one, title: 'Meditate', completed: 301, skipped: 12, missed: 40 },
      { ...one, title: 'Read ten pages', habitId: '1', completed: 88, skipped: 0, missed: 2 },
    ],
    rejected: [{ file: 'Checkmarks.csv', row: 17, reason: '"2026-02-30" is not a date.' }],
  };
}

export function absent(): Refusal {
  return new Refusal(404, { detail: 'There is no such thing.', code: 'not-found' });
}

/** There is no such thing. */
export function refuse(): never {
  throw absent();
}
