import { Module } from '@nestjs/common';
import { HabitsModule } from '../habits';
import { CalendarController } from './calendar.controller';
import { CalendarFeedController } from './calendar-feed.controller';
import { CalendarFeedRepository } from './calendar-feed.repository';
import { CalendarFeedService } from './calendar-feed.service';

@Module({
  imports: [HabitsModule],
  controllers: [CalendarFeedController, CalendarController],
  providers: [CalendarFeedService, CalendarFeedRepository],
})
export class CalendarFeedModule {}
