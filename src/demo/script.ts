import { type LocalDate, type LocalTime, type WallTime, weekdayOf } from '../kernel/local-time';

/** Who the month is about. */
export const ADA = { email: 'ada@demo.callivate.example', name: 'Ada', timeZone: 'Europe/Berlin' } as const;

/** A whole month on the calendar's page, with the night in it on which Berlin's clocks jump from 02:00 to 03:00. */
export const MONTH = {
  name: '2026-03',
  from: { date: '2026-03-01', time: '08:00' },
  until: { date: '2026-03-31', time: '23:00' },
} as const satisfies { name: string; from: WallTime; until: WallTime };

export interface HabitOfAda {
  title: string;
  time: LocalTime;
  recurrence: string;
  channel: 'call' | 'push';
}

/** The vitamins belong to the night shifts of the weekend: at 02:30, a time the spring night does not have. */
export const HABITS = {
  read: { title: 'Read ten pages', time: '20:00', recurrence: 'FREQ=DAILY', channel: 'call' },
  run: { title: 'Run', time: '07:00', recurrence: 'FREQ=WEEKLY;BYDAY=MO,WE,FR', channel: 'call' },
  vitamins: { title: 'Take vitamins', time: '02:30', recurrence: 'FREQ=WEEKLY;BYDAY=SA,SU', channel: 'call' },
  meditate: { title: 'Meditate', time: '12:00', recurrence: 'FREQ=WEEKLY;BYDAY=TU,TH,SU', channel: 'push' },
} as const satisfies Record<string, HabitOfAda>;

/** A phone that rings: what about, on which of the habit's own dates, and for the how manieth time. */
export interface Ring {
  title: string;
  date: LocalDate;
  attempt: number;
}

/** What Ada does when it rings. Words are said one after the other, each after something was asked. */
export type Reaction =
  | { does: 'says'; words: string[] }
  | { does: 'presses'; key: string }
  | { does: 'declines' }
  | { does: 'misses' };

/** A check-in she makes in the app, without having been called. */
export interface Deed {
  at: LocalTime;
  habit: HabitOfAda;
  status: 'completed' | 'skipped';
  reason?: 'sick';
}

/** What Ada does when her phone rings; on an ordinary day it is one way or another of saying yes. */
export function reactionTo({ title, date, attempt }: Ring): Reaction {
  return EXTRAORDINARY[`${date} ${title}`]?.[attempt - 1] ?? usually(title, dayOfMonth(date));
}

/** What she checks in by herself on this date, the earliest first. */
export function deedsOn(date: LocalDate): Deed[] {
  return [...(EARLY[date] ?? []), ...meditationOn(date)].sort((a, b) => a.at.localeCompare(b.at));
}

const YES = ['yes, just finished', 'yes', 'done', 'I did it', 'yes, I did'];
const ONE_KEY_IN = 5;

const says = (...words: string[]): Reaction => ({ does: 'says', words });
const MISSES: Reaction = { does: 'misses' };
const DECLINES: Reaction = { does: 'declines' };

/** The days that are not like the others: her reactions to the first ring, the second, and so on. */
const EXTRAORDINARY: Record<string, Reaction[]> = {
  '2026-03-03 Read ten pages': [says('not yet, call me in twenty minutes'), says('yes, just finished')],
  '2026-03-05 Read ten pages': [DECLINES, says('I have done it')],
  '2026-03-09 Read ten pages': [MISSES, says('yes, it is done')],
  '2026-03-12 Read ten pages': [MISSES, MISSES],
  '2026-03-16 Run': [says('skip today, I am sick')],
  '2026-03-16 Read ten pages': [says('skip today, I am sick')],
  '2026-03-19 Read ten pages': [says('no, not yet'), says('done')],
  '2026-03-24 Read ten pages': [says('who is this?', 'yes, just finished')],
  '2026-03-27 Read ten pages': [says('call me at half past nine'), says('yes')],
};

/** Done before it was asked: the phone stays silent. */
const EARLY: Record<LocalDate, Deed[]> = {
  '2026-03-11': [{ at: '06:40', habit: HABITS.run, status: 'completed' }],
  '2026-03-22': [{ at: '18:30', habit: HABITS.read, status: 'completed' }],
};

const MEDITATION_DAYS = [2, 4, 7];

const MEDITATIONS: Record<LocalDate, 'forgotten' | Pick<Deed, 'status' | 'reason'>> = {
  '2026-03-12': 'forgotten',
  '2026-03-17': { status: 'skipped', reason: 'sick' },
};

/** Some minutes after the message that asks for it. */
function meditationOn(date: LocalDate): Deed[] {
  const word = MEDITATIONS[date] ?? { status: 'completed' };
  if (word === 'forgotten' || !MEDITATION_DAYS.includes(weekdayOf(date))) return [];
  return [{ at: `12:${10 + (dayOfMonth(date) % 4) * 10}`, habit: HABITS.meditate, ...word }];
}

/** Whoever works the night shift does not talk: a key is enough. */
function usually(title: string, day: number): Reaction {
  const isShort = title === HABITS.vitamins.title || day % ONE_KEY_IN === 0;
  return isShort ? { does: 'presses', key: '1' } : says(YES[day % YES.length]!);
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8));
}
