import { Injectable } from '@nestjs/common';
import { Jobs } from '../../platform/jobs';
import { Closer } from './engine/closer';
import { Dialer } from './engine/dialer';
import { Dispatcher } from './engine/dispatcher';
import { Rescuer } from './engine/rescuer';
import { Settler } from './engine/settler';
import { Talks } from './relay/talks';

/** The engine's day, second by second. */
@Injectable()
export class CallsJobs {
  constructor(
    jobs: Jobs,
    dispatcher: Dispatcher,
    dialer: Dialer,
    settler: Settler,
    rescuer: Rescuer,
    closer: Closer,
    talks: Talks,
  ) {
    jobs.bind('calls.keep-talks', () => talks.tick());
    jobs.bind('calls.dispatch', () => dispatcher.dispatchDue((userIds) => dialer.dialFor(userIds)));
    jobs.bind('calls.dial', () => dialer.dialQueued());
    jobs.bind('calls.rescue', () => rescuer.rescueExpired());
    jobs.bind('calls.settle', () => settler.settleForgotten());
    jobs.bind('calls.close', () => closer.closeOverdue());
  }
}
