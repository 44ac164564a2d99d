/** One line of the timetable: when a job runs, where, and for how long at most. Times are in milliseconds. */
export interface Entry {
  /** Between two starts; the whole second is the finest step. For `one` replica, aligned to the clock: each hour on the hour. */
  every: number;
  role: 'worker' | 'api';
  replica: 'each' | 'one';
  /** A run that takes longer is reported as overdue and its signal aborts; it is never run a second time beside itself. */
  within: number;
  /** Needed to bring things under way to their end: goes on while the process drains. */
  untilTheEnd?: true;
}

export type Timetable = Readonly<Record<string, Entry>>;

/** What a job does. The signal aborts when its time is over or the process stops. */
export type Work = (signal: AbortSignal) => Promise<unknown>;
