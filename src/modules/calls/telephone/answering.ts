import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { ChangeLog } from '../../../platform/changes';
import { UnitOfWork } from '../../../platform/database';
import { OccurrencesService } from '../../habits';
import { People } from '../../users';
import type { Call } from '../call.entity';
import { callUpdated } from '../calls.announcements';
import { CallsMetrics } from '../calls.metrics';
import { CallsRepository } from '../calls.repository';
import { Bundler } from '../engine/bundler';
import { Settler } from '../engine/settler';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { TelephoneTalks } from './telephone-talks';
import { ANSWERED_FOR } from './timing';
import { hangUp } from './twiml';

/** What the provider is told to do once somebody has picked up. */
@Injectable()
export class Answering {
  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly calls: CallsRepository,
    private readonly talks: TelephoneTalks,
    private readonly bundler: Bundler,
    private readonly settler: Settler,
    private readonly occurrences: OccurrencesService,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly metrics: CallsMetrics,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same however often it is asked. Nothing when we know no such call. */
  async answer(callId: string, providerCallId: string): Promise<string | undefined> {
    const known = await this.rows.findOnTelephone(callId);
    if (!known) return undefined;
    const call = await this.work.run(() => this.pickedUp(known, providerCallId));
    return call ? this.talks.begin(call) : hangUp();
  }

  /** Nothing when it is not to be talked in: it is over, or a double of the call, or the person wants no calls any more. */
  private async pickedUp({ id, userId }: Call, providerCallId: string): Promise<Call | undefined> {
    await this.people.hold(userId);
    const now = this.clock.now();
    await this.rows.adopt(id, providerCallId, plus(now, ANSWERED_FOR));
    const call = (await this.rows.findOnTelephone(id))!;
    if (call.ending || call.providerCallId !== providerCallId) return undefined;
    if (await this.isSuppressed(call)) {
      await this.settler.end(id, 'canceled');
      return undefined;
    }
    if (!(await this.rows.markAnswered(id, now, plus(now, ANSWERED_FOR)))) return call;
    const items = await this.calls.items([id]);
    await this.occurrences.markReached(items.flatMap(({ occurrenceId }) => occurrenceId ?? []));
    await this.bundler.join(call);
    await this.changes.append([callUpdated({ ...call, status: 'talking' })]);
    if (!call.ringingAt) this.metrics.rang(call);
    return this.rows.findOnTelephone(id);
  }

  /** Stop means stop, even while it rings. Who was only checked in elsewhere hears "already done, thank you". */
  private async isSuppressed({ userId, cancelRequestedAt }: Call): Promise<boolean> {
    if (!cancelRequestedAt) return false;
    const { suppressed, phone, consentId } = await this.people.profile(userId);
    return suppressed || !phone || phone.suppressed || consentId === null;
  }
}
