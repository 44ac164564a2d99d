import type { INestApplicationContext } from '@nestjs/common';
import type { Call } from '../../src/modules/calls';
import { Bell } from '../../src/modules/calls/engine/bell';
import { Closer } from '../../src/modules/calls/engine/closer';
import { Dialer } from '../../src/modules/calls/engine/dialer';
import { Dispatcher } from '../../src/modules/calls/engine/dispatcher';
import { Gatekeeper } from '../../src/modules/calls/engine/gatekeeper';
import { Rescuer } from '../../src/modules/calls/engine/rescuer';
import { Settler } from '../../src/modules/calls/engine/settler';
import { CheckInsService } from '../../src/modules/habits';
import { PlanSweep } from '../../src/modules/habits/plan-sweep';
import { Sender } from '../../src/modules/notifications/sender';
import { UnitOfWork } from '../../src/platform/database';

/** The steps of one replica's engine, to be taken one at a time, and left off where a crash would leave them off. */
export class Engine {
  constructor(private readonly app: INestApplicationContext) {}

  plan(): Promise<void> {
    return this.app.get(PlanSweep).planAhead();
  }

  dispatch(): Promise<void> {
    return this.app.get(Dispatcher).dispatchDue();
  }

  /** Dials and lets ring. */
  dial(): Promise<void> {
    return this.app.get(Dialer).dialQueued();
  }

  /** Commits `dialing` and asks no line: where a process dies between the two. */
  async dialAndDie(): Promise<void> {
    const gatekeeper = this.app.get(Gatekeeper);
    await gatekeeper.letThrough('browser', gatekeeper.claims.next);
  }

  /** The bell of a call that is being dialed. */
  async ring({ id, userId, leaseToken }: Call): Promise<void> {
    await this.app.get(Bell).ring([id], [userId], leaseToken!);
  }

  /** Goodbye: the talk is over, and settled. */
  async end(callId: string): Promise<void> {
    await this.app.get(Settler).end(callId, 'answered', ['talking']);
  }

  settle(): Promise<void> {
    return this.app.get(Settler).settleForgotten();
  }

  rescue(): Promise<void> {
    return this.app.get(Rescuer).rescueExpired();
  }

  send(): Promise<void> {
    return this.app.get(Sender).sendWaiting();
  }

  close(): Promise<void> {
    return this.app.get(Closer).closeOverdue();
  }

  async checkIn(userId: string, occurrenceId: string): Promise<void> {
    await this.app.get(CheckInsService).set(userId, occurrenceId, { status: 'completed', via: 'app' });
  }

  calls(): Promise<Call[]> {
    return this.app.get(UnitOfWork).rows<Call>('SELECT * FROM calls ORDER BY queued_at, id');
  }
}
