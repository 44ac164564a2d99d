import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { Streams } from './streams';

@Injectable()
export class RealtimeJobs {
  constructor(jobs: Jobs, streams: Streams) {
    jobs.bind('realtime.beat', async () => streams.beat());
  }
}
