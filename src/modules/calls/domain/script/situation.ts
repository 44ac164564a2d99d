import type { BriefedHabit, Briefing } from '../conversation/briefing';

/** What a call is like for the person it calls: the greeting and the praise are written for each. */
export const CALL_SITUATIONS = [
  'test-call',
  'asked-for',
  'callback',
  'follow-up',
  'inbound',
  'inbound-all-done',
  'first-call',
  'several-habits',
  'milestone-near',
  'streak-at-stake',
  'missed-yesterday',
  'monday',
  'plain-day',
] as const;
export type CallSituation = (typeof CALL_SITUATIONS)[number];

/** All that decides which situation a call is in. */
export type SituationFacts = Pick<Briefing, 'purpose' | 'habits' | 'firstCall'>;

const BY_PURPOSE: Partial<Record<Briefing['purpose'], CallSituation>> = {
  test: 'test-call',
  now: 'asked-for',
  callback: 'callback',
  'follow-up': 'follow-up',
};

/** A row so short is not yet something to lose. */
const SHORTEST_STREAK = 3;

/** The situation of a call: why it was made comes before how often, and that before how the one habit stands. */
export function situationFor({ purpose, habits, firstCall }: SituationFacts): CallSituation {
  if (purpose === 'inbound') return habits.some(({ open }) => open) ? 'inbound' : 'inbound-all-done';
  const byPurpose = BY_PURPOSE[purpose];
  if (byPurpose) return byPurpose;
  if (firstCall) return 'first-call';
  const [habit, ...others] = spokenOf(habits);
  if (!habit) return 'plain-day';
  return others.length > 0 ? 'several-habits' : situationOf(habit);
}

/** What is open, or all of it when nothing is. */
export function spokenOf(habits: readonly BriefedHabit[]): readonly BriefedHabit[] {
  const open = habits.filter((habit) => habit.open);
  return open.length > 0 ? open : habits;
}

function situationOf(habit: BriefedHabit): CallSituation {
  const { reachesMilestone, streakAtStake = 0, missedYesterday, weeks } = habit;
  if (reachesMilestone) return 'milestone-near';
  if (streakAtStake >= SHORTEST_STREAK) return 'streak-at-stake';
  if (missedYesterday) return 'missed-yesterday';
  return weeks ? 'monday' : 'plain-day';
}
