/** A life to look at: habits of every kind and half a year of days, on a fixed day. */
export const TODAY = '2026-11-25';
const NOW = `${TODAY}T11:00:00Z`;
const DAY = 86_400_000;

export type Json = Record<string, unknown>;

export interface Occurrence extends Json {
  id: string | null;
  habitId: string;
  localDate: string;
  localTime: string;
  day: string;
  dueAt: string;
  status: string;
  quantity: number | null;
  checkIn: Json | null;
}

export interface Habit extends Json {
  id: string;
  title: string;
  kind: 'yes-no' | 'numeric';
  target: { value: number; unit: string; direction: 'at-least' | 'at-most' } | null;
  status: 'active' | 'paused' | 'archived';
  schedule: Schedule;
}

export interface Schedule extends Json {
  times: string[];
  exceptions: Exception[];
  goal: Json | null;
}

interface Exception {
  localDate: string;
  localTime: string;
  movedTo: { localDate: string; localTime: string } | null;
}

const PAST_MOVE: Exception = {
  localDate: '2026-11-10',
  localTime: '14:00',
  movedTo: { localDate: '2026-11-10', localTime: '15:00' },
};

/** It is of a schedule of long ago: no schedule is saved with it any more. */
const CANCELED_AT_ANOTHER_TIME: Exception = { localDate: '2026-12-04', localTime: '09:00', movedTo: null };

const LONG =
  'Write three honest pages about the day before anybody else is awake, without looking at the telephone even once, and put them away unread until the first Sunday of the month has come round again, then read on';

const SOME_TITLES = ['Stretch', 'Floss', 'Walk outside', 'Practise the piano', 'Water the plants', 'Tidy one shelf'];

/** A few habits of every kind, or twenty of them. */
export function habitsOf(size: 'few' | 'many' | 'none'): Habit[] {
  if (size === 'none') return [];
  const few = [
    habit('1', 'Read ten pages'),
    habit(
      '2',
      'Drink water',
      { kind: 'numeric', target: { value: 8, unit: 'glasses', direction: 'at-least' } },
      '09:00',
    ),
    habit('3', 'Coffee', { kind: 'numeric', target: { value: 3, unit: 'cups', direction: 'at-most' } }, '14:00', {
      exceptions: [PAST_MOVE, CANCELED_AT_ANOTHER_TIME],
    }),
    habit('4', 'Run', {}, '18:00', { goal: { times: 3, per: 'week' }, text: '3 times a week, every day at 18:00' }),
    habit('5', 'Call my mother', { status: 'archived' }),
  ];
  if (size === 'few') return few;
  const more = Array.from({ length: 15 }, (_, index) =>
    index === 0
      ? habit('6', LONG)
      : habit(`${index + 6}`, `${SOME_TITLES[index % 6]} ${index}`, {}, `${8 + index}:30`.padStart(5, '0')),
  );
  return [...few, ...more];
}

/** The moments of a habit from one day to another, both included, as its answers were. */
export function occurrencesOf({ id, schedule }: Habit, from: string, to: string): Occurrence[] {
  return days(from, to).flatMap((day) =>
    schedule.times
      .filter((localTime) => day <= plusDays(TODAY, 60) && !isCanceled(schedule.exceptions, day, localTime))
      .map((localTime) => occurrence(id, day, localTime, schedule.exceptions)),
  );
}

export function days(from: string, to: string): string[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => plusDays(from, index));
}

export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** A row that climbs, with a dent. */
export function scores(count: number): { day: string; score: number }[] {
  return days(plusDays(TODAY, 1 - count), TODAY).map((day, index) => ({
    day,
    score: Math.round((1 - 0.97 ** (index > 60 ? index - 15 : index)) * 1000) / 1000,
  }));
}

function habit(id: string, title: string, rest: Partial<Habit> = {}, time = '07:00', schedule: Json = {}): Habit {
  return {
    id,
    title,
    description: null,
    kind: 'yes-no',
    target: null,
    channel: 'call',
    lateMinutes: 10,
    voiceId: null,
    status: 'active',
    pause: null,
    nextDueAt: `2026-11-26T${time}:00Z`,
    streak: { current: 12, longest: 31, unit: schedule.goal ? 'week' : 'day' },
    score: 0.62,
    createdAt: '2026-06-01T08:00:00Z',
    updatedAt: '2026-06-01T08:00:00Z',
    ...rest,
    schedule: {
      startDate: '2026-06-01',
      endDate: null,
      times: [time],
      recurrence: 'FREQ=DAILY',
      timeZone: null,
      goal: null,
      exceptions: [],
      text: `Every day at ${time}`,
      ...schedule,
    },
  };
}

function isCanceled(exceptions: Exception[], day: string, localTime: string): boolean {
  return exceptions.some((change) => change.localDate === day && change.localTime === localTime && !change.movedTo);
}

function occurrence(habitId: string, localDate: string, localTime: string, exceptions: Exception[]): Occurrence {
  const movedTo = exceptions.find(
    (change) => change.localDate === localDate && change.localTime === localTime,
  )?.movedTo;
  const due = movedTo ?? { localDate, localTime };
  const dueAt = `${due.localDate}T${due.localTime}:00Z`;
  return {
    id: due.localDate > plusDays(TODAY, 2) ? null : `${habitId}-${localDate}-${localTime.replace(':', '')}`,
    habitId,
    localDate,
    localTime,
    day: due.localDate,
    timeZone: 'UTC',
    dueAt,
    closesAt: `${due.localDate}T23:59:00Z`,
    closedBecause: null,
    ...counted(habitId, answerOf(habitId, due.localDate, dueAt)),
  };
}

const QUANTITIES: Record<string, number> = { 2: 8, 3: 2 };

/** What is counted is done by its number; today, three of it so far. */
function counted(habitId: string, answer: Answer): Answer & Pick<Occurrence, 'quantity'> {
  const quantity = QUANTITIES[habitId] ?? null;
  if (quantity === null || answer.status === 'planned' || answer.status === 'skipped')
    return { ...answer, quantity: null };
  if (answer.status === 'due') return { ...answer, quantity: 3 };
  return { ...answer, quantity, checkIn: answer.checkIn && { ...answer.checkIn, quantity } };
}

type Answer = Pick<Occurrence, 'status' | 'checkIn'>;

function answerOf(habitId: string, day: string, dueAt: string): Answer {
  if (day > TODAY || dueAt > NOW) return { status: 'planned', checkIn: null };
  if (day === TODAY) return { status: 'due', checkIn: null };
  if (day < '2026-06-01') return { status: 'missed', checkIn: null };
  const number = Number(day.slice(8)) + Number(habitId);
  if (number % 11 === 0)
    return { status: 'skipped', checkIn: word('skipped', dueAt, { reason: 'sick', note: 'A cold.' }) };
  if (number % 9 === 0) return { status: 'missed', checkIn: null };
  if (number % 13 === 0) return { status: 'completed', checkIn: word('completed', dueAt, { backfill: true }) };
  return { status: 'completed', checkIn: word('completed', dueAt, { via: 'call', quote: 'yes, just finished' }) };
}

export function word(status: string, at: string, rest: Json = {}): Json {
  return { status, via: 'app', at, quantity: null, quote: null, reason: null, note: null, backfill: false, ...rest };
}
