import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus, SECOND } from '../../../kernel/clock';
import { isProvenLately } from '../../../kernel/number-proof';
import { Audit } from '../../../platform/audit';
import { Config } from '../../../platform/config';
import { Crypto, type EncryptedColumn } from '../../../platform/crypto';
import { newId, UnitOfWork } from '../../../platform/database';
import { Retention } from '../../../platform/retention';
import { masked, readNumber, type TelephoneNumber } from '../../../platform/telephony';
import { ConsentsService } from '../consents/consents.service';
import { CODE_LASTS, judgeCode, RESEND_AFTER, resendAt } from '../domain/phone-code';
import { People } from '../people';
import { UsersRepository } from '../users.repository';
import { Codes } from './codes';
import type { PhoneResponse, PhoneVerificationResponse, PutPhoneRequest } from './phone.dto';
import { codeTooSoon, codeVoid, codeWrong, numberNotAccepted } from './phone.problems';
import type { PhoneVerification } from './phone-verification.entity';
import { Phones } from './phones';
import { PhonesRepository } from './phones.repository';

/** Codes that are of no use any more go after a day: until then they say how often was tried. */
const VERIFICATIONS_KEPT = DAY;

/** How a number becomes somebody's: whoever reads or hears the code answers there. */
@Injectable()
export class PhoneService {
  private readonly number: EncryptedColumn;
  private readonly code: EncryptedColumn;

  constructor(
    private readonly rows: PhonesRepository,
    private readonly phones: Phones,
    private readonly codes: Codes,
    private readonly consents: ConsentsService,
    private readonly users: UsersRepository,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    crypto: Crypto,
    retention: Retention,
  ) {
    this.number = crypto.column('phone_verifications', 'number');
    this.code = crypto.column('phone_verifications', 'code');
    retention.keep('phone-verifications', VERIFICATIONS_KEPT, (before, limit) =>
      rows.forgetVerificationsBefore(before, limit),
    );
  }

  async ofPerson(userId: string): Promise<PhoneResponse | null> {
    const phone = await this.rows.findOf(userId);
    if (!phone) return null;
    const needsProof = !isProvenLately(phone.humanAt, this.clock.now());
    return { number: masked(this.phones.numberOf(phone)), verifiedAt: phone.verifiedAt, needsProof };
  }

  /** Whether the person's number is not to be called, and by which way that was said. */
  async numberStopped(userId: string): Promise<'sms' | 'call' | null> {
    const phone = await this.rows.findOf(userId);
    return phone ? this.rows.numberSuppression(phone.numberIndex) : null;
  }

  /** The code is kept before it is sent, so that it is good when it arrives; one that could not be sent is asked for again at once. */
  async sendCode(userId: string, { number: written, by = 'sms' }: PutPhoneRequest): Promise<PhoneVerificationResponse> {
    const read = readNumber(written, this.config.CALL_COUNTRIES.split(','));
    if ('refusal' in read) throw numberNotAccepted(read.refusal);
    const { number } = read;
    const code = this.codes.newCode();
    const kept = await this.keepCode(userId, number, code, by);
    const { language } = await this.people.profile(userId);
    const letter = { userId, number: number.number, numberIndex: kept.numberIndex, code, by, language };
    await this.codes.send(letter).catch(async (error: unknown) => {
      await this.rows.removeVerification(userId);
      throw error;
    });
    const { sentAt, expiresAt } = kept;
    return { number: masked(number.number), by, expiresAt, resendAfter: plus(sentAt, RESEND_AFTER) };
  }

  /** A wrong guess is counted for good; the right one moves the number here. @throws Problem `code-wrong` or `code-void` */
  async verify(userId: string, guess: string): Promise<PhoneResponse> {
    const verdict = await this.work.run(async () => {
      await this.holdWithOwner(userId);
      const sent = await this.rows.verificationOf(userId);
      const verdict = judgeCode(sent, this.isRight(guess, sent), this.clock.now());
      if (verdict.kind === 'wrong') await this.rows.countTry(userId);
      if (verdict.kind === 'right') await this.moveHere(userId, sent!);
      return verdict;
    });
    if (verdict.kind === 'void') throw codeVoid();
    if (verdict.kind === 'wrong') throw codeWrong(verdict.left);
    return (await this.ofPerson(userId))!;
  }

  /** Nothing happens when there is none. */
  remove(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      await this.rows.removeVerification(userId);
      await this.takeFrom(userId);
    });
  }

  private keepCode(
    userId: string,
    { number, country, type }: TelephoneNumber,
    code: string,
    by: 'sms' | 'call',
  ): Promise<PhoneVerification> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const now = this.clock.now();
      const soonest = resendAt(await this.rows.verificationOf(userId), now);
      if (soonest) throw codeTooSoon(Math.ceil((soonest.getTime() - now.getTime()) / SECOND));
      const id = newId();
      const verification = {
        id,
        userId,
        number: this.number.encrypt(number, id),
        numberIndex: this.phones.indexOf(number),
        country,
        type,
        code: this.code.encrypt(code, id),
        by,
        tries: 0,
        sentAt: now,
        expiresAt: plus(now, CODE_LASTS),
      };
      await this.rows.replaceVerification(verification);
      return verification;
    });
  }

  /** As long whether there is a code or not, and whichever of its digits are right. */
  private isRight(guess: string, sent: PhoneVerification | null): boolean {
    const expected = sent ? this.code.decrypt(sent.code, sent.id) : '------';
    return timingSafeEqual(Buffer.from(guess.padEnd(6).slice(0, 6)), Buffer.from(expected));
  }

  /** Both, in one order: two who trade their numbers must not wait for each other. */
  private async holdWithOwner(userId: string): Promise<void> {
    const sent = await this.rows.verificationOf(userId);
    const owner = sent && (await this.rows.findByIndex(sent.numberIndex));
    await this.people.holdAll([userId, ...(owner ? [owner.userId] : [])]);
  }

  /** The number is nobody else's from now on. That it was the wrong person's, or said stop in a call, was said by who had it before. */
  private async moveHere(userId: string, { id, numberIndex, country, type, number }: PhoneVerification): Promise<void> {
    const now = this.clock.now();
    const [owner, own] = [await this.rows.findByIndex(numberIndex), await this.rows.findOf(userId)];
    await this.rows.removeVerification(userId);
    if (owner && owner.userId !== userId) await this.takeFrom(owner.userId);
    if (own && own.numberIndex !== numberIndex) await this.takeFrom(userId);
    await this.rows.remove([userId], numberIndex);
    const phoneId = newId();
    const sealed = this.phones.seal(phoneId, this.number.decrypt(number, id));
    const phone = { id: phoneId, userId, number: sealed, numberIndex, country, type, verifiedAt: now, humanAt: now };
    await this.rows.insert(phone);
    await this.rows.allowNumber(numberIndex, ['call']);
    await this.audit.record({ userId, action: 'phone-verified' });
  }

  private async takeFrom(userId: string): Promise<void> {
    const phone = await this.rows.findOf(userId);
    if (!phone) return;
    await this.consents.revoke(userId, 'phone-removed');
    await this.rows.remove([userId], null);
    await this.users.updateSettings(userId, { ringOn: 'app' });
    await this.people.forget(userId);
    await this.audit.record({ userId, action: 'phone-removed' });
  }
}
