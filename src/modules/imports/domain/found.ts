import type { LocalDate, LocalTime, TimeZone } from '../../../kernel/local-time';

/** Something in a file that was not taken, or not as it stands there, as the person finds it there. */
export interface Rejection {
  /** The file inside the one that was sent, or the place in it; null when that is the file itself. */
  file: string | null;
  /** Counted from 1, the head of a table included; null when it is not about one row. */
  row: number | null;
  reason: string;
}

/** What a file tells of one day. */
export interface FoundDay {
  /** Its row in the table that tells of it; null when that is no table. */
  row: number | null;
  date: LocalDate;
  /** Null: the file names no time of day. */
  time: LocalTime | null;
  /** Null: what the number of its day makes of it, by the target. */
  status: 'completed' | 'skipped' | 'missed' | null;
  quantity: number | null;
  reason: string | null;
  note: string | null;
}

/** How often it is to be done. */
export interface FoundRule {
  /** False: the file names none, so that a new habit is due every day. */
  isNamed: boolean;
  /** Null: from its first day on. */
  startDate: LocalDate | null;
  recurrence: string | null;
  goal: { times: number; per: 'week' | 'month' } | null;
  /** Empty: the file names no time of day. */
  times: LocalTime[];
}

/** A habit as a file tells of it. */
export interface FoundHabit {
  /** What it is known by in every file of this kind. */
  key: string;
  title: string;
  description: string | null;
  kind: 'yes-no' | 'numeric';
  target: { value: number; unit: string; direction: 'at-least' | 'at-most' } | null;
  rule: FoundRule;
  archived: boolean;
  told: FoundDay[];
  /** Dates on which it was due and not done, though nobody said so. */
  missed: LocalDate[];
  /** Dates of which nothing is said though it was due: it was not done. Null: of those nothing is known. */
  silence: { from: LocalDate; to: LocalDate; spared: LocalDate[] } | null;
  /** What is a little different here than it was there. */
  remarks: string[];
  /** Where it stands in the file. */
  place: Pick<Rejection, 'file' | 'row'>;
}

export interface Found {
  habits: FoundHabit[];
  rejected: Rejection[];
}

/** The person's day that is now, and where they live it. */
export interface Today {
  day: LocalDate;
  timeZone: TimeZone;
}

/** A table as a spreadsheet shows it. */
export interface Sheet {
  file: string | null;
  /** Without those that are empty; each with its number, the head's being 1. */
  rows: { number: number; cells: string[] }[];
}
