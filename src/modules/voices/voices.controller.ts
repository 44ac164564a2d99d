import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser } from '../../platform/http';
import { DefaultVoiceRequest, ListVoicesQuery, type VoiceResponse, type VoicesResponse } from './voices.dto';
import { VoicesService } from './voices.service';

@ApiTags('voices')
@ApiBearerAuth()
@Controller('voices')
export class VoicesController {
  constructor(private readonly voices: VoicesService) {}

  /** The voices that call people, with what they say to be heard and how a browser or a telephone sounds like them. */
  @Get()
  list(@CurrentUser() { userId }: Principal, @Query() query: ListVoicesQuery): Promise<VoicesResponse> {
    return this.voices.list(userId, query);
  }

  /** One voice. */
  @Get(':id')
  get(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<VoiceResponse> {
    return this.voices.get(userId, id);
  }

  /** Chooses the voice that speaks about habits that name none, as `defaultVoiceId` of the settings does. Answers the voice it is then. */
  @Put('default')
  choose(@CurrentUser() { userId }: Principal, @Body() { voiceId }: DefaultVoiceRequest): Promise<VoiceResponse> {
    return this.voices.choose(userId, voiceId);
  }

  /** Marks a voice as a favourite. Marking it twice is fine. */
  @Put(':id/favourite')
  @HttpCode(204)
  like(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<void> {
    return this.voices.like(userId, id);
  }

  /** Takes the mark away. Taking it away where there is none is fine. */
  @Delete(':id/favourite')
  @HttpCode(204)
  unlike(@CurrentUser() { userId }: Principal, @Param('id') id: string): Promise<void> {
    return this.voices.unlike(userId, id);
  }
}
