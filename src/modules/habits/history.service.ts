import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { dayAt, type LocalDate, type LocalTime, type TimeZone, utcDateAt } from '../../kernel/local-time';
import { newId } from '../../platform/database';
import { People } from '../users';
import { type History, type Overflow, type Past, type PastMoment, pastMoments, type Twin } from './domain/history';
import { MOST_HABITS } from './domain/limits';
import { type Schedule, zoneOf } from './domain/schedule';
import { checkSchedule } from './domain/schedule-check';
import { scheduleText } from './domain/schedule-text';
import type { Habit } from './habit.entity';
import { targetOf } from './habit.response';
import { timeZoneNeeded } from './habits.problems';
import { HabitsRepository } from './habits.repository';
import { HistoryRepository } from './history.repository';
import { PastDays } from './past-days';
import { Planner } from './planner';
import type { ScheduleResponse } from './schedule.dto';
import { scheduleOf } from './schedule-fields';

/** A habit that was kept elsewhere, with its past. */
export interface BroughtHabit extends History {
  title: string;
  description: string | null;
  kind: Habit['kind'];
  target: { value: number; unit: string; direction: 'at-least' | 'at-most' } | null;
  schedule: Schedule;
  /** Put away where it was kept, and so here. */
  archived: boolean;
}

/** What would come of a brought habit. */
export interface BroughtView {
  schedule: ScheduleResponse;
  from: LocalDate | null;
  to: LocalDate | null;
  completed: number;
  skipped: number;
  missed: number;
}

/** What a habit asks for here, whatever a history that joins it says. */
export interface OwnTerms extends Pick<BroughtHabit, 'kind' | 'target'> {
  schedule: ScheduleResponse;
}

/** What would come of it, and the days that fall upon the moments of others, so that nothing would come of them. */
export interface Look {
  view: BroughtView;
  /** Of the habit it would join; null when a new one is made. */
  joined: OwnTerms | null;
  twins: Twin[];
  /** Numbers of which less counts, as their days have no room for more. */
  overflows: Overflow[];
}

/** What came of it. `days`: how many days were added, or got a word they did not have. */
export interface TakenIn {
  habitId: string;
  isNew: boolean;
  /** Of the habit it joined; null when a new one was made. */
  joined: OwnTerms | null;
  days: number;
  twins: Twin[];
  overflows: Overflow[];
}

/** Takes in habits and past days that were kept elsewhere. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly history: HistoryRepository,
    private readonly pastDays: PastDays,
    private readonly planner: Planner,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** By whose days a history is read. @throws Problem when the person's time zone is not known. */
  async today(userId: string): Promise<{ timeZone: TimeZone; dayEndsAt: LocalTime; day: LocalDate }> {
    const { timeZone, dayEndsAt } = await this.people.profile(userId);
    if (!timeZone) throw timeZoneNeeded();
    return { timeZone, dayEndsAt, day: dayAt(this.clock.now(), timeZone, dayEndsAt) };
  }

  /** The person's habits that are not put away, and how many more they may have. */
  async present(userId: string): Promise<{ habits: { id: string; title: string; kind: string }[]; room: number }> {
    const habits = await this.history.habitsOf(userId);
    return { habits, room: Math.max(0, MOST_HABITS - habits.length) };
  }

  /** What makes no sense in a schedule, each in a sentence; empty when it may be taken in. */
  faultsOf(schedule: Schedule): string[] {
    return checkSchedule(schedule).map(({ message }) => message);
  }

  /** What would come of each, as part of the habit of that id or as a new one. Keeps nothing, and lets others have their turn. */
  async look(userId: string, all: { habitId: string | null; brought: BroughtHabit }[]): Promise<Look[]> {
    const { timeZone, dayEndsAt } = await this.today(userId);
    const ids = all.map(({ habitId }) => habitId).filter((id) => id !== null);
    const known = new Map((await this.habits.findMany(ids)).map((habit) => [habit.id, habit]));
    const looks: Look[] = [];
    for (const { habitId, brought } of all) {
      const own = known.get(habitId ?? '');
      const habit = own ?? newHabit(userId, brought, this.clock.now());
      const { moments, twins, overflows } = pastOf(brought, habit, zoneOf(habit, timeZone), dayEndsAt);
      looks.push({
        view: viewOf(habit, moments),
        joined: own ? termsOf(own) : null,
        twins,
        overflows: habit.kind === 'numeric' ? overflows : [],
      });
      await setImmediate();
    }
    return looks;
  }

  /**
   * Adds what is new of it to that habit, or to one that is made for it and asks by message from now on. Expects the person
   * to be held. Null when a new habit would be one too many.
   */
  async takeIn(userId: string, habitId: string | null, brought: BroughtHabit): Promise<TakenIn | null> {
    const profile = await this.people.profile(userId);
    const known = habitId ? await this.habits.find(userId, habitId) : undefined;
    const habit = known ?? { ...newHabit(userId, brought, this.clock.now()), pausedAt: null };
    const zone = zoneOf(habit, profile.timeZone);
    if (!zone) throw timeZoneNeeded();
    const isNew = known === undefined;
    if (isNew && !brought.archived && (await this.present(userId)).room === 0) return null;
    if (isNew) await this.habits.insert(habit);
    const { moments, twins } = pastOf(brought, habit, zone, profile.dayEndsAt);
    const { days, overflows } = await this.pastDays.add(habit, zone, profile, moments);
    if (isNew && !brought.archived) await this.planner.planAnew([habit.id]);
    else if (days > 0) await this.planner.planAnewAfterWord(habit);
    return { habitId: habit.id, isNew, joined: known ? termsOf(known) : null, days, twins, overflows };
  }
}

/**
 * By the rule it was kept by elsewhere, whatever became of it here. Counted from the day it is counted from here, so that a
 * later history of every third day speaks of the same days.
 */
function pastOf(brought: BroughtHabit, habit: Habit, zone: TimeZone, dayEndsAt: LocalTime): Past {
  const isCounted = /\bINTERVAL=/.test(habit.recurrence ?? '') && habit.recurrence === brought.schedule.recurrence;
  const startDate = isCounted ? habit.startDate : brought.schedule.startDate;
  return pastMoments(brought, { ...brought.schedule, startDate, times: habit.times }, zone, dayEndsAt);
}

function viewOf(habit: Habit, moments: PastMoment[]): BroughtView {
  const days = moments.map(({ day }) => day).sort();
  const having = (status: PastMoment['status']) => moments.filter((moment) => moment.status === status).length;
  return {
    schedule: termsOf(habit).schedule,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    completed: having('completed'),
    skipped: having('skipped'),
    missed: having('missed'),
  };
}

function termsOf(habit: Habit): OwnTerms {
  return { kind: habit.kind, target: targetOf(habit), schedule: { ...scheduleOf(habit), text: scheduleText(habit) } };
}

function newHabit(userId: string, brought: BroughtHabit, now: Date): Habit {
  const { title, description, kind, target, schedule, archived } = brought;
  return {
    id: newId(),
    userId,
    title,
    description,
    kind,
    targetValue: target?.value ?? null,
    targetUnit: target?.unit ?? null,
    targetDirection: target?.direction ?? null,
    ...scheduleOf(schedule),
    channel: 'push',
    lateMinutes: 10,
    voiceId: null,
    archivedAt: archived ? now : null,
    plannedUntil: null,
    plannedBy: '',
    checkpointDue: utcDateAt(now),
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
}
