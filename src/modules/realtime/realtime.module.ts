import { Module } from '@nestjs/common';
import { CallsModule } from '../calls';
import { RealtimeController } from './realtime.controller';
import { RealtimeJobs } from './realtime.jobs';
import { Streams } from './streams';

@Module({
  imports: [CallsModule],
  controllers: [RealtimeController],
  providers: [Streams, RealtimeJobs],
  exports: [Streams],
})
export class RealtimeModule {}
