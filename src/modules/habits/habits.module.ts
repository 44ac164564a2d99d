import { Module } from '@nestjs/common';
import { News } from '../../platform/news';
import { localTimeChanged, UsersModule } from '../users';
import { CheckInsRepository } from './check-ins.repository';
import { CheckInsService } from './check-ins.service';
import { DaysController } from './days.controller';
import { DaysService } from './days.service';
import { EngineRepository } from './engine.repository';
import { HabitsController } from './habits.controller';
import { HabitsJobs } from './habits.jobs';
import { HabitsRepository } from './habits.repository';
import { HabitsService } from './habits.service';
import { HistoryRepository } from './history.repository';
import { HistoryService } from './history.service';
import { OccurrencesRepository } from './occurrences.repository';
import { OccurrencesService } from './occurrences.service';
import { PastDays } from './past-days';
import { Planner } from './planner';
import { PreviewService } from './preview.service';
import { StreaksService } from './streaks.service';

@Module({
  imports: [UsersModule],
  controllers: [HabitsController, DaysController],
  providers: [
    HabitsService,
    HabitsRepository,
    HabitsJobs,
    Planner,
    PreviewService,
    OccurrencesService,
    OccurrencesRepository,
    EngineRepository,
    CheckInsService,
    CheckInsRepository,
    DaysService,
    StreaksService,
    HistoryService,
    HistoryRepository,
    PastDays,
  ],
  exports: [HabitsService, OccurrencesService, CheckInsService, DaysService, StreaksService, HistoryService],
})
export class HabitsModule {
  constructor(news: News, habits: HabitsService) {
    news.on(localTimeChanged, ({ userId }) => habits.planAllAnew(userId));
  }
}
