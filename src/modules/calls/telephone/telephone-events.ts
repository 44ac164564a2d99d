import { Injectable, Logger } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import { UnitOfWork } from '../../../platform/database';
import { OccurrencesService } from '../../habits';
import { People } from '../../users';
import type { Call } from '../call.entity';
import { callUpdated } from '../calls.announcements';
import { CallsMetrics } from '../calls.metrics';
import { CallsRepository } from '../calls.repository';
import { endingBy, isOver } from '../domain/provider-call';
import { Settler } from '../engine/settler';
import { Costs } from './costs';
import type { TelephoneEvent } from './forms';
import { Gatherings } from './gatherings';
import { HangUps } from './hang-ups';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { RINGS_WITHIN } from './timing';

/** What is to be done at the provider once it is written down. */
type Then = 'nothing' | 'hang-up';

/**
 * Takes in what the provider tells: late, twice, out of order, or of a call it should not have made. A call moves forward only, so
 * whatever is known already changes nothing.
 */
@Injectable()
export class TelephoneEvents {
  private readonly logger = new Logger('TelephoneEvents');

  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly calls: CallsRepository,
    private readonly settler: Settler,
    private readonly costs: Costs,
    private readonly hangUps: HangUps,
    private readonly gatherings: Gatherings,
    private readonly occurrences: OccurrencesService,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly metrics: CallsMetrics,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** False when we know no such call. */
  async take(callId: string, event: TelephoneEvent): Promise<boolean> {
    const call = await this.rows.findOnTelephone(callId);
    if (!call) return false;
    const then = await this.work.run(() => this.follow(call, event));
    if (then === 'hang-up' && !isOver(event.stands)) await this.hangUps.hangUp(callId, event.providerCallId);
    return true;
  }

  private async follow({ id, userId }: Call, event: TelephoneEvent): Promise<Then> {
    await this.people.hold(userId);
    await this.rows.adopt(id, event.providerCallId, plus(this.clock.now(), RINGS_WITHIN));
    const call = (await this.rows.findOnTelephone(id))!;
    if (call.providerCallId !== event.providerCallId) return this.double(call, event);
    if (isOver(event.stands)) await this.over(call, event);
    else if (call.ending) return 'hang-up';
    else if (event.stands === 'ringing') await this.rings(call);
    return 'nothing';
  }

  /** One order, two calls: only the first is ours. */
  private double({ id, providerCallId }: Call, event: TelephoneEvent): Then {
    this.logger.warn({ callId: id, providerCallId, double: event.providerCallId }, 'A call was made twice');
    return 'hang-up';
  }

  private async rings(call: Call): Promise<void> {
    const now = this.clock.now();
    if (!(await this.rows.markRinging(call.id, now, plus(now, RINGS_WITHIN)))) return;
    const items = await this.calls.items([call.id]);
    await this.occurrences.markReached(items.flatMap(({ occurrenceId }) => occurrenceId ?? []));
    await this.changes.append([callUpdated({ ...call, status: 'ringing' })]);
    this.metrics.rang(call);
  }

  /** A talk that goes on is ended by whoever holds it; one turn by turn has nobody who would notice. */
  private async over(call: Call, { stands, durationSeconds, failureCode }: TelephoneEvent): Promise<void> {
    await this.costs.estimate(call, durationSeconds ?? 0);
    if (failureCode) await this.rows.noteFailure(call.id, failureCode);
    if (call.ending) return;
    if (call.status !== 'talking') {
      await this.settler.end(call.id, endingBy(stands, call.status, call.cancelRequestedAt !== null));
    } else if (!(await this.gatherings.dropped(call.id)) && !call.connectedAt) {
      await this.settler.end(call.id, 'lost', ['talking']);
    }
  }
}
