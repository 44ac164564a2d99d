import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Config } from '../../platform/config';
import { Jobs } from '../../platform/jobs';
import { Planner } from './planner';

@Injectable()
export class HabitsJobs {
  constructor(jobs: Jobs, config: Config, planner: Planner) {
    if (config.runsSweeps) jobs.every(SECOND, 'habits.plan-ahead', () => planner.planAhead());
  }
}
