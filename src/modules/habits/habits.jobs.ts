import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { CheckpointsService } from './checkpoints.service';
import { FreezesService } from './freezes.service';
import { Planner } from './planner';

@Injectable()
export class HabitsJobs {
  constructor(jobs: Jobs, planner: Planner, checkpoints: CheckpointsService, freezes: FreezesService) {
    jobs.bind('habits.plan-ahead', () => planner.planAhead());
    jobs.bind('habits.tell-freezes', () => freezes.tell());
    jobs.bind('habits.keep-checkpoints', () => checkpoints.keep());
  }
}
