import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser } from '../../platform/http';
import { PauseOfEverythingService } from './pause-of-everything.service';
import { PauseOfEverythingResponse, PauseRequest } from './pauses.dto';

@ApiTags('me')
@ApiBearerAuth()
@Controller('me/pause')
export class PausesController {
  constructor(private readonly everything: PauseOfEverythingService) {}

  /** Whether everything is paused. */
  @Get()
  get(@CurrentUser() { userId }: Principal): Promise<PauseOfEverythingResponse> {
    return this.everything.get(userId);
  }

  /** Pauses everything: nothing rings or counts until the day named, or until it is resumed. */
  @Put()
  @ApiBody({ type: PauseRequest, required: false })
  pause(@CurrentUser() { userId }: Principal, @Body() request: PauseRequest): Promise<PauseOfEverythingResponse> {
    return this.everything.pause(userId, request);
  }

  /** Resumes everything that is not paused by itself. */
  @Delete()
  @HttpCode(204)
  resume(@CurrentUser() { userId }: Principal): Promise<void> {
    return this.everything.resume(userId);
  }
}
