import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { ExpectedVersion } from '../../platform/http';
import { People } from '../users';
import { zoneOf } from './domain/schedule';
import type { HabitResponse } from './habits.dto';
import { habitArchived } from './habits.problems';
import type { HabitRow } from './habits.repository';
import { HabitsService } from './habits.service';
import { pauseEnd } from './pause-end';
import type { PauseRequest } from './pauses.dto';
import { type Pause, PausesRepository } from './pauses.repository';

/** Pauses of one habit: a set, never a toggle. */
@Injectable()
export class PausesService {
  constructor(
    private readonly habits: HabitsService,
    private readonly pauses: PausesRepository,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** From now on it neither rings nor counts, until that day or until it is resumed. Said again, the last word holds. */
  pause(
    userId: string,
    id: string,
    { resumesOn = null }: PauseRequest = {},
    expected = ExpectedVersion.any,
  ): Promise<HabitResponse> {
    return this.habits.changing(userId, id, async (habit) => {
      if (habit.archivedAt) throw habitArchived();
      const running = await this.pauses.running('habit', id, this.clock.now());
      if (running && running.resumesOn === resumesOn) return;
      expected.mustBe(habit.version);
      await this.set(habit, running, resumesOn);
      await this.habits.restsOtherwise(id);
    });
  }

  /** What is still to come today rings again. */
  resume(userId: string, id: string, expected = ExpectedVersion.any): Promise<HabitResponse> {
    return this.habits.changing(userId, id, async (habit) => {
      const now = this.clock.now();
      const running = await this.pauses.running('habit', id, now);
      if (!running) return;
      expected.mustBe(habit.version);
      await this.pauses.setEnd('habit', running.id, { resumesOn: null, endedAt: now });
      await this.habits.restsOtherwise(id);
    });
  }

  private async set(habit: HabitRow, running: Pause | undefined, resumesOn: string | null): Promise<void> {
    const { timeZone, dayEndsAt } = await this.people.profile(habit.userId);
    const now = this.clock.now();
    const end = pauseEnd(resumesOn, { timeZone: zoneOf(habit, timeZone), dayEndsAt }, now);
    if (running) await this.pauses.setEnd('habit', running.id, end);
    else await this.pauses.startOfHabit(habit.id, habit.userId, now, end);
  }
}
