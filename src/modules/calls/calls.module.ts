import { Module } from '@nestjs/common';
import { News } from '../../platform/news';
import { HabitsModule, occurrencesClosed } from '../habits';
import { NotificationsModule } from '../notifications';
import { callsSuppressed, consentRevoked, UsersModule } from '../users';
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
import { HistoryRepository } from './history/history.repository';
import { HistoryService } from './history/history.service';
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
import { Answering } from './telephone/answering';
import { Costs } from './telephone/costs';
import { GatheredTalksRepository } from './telephone/gathered-talks.repository';
import { Gatherings } from './telephone/gatherings';
import { HangUps } from './telephone/hang-ups';
import { Inbound } from './telephone/inbound';
import { Prices } from './telephone/prices';
import { Reconciler } from './telephone/reconciler';
import { Sounds } from './telephone/sounds';
import { TelephoneController } from './telephone/telephone.controller';
import { TelephoneCallsRepository } from './telephone/telephone-calls.repository';
import { TelephoneDialer } from './telephone/telephone-dialer';
import { TelephoneEvents } from './telephone/telephone-events';
import { TelephoneStandings } from './telephone/telephone-standings';
import { TelephoneTalks } from './telephone/telephone-talks';
import { TurnTalks } from './telephone/turn-talks';
import { WebhookUrls } from './telephone/webhook-urls';
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
const TELEPHONE = [
  TelephoneStandings,
  TelephoneDialer,
  TelephoneEvents,
  TelephoneCallsRepository,
  TelephoneTalks,
  Answering,
  Inbound,
  Gatherings,
  GatheredTalksRepository,
  TurnTalks,
  Sounds,
  Reconciler,
  HangUps,
  Costs,
  Prices,
  WebhookUrls,
];
const RELAY = [Relay, Talks, Briefer, Scribe, Timer, Understander];
const ROWS = [
  CallsRepository,
  QueueRepository,
  TalksRepository,
  Ringings,
  RephrasingsRepository,
  MemoriesRepository,
  HistoryRepository,
];

@Module({
  imports: [UsersModule, HabitsModule, NotificationsModule],
  controllers: [CallsController, TelephoneController, MemoriesController, VoicePreviewsController],
  providers: [
    ...ENGINE,
    ...TELEPHONE,
    ...RELAY,
    ...ROWS,
    CallsMetrics,
    CallsService,
    AskedForService,
    TimelineService,
    ScriptsService,
    HistoryService,
    MemoriesService,
    PreviewsService,
    Clips,
    Rephraser,
    RelayUrl,
    CallsJobs,
  ],
  exports: [CallsService, Ringings, Talks, TelephoneDialer],
})
export class CallsModule {
  constructor(news: News, canceler: Canceler) {
    news.on(occurrencesClosed, ({ userId, occurrenceIds }) => canceler.occurrencesClosed(userId, occurrenceIds));
    news.on(consentRevoked, ({ userId }) => canceler.consentRevoked(userId));
    news.on(callsSuppressed, ({ userId }) => canceler.callsSuppressed(userId));
  }
}
