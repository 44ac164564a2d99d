import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one thing a person asked us to keep in mind about a habit, in their own words. */
@Entity('memories')
export class RememberedFact {
  @PrimaryColumn('uuid') habitId: string;
  @Column('uuid') userId: string;
  @Column('text') kind: 'reason' | 'commitment';
  @Column('text') text: string;
  @Column('timestamptz') saidAt: Date;
  /** The call it was said in. */
  @Column('uuid') callId: string;
  /** When a call told it back; after that it is only shown. */
  @Column('timestamptz', { nullable: true }) toldAt: Date | null;
}
