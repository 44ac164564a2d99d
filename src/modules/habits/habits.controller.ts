import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, ExpectedVersion, IfMatch, PathId, Versioned } from '../../platform/http';
import { DaysService } from './days.service';
import {
  CreateHabitRequest,
  HabitPage,
  HabitResponse,
  ListHabitsQuery,
  PreviewRequest,
  PreviewResponse,
  UpdateHabitRequest,
} from './habits.dto';
import { HabitsService } from './habits.service';
import { DaysQuery, OccurrencePage } from './occurrences.dto';
import { PauseRequest } from './pauses.dto';
import { PausesService } from './pauses.service';
import { PreviewService } from './preview.service';

@ApiTags('habits')
@ApiBearerAuth()
@Controller('habits')
export class HabitsController {
  constructor(
    private readonly habits: HabitsService,
    private readonly pauses: PausesService,
    private readonly previews: PreviewService,
    private readonly days: DaysService,
  ) {}

  /** Makes a habit and plans its next 48 hours. */
  @Versioned()
  @Post()
  create(@CurrentUser() { userId }: Principal, @Body() request: CreateHabitRequest): Promise<HabitResponse> {
    return this.habits.create(userId, request);
  }

  /** The person's habits, in order of making. */
  @Get()
  list(@CurrentUser() { userId }: Principal, @Query() query: ListHabitsQuery): Promise<HabitPage> {
    return this.habits.list(userId, query);
  }

  /** Shows when a schedule would ring, and says it in words. Keeps nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(@CurrentUser() { userId }: Principal, @Body() request: PreviewRequest): Promise<PreviewResponse> {
    return this.previews.preview(userId, request);
  }

  /** One habit. */
  @Versioned()
  @Get(':id')
  get(@CurrentUser() { userId }: Principal, @PathId('habit') id: string): Promise<HabitResponse> {
    return this.habits.get(userId, id);
  }

  /** Changes a habit. What is planned is planned anew; what has rung stays. */
  @Patch(':id')
  update(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @Body() request: UpdateHabitRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<HabitResponse> {
    return this.habits.update(userId, id, request, expected);
  }

  /** Deletes a habit with all its history. To keep the history, archive it. */
  @Delete(':id')
  @HttpCode(204)
  remove(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<void> {
    return this.habits.remove(userId, id, expected);
  }

  /** Pauses a habit: it neither rings nor counts until the day named, or until it is resumed. */
  @Put(':id/pause')
  @ApiBody({ type: PauseRequest, required: false })
  pause(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @Body() request: PauseRequest,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<HabitResponse> {
    return this.pauses.pause(userId, id, request, expected);
  }

  /** Resumes a paused habit. */
  @Delete(':id/pause')
  resume(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<HabitResponse> {
    return this.pauses.resume(userId, id, expected);
  }

  /** Puts a habit away, with all its history. */
  @Put(':id/archive')
  archive(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<HabitResponse> {
    return this.habits.archive(userId, id, expected);
  }

  /** Takes a habit out of the archive. */
  @Delete(':id/archive')
  unarchive(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @IfMatch() expected: ExpectedVersion,
  ): Promise<HabitResponse> {
    return this.habits.unarchive(userId, id, expected);
  }

  /** What a habit asked for on those days. */
  @Get(':id/occurrences')
  occurrences(
    @CurrentUser() { userId }: Principal,
    @PathId('habit') id: string,
    @Query() query: DaysQuery,
  ): Promise<OccurrencePage> {
    return this.days.between(userId, query, id);
  }
}
