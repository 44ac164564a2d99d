import { latest } from '../../kernel/clock';
import { atVersion } from '../../platform/http';
import type { Whereabouts } from '../users';
import { nextMoments, zoneOf } from './domain/schedule';
import { scheduleText } from './domain/schedule-text';
import { unitKindOf } from './domain/score';
import type { Habit } from './habit.entity';
import type { HabitResponse } from './habits.dto';
import type { HabitRow, HabitStatus } from './habits.repository';
import { scheduleOf } from './schedule-fields';
import { rounded } from './streaks.reader';
import type { HabitStreak } from './streaks.service';

export function habitResponse(
  habit: HabitRow,
  whereabouts: Whereabouts,
  streak: HabitStreak | undefined,
  now: Date,
): HabitResponse {
  const { id, title, description, kind, channel, lateMinutes, voiceId, createdAt, updatedAt } = habit;
  const response = {
    id,
    title,
    description,
    kind,
    target: targetOf(habit),
    schedule: { ...scheduleOf(habit), text: scheduleText(habit) },
    channel,
    lateMinutes,
    voiceId,
    status: statusOf(habit),
    pause: pauseOf(habit),
    nextDueAt: nextDueAt(habit, whereabouts, now),
    streak: { current: streak?.current ?? 0, longest: streak?.longest ?? 0, unit: unitKindOf(habit) },
    score: rounded(streak?.score ?? 0),
    createdAt,
    updatedAt,
  };
  return atVersion(response, habit.version);
}

export function statusOf(habit: Pick<HabitRow, 'archivedAt' | 'pausedAt'>): HabitStatus {
  if (habit.archivedAt) return 'archived';
  return habit.pausedAt ? 'paused' : 'active';
}

export function targetOf({ targetValue, targetUnit, targetDirection }: Habit): HabitResponse['target'] {
  if (targetValue === null) return null;
  return { value: targetValue, unit: targetUnit!, direction: targetDirection! };
}

function pauseOf({ pauseOf: of, pausedAt, resumesOn }: HabitRow): HabitResponse['pause'] {
  return of && { of, since: pausedAt!, resumesOn };
}

/** The next planned row, or what the rule says beyond the rows that are planned. */
function nextDueAt(habit: HabitRow, whereabouts: Whereabouts, now: Date): Date | null {
  const isSilentForGood = habit.archivedAt ?? (habit.pauseOf && !habit.pauseEndsAt);
  if (isSilentForGood) return null;
  if (habit.nextPlannedAt) return habit.nextPlannedAt;
  const zone = zoneOf(habit, whereabouts.timeZone);
  const from = latest(now, habit.plannedUntil ?? now, habit.pauseEndsAt ?? now);
  return zone ? (nextMoments(habit, zone, whereabouts.dayEndsAt, from, 1)[0]?.dueAt ?? null) : null;
}
