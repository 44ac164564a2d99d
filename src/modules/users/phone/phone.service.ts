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
import { Codes } from './codes';
import type { PhoneResponse, PhoneVerificationResponse, PutPhoneRequest } from './phone.dto';
import type { Phone } from './phone.entity';
import { codeNotSent, codeTooSoon, codeVoid, codeWrong, numberNotAccepted } from './phone.problems';
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
    if ((await this.rows.numberSuppression(this.phones.indexOf(number.number))) === 'sms') throw codeNotSent();
    const code = this.codes.newCode();
    const kept = await this.keepCode(userId, number, code, by);
    const { language } = await this.people.profile(userId);
    const letter = { userId, number: number.number, numberIndex: kept.numberIndex, code, by, language };
    await this.codes.send(letter).catch(async (error: unknown) => {
      await this.rows.removeVerification(userId, kept.id);
      throw error;
    });
    const { sentAt, expiresAt } = kept;
    return { number: masked(number.number), by, expiresAt, resendAfter: plus(sentAt, RESEND_AFTER) };
  }

  /** A wrong guess is counted for good; the right one moves the number here. @throws Problem `code-wrong` or `code-void` */
  async verify(userId: string, guess: string): Promise<PhoneResponse> {
    const verdict = await this.work.run(async () => {
      const { sent, owner } = await this.hold(userId);
      const verdict = judgeCode(sent, this.isRight(guess, sent), this.clock.now());
      if (verdict.kind === 'wrong') await this.rows.countTry(userId);
      if (verdict.kind === 'right') await this.prove(sent!, owner);
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
      await this.rows.removeVerification(userId, null);
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

  /** The person, and whoever has the number they prove. A code for another number, asked for meanwhile, is not the one that was guessed at. */
  private async hold(userId: string): Promise<{ sent: PhoneVerification | null; owner: Phone | null }> {
    const asked = await this.rows.verificationOf(userId);
    if (!asked) return { sent: null, owner: null };
    const owner = await this.phones.hold(asked.numberIndex, [userId]);
    const sent = await this.rows.verificationOf(userId);
    return { sent: sent?.numberIndex === asked.numberIndex ? sent : null, owner };
  }

  /** What was said of the number in a call was said by who had it before; what was said by text holds until it is taken back by text. */
  private async prove(sent: PhoneVerification, owner: Phone | null): Promise<void> {
    const { id, userId, numberIndex } = sent;
    await this.rows.removeVerification(userId, id);
    if (owner?.userId === userId) await this.rows.prove(owner.id, this.clock.now());
    else await this.moveHere(sent, owner);
    await this.rows.allowNumber(numberIndex, ['call']);
    await this.audit.record({ userId, action: 'phone-verified' });
  }

  /** The number is nobody else's from now on, and the one they had is theirs no more. */
  private async moveHere(sent: PhoneVerification, owner: Phone | null): Promise<void> {
    const { userId, numberIndex, country, type } = sent;
    if (owner) await this.takeFrom(owner.userId);
    await this.takeFrom(userId);
    const [id, now] = [newId(), this.clock.now()];
    const number = this.phones.seal(id, this.number.decrypt(sent.number, sent.id));
    await this.rows.insert({ id, userId, number, numberIndex, country, type, verifiedAt: now, humanAt: now });
  }

  /** Nothing happens when they have none. */
  private async takeFrom(userId: string): Promise<void> {
    const phone = await this.rows.findOf(userId);
    if (!phone) return;
    await this.consents.revoke(userId, 'phone-removed');
    await this.rows.remove(phone.id);
    await this.audit.record({ userId, action: 'phone-removed' });
  }
}
