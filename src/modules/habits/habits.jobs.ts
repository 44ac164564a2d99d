import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { PlanSweep } from './plan-sweep';

@Injectable()
export class HabitsJobs {
  constructor(jobs: Jobs, sweep: PlanSweep) {
    jobs.bind('habits.plan-ahead', () => sweep.planAhead());
  }
}
