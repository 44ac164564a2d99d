import { type DynamicModule, Module } from '@nestjs/common';
import { ENTITIES } from './entities';
import type { Clock } from './kernel/clock';
import { AuthModule } from './modules/auth';
import { CallsModule } from './modules/calls';
import { HabitsModule } from './modules/habits';
import { NotificationsModule } from './modules/notifications';
import { RealtimeModule } from './modules/realtime';
import { UsersModule } from './modules/users';
import { ChangesModule } from './platform/changes';
import { ConfigModule } from './platform/config';
import { DatabaseModule } from './platform/database';
import { HealthModule } from './platform/health';
import { IdempotencyModule } from './platform/idempotency';
import { JobsModule } from './platform/jobs';
import { LoggingModule } from './platform/logging';
import { MetricsModule } from './platform/metrics';
import { NewsModule } from './platform/news';
import { OperatorsModule } from './platform/operators';
import { SecretsModule } from './platform/secrets';
import { StatusModule } from './platform/status';
import { TimeModule } from './platform/time';

export interface AppOptions {
  /** Variables that win over the environment. */
  environment?: Record<string, string>;
  /** A clock held in somebody's hand: then nothing runs by itself. */
  clock?: Clock;
}

/** The table of contents, bottom rung first. */
@Module({})
export class AppModule {
  static with({ environment, clock }: AppOptions = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(environment),
        LoggingModule,
        MetricsModule,
        StatusModule,
        SecretsModule,
        OperatorsModule,
        DatabaseModule.with(ENTITIES),
        TimeModule.with(clock),
        JobsModule.with({ ticking: clock === undefined }),
        NewsModule,
        ChangesModule,
        IdempotencyModule,
        HealthModule,

        UsersModule,
        AuthModule,
        HabitsModule,
        NotificationsModule,
        CallsModule,
        RealtimeModule,
      ],
    };
  }
}
