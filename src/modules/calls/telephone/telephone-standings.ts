import { Injectable, Logger } from '@nestjs/common';
import { MINUTE } from '../../../kernel/clock';
import { Config } from '../../../platform/config';
import { Counters, prefixOf, Telephony } from '../../../platform/telephony';
import { Phones, type Profile } from '../../users';
import type { TelephoneAtGate } from '../domain/gate';
import { LONGEST_TALK } from '../engine/timing';

/** What is counted of one person's telephone, in the order in which it is asked for. */
type Counted = [callsToNumber: number, callsToPrefix: number, spentByPerson: number];

/** Reads, for many people at once, what must be known before a telephone rings. What cannot be read is left out: nobody is called on a guess. */
@Injectable()
export class TelephoneStandings {
  private readonly logger = new Logger('TelephoneStandings');

  constructor(
    private readonly telephony: Telephony,
    private readonly phones: Phones,
    private readonly counters: Counters,
    private readonly config: Config,
  ) {}

  /** Of those whose calls ring on the telephone, or could. */
  async of(profiles: Profile[]): Promise<Map<string, TelephoneAtGate>> {
    const wanted = profiles.filter(({ ringOn, phone }) => ringOn === 'phone' || phone);
    if (wanted.length === 0) return new Map();
    const readable = wanted.flatMap((profile) => this.readable(profile));
    const [spent = 0, ...counts] = await this.counters.read([
      { kind: 'spent', key: 'all' },
      ...readable.flatMap(({ profile, prefix }) => countersOf(profile, prefix)),
    ]);
    return new Map(
      readable.map(({ profile }, place) => {
        const counted = counts.slice(place * 3, place * 3 + 3) as Counted;
        return [profile.userId, this.atGate(profile, counted, spent)];
      }),
    );
  }

  /** What a call may cost at most: so much is set aside when it is dialed. */
  get price(): number {
    return (LONGEST_TALK / MINUTE) * this.config.CALL_PRICE_PER_MINUTE;
  }

  /** Nothing when the number cannot be decrypted: then nothing is known of it. */
  private readable(profile: Profile): { profile: Profile; prefix: string }[] {
    try {
      return [{ profile, prefix: profile.phone ? prefixOf(this.phones.numberOf(profile.phone)) : '' }];
    } catch (error) {
      this.logger.error({ err: error, userId: profile.userId }, 'A number cannot be read: it is not called');
      return [];
    }
  }

  private atGate(
    { phone, consentId }: Profile,
    [callsToNumber, callsToPrefix, spentByPerson]: Counted,
    spent: number,
  ): TelephoneAtGate {
    const { CALL_COUNTRIES, CALL_BUDGET_MONTHLY: budget, CALL_BUDGET_PERSON_MONTHLY: budgetOfPerson } = this.config;
    const { isConfigured: hasLine, isAway } = this.telephony;
    const countries = CALL_COUNTRIES.split(',');
    const counted = { callsToNumber, callsToPrefix, spentByPerson, spent, budgetOfPerson, budget, price: this.price };
    return { hasLine, isAway, phone, consented: consentId !== null, countries, ...counted };
  }
}

/** Three for each person, as `Counted` reads them. */
function countersOf({ userId, phone }: Profile, prefix: string) {
  return [
    { kind: 'calls-to-number' as const, key: phone?.numberIndex ?? 'none' },
    { kind: 'calls-to-prefix' as const, key: prefix || 'none' },
    { kind: 'spent-by-person' as const, key: userId },
  ];
}
