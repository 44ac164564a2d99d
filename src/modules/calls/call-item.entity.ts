import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RefusalCode } from './domain/gate';
import type { Meaning } from './domain/understanding/meaning';

/** One thing a call is about, and what came of it. */
@Entity('call_items')
export class CallItem {
  @PrimaryColumn('uuid') callId: string;
  @PrimaryColumn('integer') position: number;
  @Column('uuid') habitId: string;
  /** Null for a call the person asked for when nothing is due: it marks nothing. */
  @Column('uuid', { nullable: true }) occurrenceId: string | null;
  /** After this moment it is not rung for any more. */
  @Column('timestamptz') lateAfter: Date;
  /** It was due soon and joined when the call was answered: its own ring was spared, and is owed if nobody got to it. */
  @Column('boolean') joined: boolean;
  /** The person wants no further call today: what would be one is a message. */
  @Column('boolean') quiet: boolean;
  /** Why the gate kept it out of the call. */
  @Column('text', { nullable: true }) leftOut: RefusalCode | null;
  @Column('text', { nullable: true }) meaning: Meaning | null;
  @Column('text', { nullable: true }) quote: string | null;
  @Column('numeric', { nullable: true }) quantity: number | null;
  @Column('timestamptz', { nullable: true }) callBackAt: Date | null;
  @Column('timestamptz', { nullable: true }) at: Date | null;
}
