import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../../kernel/principal';
import { CurrentUser } from '../../../platform/http';
import { AddsNothing } from '../../../platform/idempotency';
import { Limited } from '../../../platform/limits';
import { VoicePreviewRequest, type VoicePreviewResponse } from './previews.dto';
import { PreviewsService } from './previews.service';

@ApiTags('voices')
@ApiBearerAuth()
@Controller('voices/:id/preview')
export class VoicePreviewsController {
  constructor(private readonly previews: PreviewsService) {}

  /**
   * Says something in a voice, to hear it. There is always what a browser needs to say it by itself; where the service has speech
   * of its own, and it can be reached, there is `audio` too.
   */
  @AddsNothing()
  @Limited('voice-previews')
  @Post()
  @HttpCode(200)
  @ApiBody({ type: VoicePreviewRequest, required: false })
  preview(
    @CurrentUser() { userId }: Principal,
    @Param('id') id: string,
    @Body() request: VoicePreviewRequest,
  ): Promise<VoicePreviewResponse> {
    return this.previews.preview(userId, id, request);
  }
}
