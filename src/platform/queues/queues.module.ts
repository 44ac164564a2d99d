import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Boss, TICKING } from './boss';
import { Queues } from './queues';
import { QueuesReport } from './queues.report';

@Global()
@Module({})
export class QueuesModule {
  /** Without `ticking` nothing is done by itself: whoever holds the clock lets the work be done. */
  static with({ ticking }: { ticking: boolean }): DynamicModule {
    return {
      module: QueuesModule,
      providers: [Boss, Queues, QueuesReport, { provide: TICKING, useValue: ticking }],
      exports: [Queues],
    };
  }
}
