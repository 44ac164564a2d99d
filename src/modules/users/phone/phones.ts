import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { Crypto, type EncryptedColumn } from '../../../platform/crypto';
import { People } from '../people';
import type { Phone } from './phone.entity';
import { PhonesRepository } from './phones.repository';

/** Whose number is whose, for whoever calls or is called. */
@Injectable()
export class Phones {
  private readonly number: EncryptedColumn;

  constructor(
    private readonly rows: PhonesRepository,
    private readonly people: People,
    private readonly clock: Clock,
    crypto: Crypto,
  ) {
    this.number = crypto.column('phones', 'number');
  }

  /** The number itself, to be dialed and never shown. @throws CannotDecrypt */
  numberOf({ id, number }: Pick<Phone, 'id' | 'number'>): string {
    return this.number.decrypt(number, id);
  }

  /** The number as it is kept in the row of that id. */
  seal(id: string, number: string): string {
    return this.number.encrypt(number, id);
  }

  /** By which a number is known without being read. */
  indexOf(number: string): string {
    return this.number.blindIndex(number);
  }

  /** The person whose verified number it is. */
  async findByNumber(number: string): Promise<string | undefined> {
    return (await this.rows.findByIndex(this.indexOf(number)))?.userId;
  }

  /**
   * Holds the number, then whoever has it together with the others named, so that no two who trade numbers wait for each other.
   * Returns whose it is until the running transaction ends; nobody's, when nothing.
   */
  async hold(numberIndex: string, others: string[] = []): Promise<Phone | null> {
    await this.rows.holdNumber(numberIndex);
    const owner = await this.rows.findByIndex(numberIndex);
    await this.people.holdAll([...others, ...(owner ? [owner.userId] : [])]);
    return this.rows.findByIndex(numberIndex);
  }

  /** A person's word or key was heard there. */
  markHuman(userId: string): Promise<void> {
    return this.rows.markHuman(userId, this.clock.now());
  }
}
