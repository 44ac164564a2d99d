import { Injectable } from '@nestjs/common';
import { HOUR } from '../../kernel/clock';
import { Config } from '../config';
import { Jobs } from '../jobs';
import { KeptAnswers } from './kept-answers';

@Injectable()
export class IdempotencyJobs {
  constructor(jobs: Jobs, config: Config, answers: KeptAnswers) {
    if (config.runsSweeps) jobs.every(HOUR, 'idempotency.forget', () => answers.forgetExpired());
  }
}
