import { Injectable } from '@nestjs/common';
import { HabitsService } from '../../habits';
import { MemoryResponse } from './memories.dto';
import { MemoriesRepository } from './memories.repository';

/** Shows and forgets what calls keep in mind. */
@Injectable()
export class MemoriesService {
  constructor(
    private readonly memories: MemoriesRepository,
    private readonly habits: HabitsService,
  ) {}

  async get(userId: string, habitId: string): Promise<MemoryResponse> {
    await this.habits.get(userId, habitId);
    return MemoryResponse.of(habitId, await this.memories.of(userId, habitId));
  }

  async forget(userId: string, habitId: string): Promise<void> {
    await this.habits.get(userId, habitId);
    await this.memories.forget(userId, habitId);
  }
}
