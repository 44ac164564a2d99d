import { Injectable, Logger } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { CannotDecrypt } from '../../../platform/crypto';
import { UnitOfWork } from '../../../platform/database';
import { eachAlone } from '../../../platform/jobs';
import { type ProviderCall, Telephony } from '../../../platform/telephony';
import { People, Phones } from '../../users';
import type { Call } from '../call.entity';
import { isGivenUp, isOver, rescue, type StandsAs } from '../domain/provider-call';
import { LIST_BEFORE, LOOK_EVERY, type Reconciled, reconcile } from '../domain/reconcile';
import { Settler } from '../engine/settler';
import { HangUps } from './hang-ups';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { TelephoneEvents } from './telephone-events';

const CALLS_AT_ONCE = 100;
const AT_A_TIME = 8;

/**
 * Looks after live calls nobody moved on: asks the provider what became of them, by their id where it is known, else by looking
 * through its calls to that number. A call is made again only where it is proven that it was not made.
 */
@Injectable()
export class Reconciler {
  private readonly logger = new Logger('Reconciler');

  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly events: TelephoneEvents,
    private readonly settler: Settler,
    private readonly hangUps: HangUps,
    private readonly telephony: Telephony,
    private readonly people: People,
    private readonly phones: Phones,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async lookAfterExpired(): Promise<void> {
    const now = this.clock.now();
    const expired = await this.rows.claimExpired(now, plus(now, LOOK_EVERY), CALLS_AT_ONCE);
    await eachAlone(expired, (call) => this.lookAfter(call), AT_A_TIME);
  }

  private async lookAfter(call: Call): Promise<void> {
    if (call.providerCallId) return this.rescue(call, call.providerCallId);
    if (call.status === 'dialing') {
      const now = this.clock.now();
      if (!(await this.rows.markUnknown(call.id, call.leaseToken!, now, plus(now, LOOK_EVERY)))) return;
      return this.reconcile({ ...call, status: 'unknown', unknownSince: now });
    }
    return this.reconcile(call);
  }

  private async rescue(call: Call, providerCallId: string): Promise<void> {
    const found = await this.ask(() => this.telephony.find(providerCallId));
    const now = this.clock.now();
    if (found === null) {
      if (isGivenUp(call.dialedAt ?? call.queuedAt, now)) await this.settler.end(call.id, 'failed', [call.status]);
      return;
    }
    const stands: StandsAs = found?.status ?? 'absent';
    const [dialedAt, lateAfter] = [call.dialedAt ?? call.queuedAt, call.lateAfter ?? call.notBefore];
    const stuck = { status: call.status, dialedAt, lateAfter, cancelRequested: call.cancelRequestedAt !== null };
    const next = rescue(stuck, stands, now);
    if (next.kind === 'wait') return;
    this.logger.warn({ callId: call.id, status: call.status, stands, ending: next.ending }, 'A call was looked after');
    if (next.hangUp && !(await this.hangUps.hangUp(call.id, providerCallId))) return;
    await this.endIfStill(call, next.ending);
  }

  /** What talks is ended only if its lease was not renewed meanwhile: the process that talks may only have been slow. */
  private async endIfStill(call: Call, ending: Parameters<Settler['end']>[1]): Promise<void> {
    await this.work.run(async () => {
      await this.people.hold(call.userId);
      const now = await this.rows.findOnTelephone(call.id);
      const isSame = now?.status === call.status && now.leaseUntil?.getTime() === call.leaseUntil?.getTime();
      if (isSame) await this.settler.end(call.id, ending, [call.status]);
    });
  }

  private async reconcile(call: Call): Promise<void> {
    const listed = await this.unheld(call);
    const { dialedAt, unknownSince, absences, dials } = call;
    const facts = { dialedAt: dialedAt!, unknownSince: unknownSince!, absences, dials };
    const next = reconcile(facts, listed, this.clock.now());
    this.logger.warn(
      { callId: call.id, listed: listed?.length ?? 'unknown', next: next.kind },
      'A dial was not confirmed',
    );
    await this.carryOut(call, next);
  }

  private async carryOut(call: Call, next: Reconciled<ProviderCall>): Promise<void> {
    if (next.kind === 'adopt') return this.adopt(call, next);
    if (next.kind === 'look-again') return this.rows.noteAbsences(call.id, next.absences);
    await this.work.run(async () => {
      await this.people.hold(call.userId);
      const now = await this.rows.findOnTelephone(call.id);
      if (now?.status !== 'unknown' || now.providerCallId) return;
      if (now.cancelRequestedAt) await this.settler.end(call.id, 'canceled', ['unknown']);
      else if (next.kind === 'give-up') await this.settler.end(call.id, 'failed', ['unknown']);
      else await this.rows.takeBack(call.id, now.leaseToken!, true);
    });
  }

  /** As if the provider had told of it by itself. A call in progress has asked us, or will: that moves it on. */
  private async adopt(call: Call, { call: found, doubles }: Extract<Reconciled<ProviderCall>, { kind: 'adopt' }>) {
    const { providerCallId, status: stands, durationSeconds } = found;
    await this.events.take(call.id, { providerCallId, stands, durationSeconds, failureCode: null });
    for (const double of doubles) {
      if (!isOver(double.status)) await this.hangUps.hangUp(call.id, double.providerCallId);
    }
  }

  /** The provider's calls to that number that are none of our others; null when it cannot tell. */
  private async unheld(call: Call): Promise<ProviderCall[] | null> {
    const number = await this.numberOf(call);
    if (!number) return null;
    const listed = await this.ask(() => this.telephony.callsTo(number, plus(call.dialedAt!, -LIST_BEFORE)));
    if (!listed) return null;
    const known = await this.rows.known(listed.map(({ providerCallId }) => providerCallId));
    return listed.filter(({ providerCallId }) => !known.has(providerCallId));
  }

  /** Gone with the number that was dialed, when the person has changed it since: then nothing can be proven. */
  private async numberOf({ userId, numberIndex }: Call): Promise<string | null> {
    const { phone } = await this.people.profile(userId);
    if (phone?.numberIndex !== numberIndex || !phone) return null;
    try {
      return this.phones.numberOf(phone);
    } catch (error) {
      if (!(error instanceof CannotDecrypt)) throw error;
      return null;
    }
  }

  private async ask<T>(question: () => Promise<T>): Promise<T | null> {
    try {
      return await question();
    } catch (error) {
      this.logger.warn({ err: error }, 'The provider cannot tell of a call');
      return null;
    }
  }
}
