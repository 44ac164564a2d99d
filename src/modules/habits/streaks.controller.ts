import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, PathId } from '../../platform/http';
import { StreaksResponse, StreakWithScoresResponse } from './streaks.dto';
import { StreaksReader } from './streaks.reader';

@ApiTags('days')
@ApiBearerAuth()
@Controller()
export class StreaksController {
  constructor(private readonly streaks: StreaksReader) {}

  /** Streaks of each habit and over all. */
  @Get('streaks')
  all(@CurrentUser() { userId }: Principal): Promise<StreaksResponse> {
    return this.streaks.all(userId);
  }

  /** The streak of one habit, and how its strength came about. */
  @Get('habits/:id/streak')
  one(@CurrentUser() { userId }: Principal, @PathId('habit') id: string): Promise<StreakWithScoresResponse> {
    return this.streaks.one(userId, id);
  }

  /** Begins all streaks anew: today and what was before it count no more. What was done stays, and so does the strength. */
  @Post('me/streak-reset')
  @HttpCode(204)
  reset(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.streaks.reset(userId);
  }
}
