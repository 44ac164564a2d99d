import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * That somebody agreed to be called, or took it back: a row each, never changed. It outlives the account, as proof that its calls
 * were wanted.
 */
@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('text') kind: 'calls';
  @Column('text') action: 'given' | 'revoked';
  /** Of the text. */
  @Column('text') version: string;
  /** The very text that was shown. */
  @Column('text') text: string;
  @Column('timestamptz') at: Date;
  @Column('text') via: ConsentVia;
  /** The number it is about. */
  @Column('text', { nullable: true }) numberIndex: string | null;
  /** Encrypted: that number in clear, and from where it was given. */
  @Column('text') evidence: string;
}

/** By which way it came: in the app, said in a call, sent as a text, or with the number or the account that went. */
export type ConsentVia = 'app' | 'call' | 'sms' | 'phone-removed' | 'account-deleted';
