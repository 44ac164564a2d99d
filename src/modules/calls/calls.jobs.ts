import { Injectable } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Config } from '../../platform/config';
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
    config: Config,
    dispatcher: Dispatcher,
    dialer: Dialer,
    settler: Settler,
    rescuer: Rescuer,
    closer: Closer,
    talks: Talks,
  ) {
    if (config.servesApi) jobs.every(SECOND, 'calls.keep-talks', () => talks.tick(), { untilTheEnd: true });
    if (!config.runsSweeps) return;
    jobs.every(SECOND, 'calls.dispatch', () => dispatcher.dispatchDue(() => dialer.dialQueued()));
    jobs.every(SECOND, 'calls.dial', () => dialer.dialQueued());
    jobs.every(SECOND, 'calls.rescue', () => rescuer.rescueExpired());
    jobs.every(SECOND, 'calls.settle', () => settler.settleForgotten());
    jobs.every(SECOND, 'calls.close', () => closer.closeOverdue());
  }
}
