import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { Sender } from './sender';

@Injectable()
export class NotificationsJobs {
  constructor(jobs: Jobs, sender: Sender) {
    jobs.bind('notifications.send', () => sender.sendWaiting());
  }
}
