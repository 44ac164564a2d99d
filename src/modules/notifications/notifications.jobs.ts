import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Config } from '../../platform/config';
import { Jobs } from '../../platform/jobs';
import { Sender } from './sender';

@Injectable()
export class NotificationsJobs {
  constructor(jobs: Jobs, config: Config, sender: Sender) {
    if (config.runsSweeps) jobs.every(SECOND, 'notifications.send', () => sender.sendWaiting());
  }
}
