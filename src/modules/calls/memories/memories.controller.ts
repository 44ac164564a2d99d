import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../../kernel/principal';
import { CurrentUser, PageQuery, PathId } from '../../../platform/http';
import type { MemoryPage, MemoryResponse } from './memories.dto';
import { MemoriesService } from './memories.service';

@ApiTags('calls')
@ApiBearerAuth()
@Controller()
export class MemoriesController {
  constructor(private readonly memories: MemoriesService) {}

  /** Everything calls keep in mind about your habits, the latest first. */
  @Get('memories')
  list(@CurrentUser() { userId }: Principal, @Query() query: PageQuery): Promise<MemoryPage> {
    return this.memories.list(userId, query);
  }

  /** The one thing calls keep in mind about this habit, as you agreed in a call; `memory` is null when there is none. */
  @Get('habits/:id/memory')
  get(@CurrentUser() { userId }: Principal, @PathId('habit') id: string): Promise<MemoryResponse> {
    return this.memories.get(userId, id);
  }

  /** Forgets it. Forgetting nothing is fine. */
  @Delete('habits/:id/memory')
  @HttpCode(204)
  forget(@CurrentUser() { userId }: Principal, @PathId('habit') id: string): Promise<void> {
    return this.memories.forget(userId, id);
  }
}
