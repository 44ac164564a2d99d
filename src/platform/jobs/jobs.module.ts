import { type DynamicModule, Global, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Jobs, TIMETABLE } from './jobs';
import { JobsReport } from './jobs.report';
import type { Timetable } from './timetable';
import { Turns } from './turns';

@Global()
@Module({})
export class JobsModule {
  /** Without `ticking` nothing runs by itself: whoever holds the clock lets the work be done. */
  static with({ ticking, timetable }: { ticking: boolean; timetable: Timetable }): DynamicModule {
    return {
      module: JobsModule,
      imports: [ScheduleModule.forRoot({ intervals: ticking })],
      providers: [Jobs, JobsReport, Turns, { provide: TIMETABLE, useValue: timetable }],
      exports: [Jobs, JobsReport],
    };
  }
}
