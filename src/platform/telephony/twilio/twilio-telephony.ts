import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '../../../kernel/clock';
import type { Config } from '../../config';
import type { Metrics } from '../../metrics';
import { Absence, type Policy, type Resilience } from '../../resilience';
import type { Pace } from '../pace';
import {
  type Announcement,
  type CallOrder,
  type Placed,
  type ProviderCall,
  type ProviderStatus,
  type Sent,
  Telephony,
} from '../telephony';
import { AccountRefused, fateOf, plainly, refusalIn } from './answers';
import { loadSdk, type Sdk } from './sdk';
import { spoken } from './spoken';

/** How long a telephone rings, and a call lasts at most, by the provider's clock; in seconds. */
const RINGS_FOR = 30;
const LASTS_AT_MOST = 180;

/** Calls of ours to one number that are looked through: many more than may be made there since the moment asked for. */
const MOST_CALLS = 200;

/** What is only looked up is waited for no longer. */
const READ_WITHIN = 4 * SECOND;

const ORDERS = { timeLimit: 5 * SECOND, repeatable: false, concurrent: 100, failures: 5, leftInPeaceFor: 10 * SECOND };

type CallOptions = Parameters<Sdk['calls']['create']>[0];

/** What an order comes to when the provider answers. */
type Outcome<Taken> = Taken | { kind: 'refused'; code: string } | { kind: 'not-placed' };

/**
 * The telephone network by Twilio. An order is given once: what may have been carried out is `unclear`, and is never given again
 * here (docs/decisions/0028).
 */
export class TwilioTelephony extends Telephony implements OnApplicationBootstrap {
  readonly isConfigured = true;
  private readonly logger = new Logger('Telephony');
  private readonly policy: Policy;
  private readonly orders;
  private loading?: Promise<Sdk>;
  private readonly absence = new Absence(this.logger, 'The telephone provider', 'Messages are sent instead of calls.');

  constructor(
    private readonly config: Config,
    resilience: Resilience,
    metrics: Metrics,
    private readonly pace: Pace,
  ) {
    super();
    this.policy = resilience.policy('telephony', ORDERS);
    this.orders = metrics.counter({
      name: 'callivate_telephony_orders_total',
      help: 'Calls, spoken codes and texts asked of the provider, by what became of the order.',
      labelNames: ['what', 'outcome'],
    });
  }

  /** Nobody who waits for a call waits for the library; nor does the start. */
  onApplicationBootstrap(): void {
    void this.sdk().catch((error: Error) => this.logger.error({ err: error }, 'The SDK of the provider is broken'));
  }

  get isAway(): boolean {
    return this.policy.isLeftInPeace;
  }

  get from(): string {
    return this.config.TWILIO_FROM_NUMBER!;
  }

  call({ to, answerUrl, statusUrl }: CallOrder): Promise<Placed> {
    const told = {
      url: answerUrl,
      method: 'POST',
      statusCallback: statusUrl,
      statusCallbackMethod: 'POST',
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
    };
    return this.place('call', to, told);
  }

  announce({ to, text, language }: Announcement): Promise<Placed> {
    return this.place('announcement', to, { twiml: spoken(text, language) });
  }

  async text(to: string, body: string): Promise<Sent> {
    const sent = await this.order('text', async (sdk) => {
      await sdk.messages.create({ to, from: this.from, body });
      return { kind: 'sent' as const };
    });
    return sent.kind === 'not-placed' || sent.kind === 'unclear' ? { kind: 'failed' } : sent;
  }

  async callsTo(number: string, since: Date): Promise<ProviderCall[]> {
    const calls = await this.read((sdk) => sdk.calls.list({ to: number, from: this.from, limit: MOST_CALLS }));
    const told = calls.map(asTold).filter(({ from, createdAt }) => from === this.from && isSince(createdAt, since));
    if (told.length === MOST_CALLS) throw new Error('There are more calls than can be looked through.');
    return told;
  }

  async find(providerCallId: string): Promise<ProviderCall | undefined> {
    const call = await this.read((sdk) => sdk.calls(providerCallId).fetch().catch(nothingWhenAbsent));
    return call && asTold(call);
  }

  async end(providerCallId: string): Promise<void> {
    await this.read((sdk) => sdk.calls(providerCallId).update({ status: 'completed' }).catch(nothingWhenOver));
  }

  private place(what: string, to: string, told: Partial<CallOptions>): Promise<Placed> {
    return this.order(what, async (sdk) => {
      const options = { to, from: this.from, timeout: RINGS_FOR, timeLimit: LASTS_AT_MOST, ...told } as CallOptions;
      const { sid } = await sdk.calls.create(options);
      if (!/^CA[0-9a-f]{32}$/i.test(sid ?? '')) throw new Error('The provider named no call.');
      return { kind: 'placed' as const, providerCallId: sid };
    });
  }

  private async order<Taken extends { kind: string }>(
    what: string,
    give: (sdk: Sdk) => Promise<Taken>,
  ): Promise<Outcome<Taken> | { kind: 'unclear' }> {
    const outcome = await this.policy
      .run(async () => this.given(await this.sdk(), give))
      .then((answer) => {
        this.absence.ends();
        return answer;
      })
      .catch((error: unknown) => {
        this.absence.begins(error);
        return fateOf(error);
      });
    this.orders.inc({ what, outcome: outcome.kind });
    return outcome;
  }

  /** A definite no to one order is an answer like any other; that the account is refused is a failure of the whole line. */
  private async given<Taken>(sdk: Sdk, give: (sdk: Sdk) => Promise<Taken>): Promise<Outcome<Taken>> {
    try {
      return await give(sdk);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw plainly(error);
      if (refusal.kind === 'account-refused') throw new AccountRefused(refusal.code);
      if (refusal.kind === 'refused') return refusal;
      await this.pace.pause();
      return { kind: 'not-placed' };
    }
  }

  /** @throws Problem when the provider cannot tell. */
  private async read<T>(question: (sdk: Sdk) => Promise<T>): Promise<T> {
    const answer = await this.policy.run(async () => {
      const sdk = await this.sdk();
      return question(sdk).catch((error: unknown) => {
        throw plainly(error);
      });
    }, READ_WITHIN);
    this.absence.ends();
    return answer;
  }

  private sdk(): Promise<Sdk> {
    this.loading ??= loadSdk(this.config);
    return this.loading;
  }
}

type Told = Awaited<ReturnType<ReturnType<Sdk['calls']>['fetch']>>;

function asTold({ sid, status, from, dateCreated, duration, price, priceUnit }: Told): ProviderCall {
  return {
    providerCallId: sid,
    status: status as ProviderStatus,
    from,
    createdAt: dateCreated,
    durationSeconds: duration === null ? null : Number(duration),
    price: price === null ? null : { amount: Math.abs(Number(price)), currency: priceUnit },
  };
}

/** What is not dated yet has only just been made: left out, it would seem not to have been. */
function isSince(createdAt: Date | null, since: Date): boolean {
  return !createdAt || createdAt >= since;
}

function nothingWhenAbsent(error: { status?: number }): undefined {
  if (error.status === 404) return undefined;
  throw error;
}

/** A call that is over, or that there is none of, needs no end: 400 with code 21220 says that it is not in progress. */
function nothingWhenOver(error: { status?: number; code?: number }): undefined {
  if (error.status === 404 || error.code === 21220) return undefined;
  throw error;
}
