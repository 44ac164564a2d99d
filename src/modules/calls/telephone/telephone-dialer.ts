import { Injectable, Logger } from '@nestjs/common';
import { Clock, plus, SECOND } from '../../../kernel/clock';
import { unreachable } from '../../../kernel/unreachable';
import { UnitOfWork } from '../../../platform/database';
import { eachAlone } from '../../../platform/jobs';
import { Counters, Pace, type Placed, prefixOf, Telephony } from '../../../platform/telephony';
import { People, Phones } from '../../users';
import type { Call } from '../call.entity';
import { type Admit, type Cleared, Gatekeeper } from '../engine/gatekeeper';
import { Settler } from '../engine/settler';
import type { Standing } from '../engine/standing';
import { ENDINGS_AT_ONCE, PEOPLE_AT_ONCE } from '../engine/timing';
import { QueueRepository } from '../queue.repository';
import { Costs } from './costs';
import { HangUps } from './hang-ups';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { TelephoneStandings } from './telephone-standings';
import { LOOK_FIRST_AFTER, RINGS_WITHIN } from './timing';
import { WebhookUrls } from './webhook-urls';

/** Orders on their way to the provider at the same time, in this process. */
const MOST_IN_FLIGHT = 100;

/** So many claims in one sweep: more are made by nobody but a crowd that the gate refuses. */
const MOST_CLAIMS = 50;

/** A sweep waits no longer for slow answers: they are recorded when they come, and the next second has its own calls. */
const WAITS_FOR_ANSWERS = 0.8 * SECOND;

/** A call that is about to be asked for, and the number it goes to. */
interface Order {
  call: Call;
  to: string;
}

/**
 * Makes telephones ring, as fast as the provider takes it and each call once. In three steps, none of which holds a transaction
 * across the network: the gate decides and `dialing` is committed, with what the call may cost; the provider is asked, once; what
 * it said is recorded. What became of an order whose answer was lost the reconciler finds out: it is never repeated on a guess.
 */
@Injectable()
export class TelephoneDialer {
  private readonly logger = new Logger('TelephoneDialer');
  private readonly inFlight = new Set<Promise<void>>();

  constructor(
    private readonly gatekeeper: Gatekeeper,
    private readonly queue: QueueRepository,
    private readonly rows: TelephoneCallsRepository,
    private readonly standings: TelephoneStandings,
    private readonly settler: Settler,
    private readonly costs: Costs,
    private readonly hangUps: HangUps,
    private readonly telephony: Telephony,
    private readonly pace: Pace,
    private readonly counters: Counters,
    private readonly phones: Phones,
    private readonly people: People,
    private readonly urls: WebhookUrls,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** As many as the pace allows, in the order in which they are due; what has waited too long is told instead. */
  async dialWaiting(): Promise<void> {
    await this.refuseLate();
    const started: Promise<void>[] = [];
    for (let claims = 0; claims < MOST_CLAIMS; claims += 1) {
      const room = Math.min(await this.pace.available(), MOST_IN_FLIGHT - this.inFlight.size);
      if (room < 1) break;
      const { orders, cleared } = await this.claim(() => this.queue.holdWaiting('telephone', this.clock.now(), room));
      started.push(...orders.map((order) => this.start(order, cleared.token)));
      if (orders.length + cleared.refused.length === 0) break;
    }
    await Promise.race([Promise.all(started), passed(WAITS_FOR_ANSWERS)]);
  }

  /** Resolves when whatever was asked of the provider is answered and recorded. */
  async finish(): Promise<void> {
    await Promise.all(this.inFlight);
  }

  /** The queue must not grow old behind the pace: nobody is called about what was due long ago. */
  private async refuseLate(): Promise<void> {
    for (let claims = 0; claims < MOST_CLAIMS; claims += 1) {
      const { cleared } = await this.claim(() => this.queue.holdLate(this.clock.now(), PEOPLE_AT_ONCE), nobody);
      if (cleared.refused.length === 0) return;
    }
  }

  private async claim(hold: () => Promise<string[]>, admit?: Admit): Promise<{ orders: Order[]; cleared: Cleared }> {
    const orders: Order[] = [];
    const cleared = await this.gatekeeper.letThrough(
      'telephone',
      hold,
      admit ?? ((calls, standings) => this.admit(calls, standings, orders)),
    );
    await eachAlone(cleared.refused, (callId) => this.settler.settle(callId), ENDINGS_AT_ONCE);
    return { orders, cleared };
  }

  /** As many as the pace has room for. A number that has just moved from one person to another may be in a call yet. */
  private async admit(calls: Call[], standings: Map<string, Standing>, orders: Order[]): Promise<Call[]> {
    const phoneOf = ({ userId }: Call) => standings.get(userId)!.profile.phone!;
    const busy = await this.queue.busyNumbers(calls.map((call) => phoneOf(call).numberIndex));
    const free = calls
      .filter((call) => !busy.has(phoneOf(call).numberIndex))
      .toSorted((one, other) => one.notBefore.getTime() - other.notBefore.getTime());
    const admitted = free.slice(0, await this.pace.take(free.length));
    orders.push(...admitted.map((call) => ({ call, to: this.phones.numberOf(phoneOf(call)) })));
    await this.note(orders, standings);
    return admitted;
  }

  /** Whom it reaches, by what right and for how much, in the transaction in which it is dialed. */
  private async note(orders: Order[], standings: Map<string, Standing>): Promise<void> {
    const { price } = this.standings;
    await this.queue.noteDials(
      orders.map(({ call: { id, userId } }) => {
        const { phone, consentId, timeZone } = standings.get(userId)!.profile;
        return { id, numberIndex: phone!.numberIndex, consentId, timeZone, cost: price };
      }),
    );
    await this.costs.setAside(
      orders.map(({ call }) => call),
      price,
    );
    await this.counters.add(
      orders.flatMap(({ call: { userId }, to }) => [
        { kind: 'calls-to-number', key: standings.get(userId)!.profile.phone!.numberIndex, amount: 1 },
        { kind: 'calls-to-prefix', key: prefixOf(to), amount: 1 },
      ]),
    );
  }

  private start({ call, to }: Order, token: string): Promise<void> {
    const order = { to, answerUrl: this.urls.answer(call.id), statusUrl: this.urls.status(call.id) };
    const dialed = this.telephony
      .call(order)
      .then((placed) => this.record(call, token, placed))
      .catch((error: Error) => this.logger.error({ callId: call.id, err: error }, 'A dial was not recorded'))
      .finally(() => this.inFlight.delete(dialed));
    this.inFlight.add(dialed);
    return dialed;
  }

  private async record(call: Call, token: string, placed: Placed): Promise<void> {
    const now = this.clock.now();
    switch (placed.kind) {
      case 'placed':
        return this.adopt(call, placed.providerCallId);
      case 'refused':
        await this.rows.noteFailure(call.id, placed.code);
        await this.costs.estimate(call, 0);
        await this.settler.end(call.id, 'failed', ['dialing']);
        return;
      case 'not-placed':
        if (await this.rows.takeBack(call.id, token, false)) await this.costs.estimate(call, 0);
        return;
      case 'unclear':
        this.logger.warn({ callId: call.id }, 'Nobody can tell whether a call was made');
        await this.rows.markUnknown(call.id, token, now, plus(now, LOOK_FIRST_AFTER));
        return;
      default:
        return unreachable(placed);
    }
  }

  /** The provider may have told us of the call before it answered the order, and even have made two of it. */
  private async adopt({ id, userId }: Call, providerCallId: string): Promise<void> {
    const call = await this.work.run(async () => {
      await this.people.hold(userId);
      await this.rows.adopt(id, providerCallId, plus(this.clock.now(), RINGS_WITHIN));
      return this.rows.findOnTelephone(id);
    });
    const isWanted = call?.providerCallId === providerCallId && call.ending === null;
    if (!isWanted) await this.hangUps.hangUp(id, providerCallId);
  }
}

const nobody: Admit = async () => [];

function passed(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
