import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { CheckpointsService } from './checkpoints.service';
import { FreezesService } from './freezes.service';
import { PlanSweep } from './plan-sweep';

@Injectable()
export class HabitsJobs {
  constructor(jobs: Jobs, sweep: PlanSweep, checkpoints: CheckpointsService, freezes: FreezesService) {
    jobs.bind('habits.plan-ahead', () => sweep.planAhead());
    jobs.bind('habits.tell-freezes', () => freezes.tell());
    jobs.bind('habits.keep-checkpoints', () => checkpoints.keep());
  }
}
