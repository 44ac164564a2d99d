import { Controller, Get, Query } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { Principal } from '../../kernel/principal';
import { CurrentUser, PageQuery } from '../../platform/http';
import { MessagePage } from './messages.dto';
import { MessagesService } from './messages.service';

@ApiTags('push')
@ApiBearerAuth()
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly messages: MessagesService) {}

  /** The messages that were sent, the newest first. */
  @Get()
  list(@CurrentUser() { userId }: Principal, @Query() query: PageQuery): Promise<MessagePage> {
    return this.messages.list(userId, query);
  }
}
