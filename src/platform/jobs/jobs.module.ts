import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Jobs } from './jobs';

@Global()
@Module({})
export class JobsModule {
  /** Without `ticking` nothing runs by itself: whoever holds the clock lets the work be done. */
  static with({ ticking }: { ticking: boolean }): DynamicModule {
    return {
      module: JobsModule,
      imports: [ScheduleModule.forRoot({ intervals: ticking })],
      providers: [Jobs],
      exports: [Jobs],
    };
  }
}
