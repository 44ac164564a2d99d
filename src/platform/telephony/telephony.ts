/** What a provider is asked to do: ring this number, and ask us what to say once somebody answers. */
export interface CallOrder {
  /** E.164. */
  to: string;
  /** Where the provider asks what to do once the call is answered, and where it tells what becomes of it. Both carry our call's id. */
  answerUrl: string;
  statusUrl: string;
}

/** A call that only says something: a code. */
export interface Announcement {
  /** E.164. */
  to: string;
  /** What is said, twice, and in which language. */
  text: string;
  language: string;
}

/**
 * What became of an order. `refused` is a definite no, with the provider's code, that asking again would not change; `not-placed`
 * is as definite, and may be asked again later; `unclear` may have been carried out: it is never asked again on a guess.
 */
export type Placed =
  | { kind: 'placed'; providerCallId: string }
  | { kind: 'refused'; code: string }
  | { kind: 'not-placed' }
  | { kind: 'unclear' };

/** What became of a text message; whoever gets `failed` may try again. */
export type Sent = { kind: 'sent' } | { kind: 'refused'; code: string } | { kind: 'failed' };

export type ProviderStatus =
  | 'queued'
  | 'ringing'
  | 'in-progress'
  | 'completed'
  | 'busy'
  | 'no-answer'
  | 'failed'
  | 'canceled';

/** A call as the provider tells of it. */
export interface ProviderCall {
  providerCallId: string;
  status: ProviderStatus;
  from: string;
  /** Nothing while it waits in the provider's queue, which may tell the moment later. */
  createdAt: Date | null;
  durationSeconds: number | null;
  /** What it cost, once the provider knows. */
  price: { amount: number; currency: string } | null;
}

/**
 * The telephone network, by a provider. Every order takes from the pace, which is the caller's to ask first; none is ever
 * repeated by itself.
 */
export abstract class Telephony {
  /** Whether there is a provider at all. */
  abstract readonly isConfigured: boolean;

  /** The provider failed too often and is left in peace for a while: whoever asked now would not reach it. */
  abstract readonly isAway: boolean;

  /** Our own number, E.164. */
  abstract readonly from: string;

  /** Never throws. */
  abstract call(order: CallOrder): Promise<Placed>;

  /** Never throws. */
  abstract announce(announcement: Announcement): Promise<Placed>;

  /** Never throws. */
  abstract text(to: string, body: string): Promise<Sent>;

  /** All calls from our number to that one that the provider has made since the moment, in all statuses. @throws when it cannot tell. */
  abstract callsTo(number: string, since: Date): Promise<ProviderCall[]>;

  /** Nothing when the provider knows no such call. @throws when it cannot tell. */
  abstract find(providerCallId: string): Promise<ProviderCall | undefined>;

  /** Ends a call, whether it rings or talks; a call that is over stays so. @throws when the provider did not confirm it. */
  abstract end(providerCallId: string): Promise<void>;
}

/** What a fresh machine has: no telephone line. */
export class NoTelephony extends Telephony {
  readonly isConfigured = false;
  readonly isAway = false;
  readonly from = '';

  async call(): Promise<Placed> {
    return { kind: 'not-placed' };
  }

  async announce(): Promise<Placed> {
    return { kind: 'not-placed' };
  }

  async text(): Promise<Sent> {
    return { kind: 'failed' };
  }

  async callsTo(): Promise<ProviderCall[]> {
    return [];
  }

  async find(): Promise<undefined> {
    return undefined;
  }

  async end(): Promise<void> {}
}
