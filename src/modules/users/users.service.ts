import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { absent } from '../../kernel/problem';
import { Audit } from '../../platform/audit';
import { newId, UnitOfWork } from '../../platform/database';
import { ExpectedVersion, isSetAlready } from '../../platform/http';
import { News } from '../../platform/news';
import { Telephony } from '../../platform/telephony';
import { CANARY_ID } from './canary-id';
import { ConsentsService } from './consents/consents.service';
import { People } from './people';
import { PhonesRepository } from './phone/phones.repository';
import type { Suppression } from './suppression.entity';
import type { User } from './user.entity';
import type { UserSettings } from './user-settings.entity';
import { callsSuppressed, localTimeChanged, personLeaves, streakFreezesSwitched } from './users.news';
import { consentNeeded, phoneNotVerified, telephoneNotAvailable } from './users.problems';
import { UsersRepository } from './users.repository';

export type NewUser = Pick<User, 'email'> & Partial<Pick<User, 'name' | 'timeZone'>>;
export type UserChange = Partial<Pick<User, 'name' | 'timeZone' | 'locale' | 'onboardingCompleted'>>;
export type SettingsChange = Partial<Omit<UserSettings, 'userId' | 'version'>>;
export interface SuppressionWord extends Pick<Suppression, 'via' | 'reason'> {
  quote?: string;
  /** The number that is not to be called either, whoever has it: somebody there said that it is not theirs. */
  numberIndex?: string;
}

const ON_RECORD = ['ringOn', 'appRings', 'callingWindow', 'silentUntil', 'voicemail', 'keepTranscripts'] as const;

@Injectable()
export class UsersService {
  constructor(
    private readonly users: UsersRepository,
    private readonly people: People,
    private readonly phones: PhonesRepository,
    private readonly consents: ConsentsService,
    private readonly telephony: Telephony,
    private readonly work: UnitOfWork,
    private readonly news: News,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async findById(id: string): Promise<User> {
    const user = await this.users.findById(id);
    if (!user) throw absent('person');
    return user;
  }

  /** The person with that e-mail address, made when there is none yet. What is already known of them stays. */
  findOrCreate({ email, name = null, timeZone = null }: NewUser): Promise<User> {
    return this.work.run(async () => {
      const known = await this.users.findByEmail(email);
      if (!known) return this.create(email, name, timeZone);
      if (known.timeZone || !timeZone) return known;
      return this.update(known.id, { timeZone });
    });
  }

  /** A new zone is where the person is from now on; what has rung stays, what is planned is planned anew. */
  update(id: string, change: UserChange, expected = ExpectedVersion.any): Promise<User> {
    return this.work.run(async () => {
      await this.people.hold(id);
      const before = await this.findById(id);
      if (isSetAlready(before, change)) return before;
      expected.mustBe(before.version);
      await this.users.update(id, { ...change, updatedAt: this.clock.now() });
      await this.people.forget(id);
      if (change.timeZone && change.timeZone !== before.timeZone)
        await this.news.publish(localTimeChanged, { userId: id });
      return this.findById(id);
    });
  }

  /**
   * Deletes the person and everything that is theirs, at once. That they were here and left stays on record,
   * without a name. Nothing happens when they are gone already.
   */
  remove(id: string, expected = ExpectedVersion.any): Promise<void> {
    return this.work.run(async () => {
      if (!(await this.people.hold(id))) return;
      expected.mustBe((await this.findById(id)).version);
      await this.audit.record({ userId: id, action: 'account-deleted' });
      await this.news.publish(personLeaves, { userId: id });
      await this.consents.revoke(id, 'account-deleted');
      await this.people.forget(id);
      await this.users.remove(id);
    });
  }

  settings(userId: string): Promise<UserSettings> {
    return this.users.settings(userId);
  }

  changeSettings(userId: string, change: SettingsChange, expected = ExpectedVersion.any): Promise<UserSettings> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      if (change.ringOn === 'phone') await this.mayRingOnPhone(userId);
      const before = await this.users.settings(userId);
      if (isSetAlready(before, change)) return before;
      expected.mustBe(before.version);
      await this.users.updateSettings(userId, change);
      await this.people.forget(userId);
      const after = await this.users.settings(userId);
      await this.recordChange(before, after);
      if (after.dayEndsAt !== before.dayEndsAt) await this.news.publish(localTimeChanged, { userId });
      if (after.streakFreezes !== before.streakFreezes)
        await this.news.publish(streakFreezesSwitched, { userId, enabled: after.streakFreezes });
      return after;
    });
  }

  /** @throws Problem that says what is missing before calls can ring on the telephone */
  private async mayRingOnPhone(userId: string): Promise<void> {
    if (!this.telephony.isConfigured) throw telephoneNotAvailable('/ringOn');
    const { phone, consentId } = await this.people.profile(userId);
    if (!phone) throw phoneNotVerified();
    if (!consentId) throw consentNeeded();
  }

  suppression(userId: string): Promise<Suppression | null> {
    return this.users.suppression(userId);
  }

  /** From the moment this returns nobody calls the person any more. Stored before it is confirmed in words. */
  suppress(userId: string, { via, reason, quote, numberIndex }: SuppressionWord): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      if (numberIndex) await this.phones.suppressNumber(numberIndex, 'call', reason, this.clock.now());
      const isNews = await this.users.suppress({ userId, since: this.clock.now(), via, reason, quote: quote ?? null });
      if (isNews) await this.audit.record({ userId, action: 'calls-suppressed', detail: { via, reason } });
      await this.news.publish(callsSuppressed, { userId });
    });
  }

  /** The person's word that they may be called again; `madeVia` takes back only what came by that way. */
  allowCalls(userId: string, madeVia?: Suppression['via']): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      if (await this.users.allow(userId, madeVia ?? null)) await this.audit.record({ userId, action: 'calls-allowed' });
    });
  }

  /** The service's own person, made when there is none yet. */
  findOrMakeCanary(): Promise<User> {
    return this.work.run(
      async () => (await this.users.findById(CANARY_ID)) ?? this.create('canary', 'Canary', 'UTC', CANARY_ID),
    );
  }

  /** What decides whether and when we ring is put on record: which settings changed, not to what. */
  private async recordChange(before: UserSettings, after: UserSettings): Promise<void> {
    const fields = ON_RECORD.filter((field) => !isDeepStrictEqual(before[field], after[field]));
    if (fields.length === 0) return;
    await this.audit.record({ userId: after.userId, action: 'settings-changed', detail: { fields } });
  }

  private async create(email: string, name: string | null, timeZone: string | null, id = newId()): Promise<User> {
    const now = this.clock.now();
    await this.users.insert({
      id,
      email,
      name,
      timeZone,
      avatarUrl: null,
      locale: 'en',
      onboardingCompleted: false,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    return (await this.users.findByEmail(email))!;
  }
}
