import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Clock, MINUTE } from '../../kernel/clock';
import { named, UnitOfWork } from '../database';

/** How far this machine's clock may be from the database's before it is reported, in milliseconds. */
const TOLERATED_SKEW = 2000;

/**
 * The clock all replicas share: this machine's, offset to Postgres at start and each minute,
 * so that two replicas agree on what is due however their own clocks drift.
 */
@Injectable()
export class DatabaseClock extends Clock implements OnModuleInit {
  private readonly logger = new Logger('Clock');
  private offset = 0;

  constructor(private readonly work: UnitOfWork) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  /** Milliseconds this machine's clock is behind the database's; negative when it is ahead. */
  get skew(): number {
    return this.offset;
  }

  get isTrustworthy(): boolean {
    return Math.abs(this.offset) <= TOLERATED_SKEW;
  }

  async onModuleInit(): Promise<void> {
    await this.measure();
  }

  @Interval(MINUTE)
  async keepInStep(): Promise<void> {
    await this.measure().catch((error: Error) => this.logger.warn(`The clock was not compared: ${error.message}`));
  }

  private async measure(): Promise<void> {
    const before = Date.now();
    const row = await named('clock.measure', () => this.work.row<{ now: Date }>('SELECT clock_timestamp() AS now'));
    const halfWay = (before + Date.now()) / 2;
    this.offset = Math.round(row!.now.getTime() - halfWay);
    if (!this.isTrustworthy) this.logger.warn(`This machine's clock is ${this.offset} ms off the database's.`);
  }
}
