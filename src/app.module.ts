import type { Writable } from 'node:stream';
import { type DynamicModule, Module } from '@nestjs/common';
import { ENTITIES } from './entities';
import type { Clock } from './kernel/clock';
import { AuthModule } from './modules/auth';
import { CalendarFeedModule } from './modules/calendar-feed';
import { CallsModule } from './modules/calls';
import { CanaryModule } from './modules/canary';
import { HabitsModule } from './modules/habits';
import { ImportsModule } from './modules/imports';
import { NotificationsModule } from './modules/notifications';
import { RealtimeModule } from './modules/realtime';
import { UsersModule } from './modules/users';
import { VoicesModule } from './modules/voices';
import { AuditModule } from './platform/audit';
import { CacheModule } from './platform/cache';
import { ChangesModule } from './platform/changes';
import { ConfigModule } from './platform/config';
import { ConfigReportModule } from './platform/config-report';
import { CryptoModule } from './platform/crypto';
import { DatabaseModule } from './platform/database';
import { ErrorsModule } from './platform/errors';
import { HealthModule } from './platform/health';
import { IdempotencyModule } from './platform/idempotency';
import { JobsModule } from './platform/jobs';
import { LanguageModelModule } from './platform/language-model';
import { LimitsModule } from './platform/limits';
import { LoggingModule } from './platform/logging';
import { MetricsModule } from './platform/metrics';
import { NewsModule } from './platform/news';
import { OperatorsModule } from './platform/operators';
import { QueuesModule } from './platform/queues';
import { RedisModule } from './platform/redis';
import { ResilienceModule } from './platform/resilience';
import { RetentionModule } from './platform/retention';
import { SecretsModule } from './platform/secrets';
import { SpeechModule } from './platform/speech';
import { StatusModule } from './platform/status';
import { TelephonyModule } from './platform/telephony';
import { TimeModule } from './platform/time';
import { TracingModule } from './platform/tracing';
import { TIMETABLE } from './timetable';

export interface AppOptions {
  /** Variables that win over the environment. */
  environment?: Record<string, string>;
  /** A clock held in somebody's hand: then nothing runs by itself. */
  clock?: Clock;
  /** Reads the log instead of standard output. */
  logReader?: Writable;
}

/** The table of contents, bottom rung first. */
@Module({})
export class AppModule {
  static with({ environment, clock, logReader }: AppOptions = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(environment),
        TracingModule,
        LoggingModule.with(logReader),
        MetricsModule,
        StatusModule,
        ResilienceModule,
        ConfigReportModule,
        SecretsModule,
        OperatorsModule,
        DatabaseModule.with(ENTITIES),
        TimeModule.with(clock),
        JobsModule.with({ ticking: clock === undefined, timetable: TIMETABLE }),
        QueuesModule.with({ ticking: clock === undefined }),
        RetentionModule,
        CryptoModule,
        AuditModule,
        NewsModule,
        ChangesModule,
        ErrorsModule,
        RedisModule,
        CacheModule,
        LimitsModule,
        IdempotencyModule,
        LanguageModelModule,
        SpeechModule,
        TelephonyModule,
        HealthModule,

        UsersModule,
        AuthModule,
        VoicesModule,
        HabitsModule,
        NotificationsModule,
        ImportsModule,
        CallsModule,
        RealtimeModule,
        CanaryModule,
        CalendarFeedModule,
      ],
    };
  }
}
