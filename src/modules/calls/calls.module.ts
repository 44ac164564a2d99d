import { Module } from '@nestjs/common';
import { News } from '../../platform/news';
import { HabitsModule, occurrencesClosed } from '../habits';
import { NotificationsModule } from '../notifications';
import { callsSuppressed, UsersModule } from '../users';
import { AskedForService } from './asked-for.service';
import { CallsController } from './calls.controller';
import { CallsJobs } from './calls.jobs';
import { CallsMetrics } from './calls.metrics';
import { CallsRepository } from './calls.repository';
import { CallsService } from './calls.service';
import { Bell } from './engine/bell';
import { Bundler } from './engine/bundler';
import { Canceler } from './engine/canceler';
import { Closer } from './engine/closer';
import { Consequences } from './engine/consequences';
import { Dialer } from './engine/dialer';
import { Dispatcher } from './engine/dispatcher';
import { Gatekeeper } from './engine/gatekeeper';
import { Rescuer } from './engine/rescuer';
import { Settler } from './engine/settler';
import { Standings } from './engine/standing';
import { BrowserLine } from './lines/browser-line';
import { Lines } from './lines/lines';
import { MemoriesController } from './memories/memories.controller';
import { MemoriesRepository } from './memories/memories.repository';
import { MemoriesService } from './memories/memories.service';
import { Clips } from './previews/clips';
import { VoicePreviewsController } from './previews/previews.controller';
import { PreviewsService } from './previews/previews.service';
import { QueueRepository } from './queue.repository';
import { Briefer } from './relay/briefer';
import { Relay } from './relay/relay';
import { Scribe } from './relay/scribe';
import { Talks } from './relay/talks';
import { Timer } from './relay/timer';
import { RelayUrl } from './relay-url';
import { Rephraser } from './rephrasing/rephraser';
import { RephrasingsRepository } from './rephrasing/rephrasings.repository';
import { Ringings } from './ringings';
import { ScriptsService } from './scripts.service';
import { TalksRepository } from './talks.repository';
import { TimelineService } from './timeline.service';
import { Understander } from './understanding/understander';

const ENGINE = [
  Standings,
  Dispatcher,
  Gatekeeper,
  Dialer,
  Bell,
  Bundler,
  Settler,
  Consequences,
  Canceler,
  Rescuer,
  Closer,
];
const LINES = [Lines, BrowserLine];
const RELAY = [Relay, Talks, Briefer, Scribe, Timer, Understander];
const ROWS = [CallsRepository, QueueRepository, TalksRepository, Ringings, RephrasingsRepository, MemoriesRepository];

@Module({
  imports: [UsersModule, HabitsModule, NotificationsModule],
  controllers: [CallsController, MemoriesController, VoicePreviewsController],
  providers: [
    ...ENGINE,
    ...LINES,
    ...RELAY,
    ...ROWS,
    CallsMetrics,
    CallsService,
    AskedForService,
    TimelineService,
    ScriptsService,
    MemoriesService,
    PreviewsService,
    Clips,
    Rephraser,
    RelayUrl,
    CallsJobs,
  ],
  exports: [CallsService, Ringings, Talks],
})
export class CallsModule {
  constructor(news: News, canceler: Canceler) {
    news.on(occurrencesClosed, ({ userId, occurrenceIds }) => canceler.occurrencesClosed(userId, occurrenceIds));
    news.on(callsSuppressed, ({ userId }) => canceler.callsSuppressed(userId));
  }
}
