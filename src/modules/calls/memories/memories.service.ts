import { Injectable } from '@nestjs/common';
import { type Page, type PageQuery, pageOf, readCursor } from '../../../platform/http';
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

  async list(userId: string, { limit, cursor }: PageQuery): Promise<Page<MemoryResponse>> {
    const facts = await this.memories.list(userId, readCursor(cursor), limit);
    return pageOf(
      facts,
      limit,
      ({ saidAt: at, habitId: id }) => ({ at, id }),
      (fact) => MemoryResponse.of(fact.habitId, fact),
    );
  }

  async get(userId: string, habitId: string): Promise<MemoryResponse> {
    await this.habits.get(userId, habitId);
    return MemoryResponse.of(habitId, await this.memories.of(userId, habitId));
  }

  async forget(userId: string, habitId: string): Promise<void> {
    await this.habits.get(userId, habitId);
    await this.memories.forget(userId, habitId);
  }
}
