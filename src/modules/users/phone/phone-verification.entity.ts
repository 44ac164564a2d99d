import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SentCode } from '../domain/phone-code';

/** A code on its way to a number that a person says is theirs. One at a time; a new one takes its place. */
@Entity('phone_verifications')
export class PhoneVerification implements SentCode {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** Encrypted. */
  @Column('text') number: string;
  @Column('text') numberIndex: string;
  @Column('text') country: string;
  @Column('text') type: string;
  /** Encrypted. */
  @Column('text') code: string;
  @Column('text') by: 'sms' | 'call';
  @Column('integer') tries: number;
  @Column('timestamptz') sentAt: Date;
  @Column('timestamptz') expiresAt: Date;
}
