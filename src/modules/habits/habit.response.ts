import { atVersion } from '../../platform/http';
import { scheduleText } from './domain/schedule-text';
import { unitKindOf } from './domain/score';
import type { Habit } from './habit.entity';
import type { HabitResponse } from './habits.dto';
import type { HabitRow, HabitStatus } from './habits.repository';
import { scheduleOf } from './schedule-fields';
import { rounded } from './streaks.reader';
import type { HabitStreak } from './streaks.service';

export function habitResponse(habit: HabitRow, streak: HabitStreak | undefined, nextDueAt: Date | null): HabitResponse {
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
    nextDueAt,
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
