import { Injectable } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Jobs } from '../../platform/jobs';
import { Retention } from '../../platform/retention';
import { CanaryRepository } from './canary.repository';
import { CanaryService, DAYS_SHOWN } from './canary.service';

@Injectable()
export class CanaryJobs {
  constructor(jobs: Jobs, retention: Retention, canary: CanaryService, rows: CanaryRepository) {
    jobs.bind('canary.prepare', () => canary.prepare());
    jobs.bind('canary.judge', () => canary.judge());
    retention.keep('canary-life', DAY, (before, limit) => rows.forgetLife(before, limit));
    retention.keep('canary-rings', (DAYS_SHOWN + 1) * DAY, (before, limit) => rows.forgetRings(before, limit));
  }
}
