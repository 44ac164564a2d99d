import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Config } from '../../platform/config';
import { Jobs } from '../../platform/jobs';
import { Streams } from './streams';

@Injectable()
export class RealtimeJobs {
  constructor(jobs: Jobs, config: Config, streams: Streams) {
    if (config.servesApi) jobs.every(15 * SECOND, 'realtime.beat', async () => streams.beat(), { untilTheEnd: true });
  }
}
