import { Module } from '@nestjs/common';
import { News } from '../../platform/news';
import { localTimeChanged, streakFreezesSwitched, UsersModule } from '../users';
import { CalendarService } from './calendar.service';
import { CheckInsRepository } from './check-ins.repository';
import { CheckInsService } from './check-ins.service';
import { CheckpointsService } from './checkpoints.service';
import { DaysController } from './days.controller';
import { DaysRepository } from './days.repository';
import { DaysService } from './days.service';
import { EngineRepository } from './engine.repository';
import { FreezesService } from './freezes.service';
import { HabitsController } from './habits.controller';
import { HabitsJobs } from './habits.jobs';
import { historyImported } from './habits.news';
import { HabitsReader } from './habits.reader';
import { HabitsRepository } from './habits.repository';
import { HabitsService } from './habits.service';
import { HistoryRepository } from './history.repository';
import { HistoryService } from './history.service';
import { Numbers } from './numbers';
import { OccurrenceFinder } from './occurrence-finder';
import { OccurrencesRepository } from './occurrences.repository';
import { OccurrencesService } from './occurrences.service';
import { Outlook } from './outlook';
import { PastDays } from './past-days';
import { PauseOfEverythingService } from './pause-of-everything.service';
import { PausesController } from './pauses.controller';
import { PausesRepository } from './pauses.repository';
import { PausesService } from './pauses.service';
import { PlanSweep } from './plan-sweep';
import { Planner } from './planner';
import { PlanningReport } from './planning.report';
import { PreviewService } from './preview.service';
import { QuantitiesRepository } from './quantities.repository';
import { Reckoner } from './reckoner';
import { StreaksController } from './streaks.controller';
import { StreaksReader } from './streaks.reader';
import { StreaksRepository } from './streaks.repository';
import { StreaksService } from './streaks.service';
import { UpcomingService } from './upcoming.service';

@Module({
  imports: [UsersModule],
  controllers: [HabitsController, PausesController, DaysController, StreaksController],
  providers: [
    HabitsService,
    HabitsRepository,
    HabitsJobs,
    PausesService,
    PauseOfEverythingService,
    PausesRepository,
    Planner,
    PlanSweep,
    PlanningReport,
    PreviewService,
    OccurrencesService,
    OccurrencesRepository,
    EngineRepository,
    CheckInsService,
    CheckInsRepository,
    QuantitiesRepository,
    Numbers,
    OccurrenceFinder,
    Reckoner,
    DaysService,
    DaysRepository,
    Outlook,
    UpcomingService,
    CalendarService,
    StreaksService,
    StreaksRepository,
    HabitsReader,
    StreaksReader,
    CheckpointsService,
    FreezesService,
    HistoryService,
    HistoryRepository,
    PastDays,
  ],
  exports: [
    HabitsService,
    OccurrencesService,
    CheckInsService,
    DaysService,
    UpcomingService,
    StreaksService,
    HistoryService,
  ],
})
export class HabitsModule {
  constructor(news: News, habits: HabitsService, streaks: StreaksReader, checkpoints: CheckpointsService) {
    news.on(localTimeChanged, ({ userId }) => habits.planAllAnew(userId));
    news.on(streakFreezesSwitched, ({ userId, enabled }) => streaks.switchFreezes(userId, enabled));
    news.on(historyImported, ({ userId, habitIds, since }) => checkpoints.forget(userId, habitIds, since));
  }
}
