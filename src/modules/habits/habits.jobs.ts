import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { Planner } from './planner';

@Injectable()
export class HabitsJobs {
  constructor(jobs: Jobs, planner: Planner) {
    jobs.bind('habits.plan-ahead', () => planner.planAhead());
  }
}
