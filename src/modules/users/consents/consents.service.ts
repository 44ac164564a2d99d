import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../../kernel/clock';
import { spokenLanguage } from '../../../kernel/languages';
import { Audit } from '../../../platform/audit';
import { Crypto, type EncryptedColumn } from '../../../platform/crypto';
import { newId, UnitOfWork } from '../../../platform/database';
import { type Page, type PageQuery, pageOf, readCursor } from '../../../platform/http';
import { News } from '../../../platform/news';
import { Retention } from '../../../platform/retention';
import { type ConsentText, consentText, consentTextOf } from '../domain/consent-text';
import { People, type VerifiedPhone } from '../people';
import { Phones } from '../phone/phones';
import { consentRevoked } from '../users.news';
import { phoneNotVerified } from '../users.problems';
import { UsersRepository } from '../users.repository';
import type { Consent, ConsentVia } from './consent.entity';
import { ConsentResponse } from './consents.dto';
import { consentOutdated } from './consents.problems';
import { ConsentsRepository } from './consents.repository';

/**
 * As long as somebody may say that they never agreed (28 U.S.C. 1658: four years), and a year more. It counts from the row, so a
 * consent that is older than that and still used is asked for anew.
 */
const EVIDENCE_KEPT = 5 * 366 * DAY;

/** From where somebody agreed. */
export interface Whence {
  ip: string;
  userAgent: string | null;
}

/** That people agree to be called on the telephone, at one number, by one text; and that they take it back. */
@Injectable()
export class ConsentsService {
  private readonly evidence: EncryptedColumn;

  constructor(
    private readonly consents: ConsentsRepository,
    private readonly phones: Phones,
    private readonly people: People,
    private readonly users: UsersRepository,
    private readonly news: News,
    private readonly audit: Audit,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    crypto: Crypto,
    retention: Retention,
  ) {
    this.evidence = crypto.column('consents', 'evidence');
    retention.keep('consents', EVIDENCE_KEPT, (before, limit) => consents.forgetBefore(before, limit));
  }

  /** What the person is asked to agree to, in their language. */
  async textFor(userId: string): Promise<ConsentText> {
    const { language } = await this.people.profile(userId);
    return consentText(spokenLanguage(language));
  }

  async list(userId: string, { limit, cursor }: PageQuery): Promise<Page<ConsentResponse>> {
    const rows = await this.consents.list(userId, readCursor(cursor), limit);
    return pageOf(rows, limit, ({ at, id }) => ({ at, id }), ConsentResponse.of);
  }

  /** Agreeing to the same again changes nothing. @throws Problem `phone-not-verified` or `consent-outdated` */
  give(userId: string, version: string, whence: Whence): Promise<ConsentResponse> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const { phone, consentId } = await this.people.profile(userId);
      if (!phone) throw phoneNotVerified();
      const text = consentTextOf(version);
      if (!text) throw consentOutdated((await this.textFor(userId)).version);
      const before = await this.consents.latest(userId);
      if (consentId && before?.version === version) return ConsentResponse.of(before);
      const consent = await this.consents.add(this.row(userId, { action: 'given', via: 'app', phone, text, whence }));
      await this.audit.record({ userId, action: 'consent-given', detail: { version } });
      return ConsentResponse.of(consent);
    });
  }

  /**
   * Takes it back, at once, and calls ring in the app from then on, as the text says; nothing happens when there is nothing to take back.
   * Joins the running transaction.
   */
  revoke(userId: string, via: ConsentVia): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const before = await this.consents.latest(userId);
      if (before?.action !== 'given') return;
      const { phone } = await this.people.profile(userId);
      const { version, text } = before;
      await this.consents.add(
        this.row(userId, { action: 'revoked', via, phone, text: { version, text }, whence: null }),
      );
      await this.users.ringInApp(userId);
      await this.people.forget(userId);
      await this.audit.record({ userId, action: 'consent-revoked', detail: { via } });
      await this.news.publish(consentRevoked, { userId });
    });
  }

  private row(userId: string, told: Told): Consent {
    const { action, via, phone, text, whence } = told;
    const id = newId();
    const evidence = { number: phone && this.phones.numberOf(phone), ...whence };
    return {
      id,
      userId,
      kind: 'calls',
      action,
      version: text.version,
      text: text.text,
      at: this.clock.now(),
      via,
      numberIndex: phone?.numberIndex ?? null,
      evidence: this.evidence.encrypt(JSON.stringify(evidence), id),
    };
  }
}

interface Told {
  action: Consent['action'];
  via: ConsentVia;
  phone: VerifiedPhone | null;
  text: Pick<ConsentText, 'version' | 'text'>;
  whence: Whence | null;
}
