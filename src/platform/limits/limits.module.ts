import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { Clock, HOUR } from '../../kernel/clock';
import { UnitOfWork } from '../database';
import { Jobs } from '../jobs';
import { Doorkeeper } from './doorkeeper';
import { LIMITS_TABLE } from './limiters';
import { LimitsInterceptor } from './limits.interceptor';

@Global()
@Module({
  providers: [Doorkeeper, { provide: APP_INTERCEPTOR, useClass: LimitsInterceptor }],
  exports: [Doorkeeper],
})
export class LimitsModule {
  constructor(jobs: Jobs, work: UnitOfWork, clock: Clock) {
    jobs.every(HOUR, 'limits.forget-old', () =>
      work.execute(`DELETE FROM ${LIMITS_TABLE} WHERE expire < $1`, [clock.now().getTime()]),
    );
  }
}
