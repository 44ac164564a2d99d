import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { DatabaseClock } from './database-clock';
import { ZoneData } from './zone-data';

/** Offers the present moment, and the zone data. A test or the demo hands in a clock of its own. */
@Global()
@Module({})
export class TimeModule {
  static with(clock?: Clock): DynamicModule {
    const provider = clock ? { provide: Clock, useValue: clock } : { provide: Clock, useClass: DatabaseClock };
    return { module: TimeModule, providers: [provider, ZoneData], exports: [Clock, ZoneData] };
  }
}
