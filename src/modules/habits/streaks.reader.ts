import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { absent } from '../../kernel/problem';
import { Audit } from '../../platform/audit';
import { ChangeLog } from '../../platform/changes';
import { newId, UnitOfWork } from '../../platform/database';
import { People } from '../users';
import { nextMilestone } from './domain/milestones';
import { freezesHeld, type OverallState } from './domain/overall-streak';
import type { Streak, StreakEvent } from './domain/streak';
import { streakUpdated } from './habits.announcements';
import { HabitsRepository } from './habits.repository';
import type { StreakResponse, StreaksResponse, StreakWithScoresResponse } from './streaks.dto';
import { StreaksRepository } from './streaks.repository';
import { type HabitStreak, StreaksService } from './streaks.service';

/** A person's streaks as they read them, and what they may do about them. */
@Injectable()
export class StreaksReader {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly streaks: StreaksService,
    private readonly repository: StreaksRepository,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly audit: Audit,
    private readonly changes: ChangeLog,
    private readonly clock: Clock,
  ) {}

  async all(userId: string): Promise<StreaksResponse> {
    const streaks = await this.streaks.ofHabits(userId, await this.habits.keptOf(userId));
    return { items: [...streaks.values()].map(shown), overall: overallOf(await this.streaks.overall(userId)) };
  }

  async one(userId: string, habitId: string): Promise<StreakWithScoresResponse> {
    const habit = await this.habits.find(userId, habitId);
    if (!habit) throw absent('habit');
    const { scores, ...streak } = await this.streaks.withScores(userId, habit);
    return { ...shown(streak), scores: scores.map(({ day, score }) => ({ day, score: rounded(score) })) };
  }

  /** From tomorrow on streaks are counted anew. */
  reset(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      await this.write(userId, 'reset');
      await this.audit.record({ userId, action: 'streaks-reset' });
      await this.changes.append([streakUpdated(userId, null)]);
    });
  }

  /** Freezes are used and earned, or not, from today on. Expects the person to be held. */
  switchFreezes(userId: string, enabled: boolean): Promise<void> {
    return this.write(userId, enabled ? 'freezes-on' : 'freezes-off');
  }

  private async write(userId: string, kind: StreakEvent['kind']): Promise<void> {
    const on = await this.streaks.today(userId);
    await this.repository.addEvent(newId(), userId, { on, kind }, this.clock.now());
  }
}

function shown({ score, ...streak }: HabitStreak): StreakResponse {
  return { ...streak, ...milestoneAfter(streak), score: rounded(score) };
}

function overallOf(state: OverallState): StreaksResponse['overall'] {
  const { row, freezesOn, usedOn } = state;
  return { ...row, ...milestoneAfter(row), freezes: { enabled: freezesOn, held: freezesHeld(state), usedOn } };
}

function milestoneAfter({ current }: Streak): { nextMilestone: number; toNextMilestone: number } {
  const next = nextMilestone(current);
  return { nextMilestone: next, toNextMilestone: next - current };
}

/** Finer than anybody can see. */
export function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}
