import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { named, UnitOfWork } from '../database';
import { Retention } from '../retention';
import { Doorkeeper } from './doorkeeper';
import { LIMITS_TABLE } from './limiters';
import { LimitsInterceptor } from './limits.interceptor';

@Global()
@Module({
  providers: [Doorkeeper, { provide: APP_INTERCEPTOR, useClass: LimitsInterceptor }],
  exports: [Doorkeeper],
})
export class LimitsModule {
  /** A count is of use until its window is over, and not a moment longer. */
  constructor(retention: Retention, work: UnitOfWork) {
    retention.keep('limits', 0, (now, limit) =>
      named('limits.forget', () => work.execute(FORGET, [now.getTime(), limit])),
    );
  }
}

const FORGET = `
  DELETE FROM ${LIMITS_TABLE} WHERE key IN (SELECT key FROM ${LIMITS_TABLE} WHERE expire < $1 ORDER BY expire LIMIT $2)
`;
