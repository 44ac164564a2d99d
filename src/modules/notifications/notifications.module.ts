import { Module } from '@nestjs/common';
import { News } from '../../platform/news';
import { freezeUsed, HabitsModule, occurrencesClosed } from '../habits';
import { UsersModule } from '../users';
import { MessagesRepository } from './messages.repository';
import { MessagesService } from './messages.service';
import { NotificationsController } from './notifications.controller';
import { NotificationsJobs } from './notifications.jobs';
import { Push } from './push';
import { LogPushProvider, PushProvider } from './push-provider';
import { Sender } from './sender';

@Module({
  imports: [UsersModule, HabitsModule],
  controllers: [NotificationsController],
  providers: [
    MessagesService,
    MessagesRepository,
    Sender,
    Push,
    { provide: PushProvider, useClass: LogPushProvider },
    NotificationsJobs,
  ],
  exports: [MessagesService],
})
export class NotificationsModule {
  constructor(news: News, messages: MessagesService) {
    news.on(occurrencesClosed, ({ userId, occurrenceIds }) => messages.cancelAbout(userId, occurrenceIds));
    news.on(freezeUsed, (used) => messages.tellOfFreeze(used));
  }
}
