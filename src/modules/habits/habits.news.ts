import { topic } from '../../platform/news';

/**
 * These occurrences ask for nothing any more: a person's word came in by whatever way, the habit was paused or deleted,
 * or their time ran out. Whatever still wants to call or write about them falls away in the same transaction.
 */
export const occurrencesClosed = topic<{ userId: string; occurrenceIds: string[] }>('habits.occurrences-closed');

/**
 * The past of these habits was added to, from that day on, by an import: many days at once, and none of them told one by
 * one. Whatever is computed from the past is to be computed anew, in the same transaction.
 */
export const historyImported = topic<{ userId: string; habitIds: string[]; since: string }>('habits.history-imported');

/** A freeze has kept the person's streak of `current` days over that day, which was missed; `left` more are held. */
export const freezeUsed = topic<{ userId: string; day: string; current: number; left: number }>('habits.freeze-used');
