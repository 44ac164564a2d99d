import type { BriefedHabit, Briefing } from '../conversation/briefing';
import { type CallSituation, situationFor } from './situation';

const WEEKS = { last: { done: 4, asked: 7 }, before: { done: 3, asked: 7 } };

/** One habit as it stands on each day of its own kind. */
const STANDINGS: Partial<Record<CallSituation, Partial<BriefedHabit>>> = {
  'milestone-near': { streakIfDone: 7, streakAtStake: 6, reachesMilestone: true },
  'streak-at-stake': { streakIfDone: 5, streakAtStake: 4 },
  'missed-yesterday': { streakIfDone: 1, streakAtStake: 0, missedYesterday: true },
  monday: { streakIfDone: 2, streakAtStake: 1, weeks: WEEKS },
  'plain-day': { streakIfDone: 2, streakAtStake: 1 },
};

const PURPOSES: Partial<Record<CallSituation, Briefing['purpose']>> = {
  'test-call': 'test',
  'asked-for': 'now',
  callback: 'callback',
  'follow-up': 'follow-up',
  inbound: 'inbound',
  'inbound-all-done': 'inbound',
};

/** Calls that ask about nothing. */
const WITHOUT_HABITS: ReadonlySet<CallSituation> = new Set(['test-call', 'inbound-all-done']);

/** The same call in another situation, with numbers that could be: to show how it would sound. */
export function inSituation(briefing: Briefing, situation: CallSituation): Briefing {
  if (situationFor(briefing) === situation) return briefing;
  const [first] = briefing.habits;
  const plain = { ...first!, streakAtStake: 0, reachesMilestone: false, missedYesterday: false, weeks: undefined };
  const standing = STANDINGS[situation];
  const habit = standing ? { ...plain, ...standing } : first!;
  return {
    ...briefing,
    purpose: PURPOSES[situation] ?? 'due',
    firstCall: situation === 'first-call',
    habits: WITHOUT_HABITS.has(situation) ? [] : situation === 'several-habits' ? [habit, habit] : [habit],
  };
}
