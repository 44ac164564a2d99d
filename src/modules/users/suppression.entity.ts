import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's word that they are not to be called any more. Its absence is the permission. */
@Entity('suppressions')
export class Suppression {
  @PrimaryColumn('uuid') userId: string;
  @Column('timestamptz') since: Date;
  @Column('text') via: 'app' | 'call' | 'sms';
  @Column('text') reason: string;
  /** The words that were heard, when it was said in a call. */
  @Column('text', { nullable: true }) quote: string | null;
}
