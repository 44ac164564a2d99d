import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CallStatus, Ending, LineName, Purpose } from './domain/call';
import type { RefusalCode } from './domain/gate';
import type { Alarm } from './domain/understanding/meaning';

/** One attempt to reach a person, for one or more occurrences. */
@Entity('calls')
export class Call {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('text') line: LineName;
  @Column('text') purpose: Purpose;
  /** 1 for the first call about its occurrences, and so on. */
  @Column('integer') attempt: number;
  /** The call whose settling made this one. */
  @Column('uuid', { nullable: true }) follows: string | null;
  @Column('text') status: CallStatus;
  @Column('text', { nullable: true }) ending: Ending | null;
  @Column('text', { nullable: true }) refusalCode: RefusalCode | null;
  @Column('text', { nullable: true }) refusalReason: string | null;
  /** When it may be dialed: its planned ring. */
  @Column('timestamptz') notBefore: Date;
  /** Whoever works on the call holds this token; a write with an old one changes nothing. */
  @Column('uuid', { nullable: true }) leaseToken: string | null;
  /** When a live call that nobody moved on is looked after: the ring is over, the caller is gone. */
  @Column('timestamptz', { nullable: true }) leaseUntil: Date | null;
  /** Hash of the ticket that opens the relay, once. */
  @Column('bytea', { nullable: true, select: false }) relayTicketHash: Buffer | null;
  @Column('text', { nullable: true }) providerCallId: string | null;
  /** What brought it about, a request or a job, and what the log of its talk is found by. */
  @Column('text', { nullable: true }) correlationId: string | null;
  @Column('timestamptz') queuedAt: Date;
  @Column('timestamptz', { nullable: true }) dialedAt: Date | null;
  @Column('timestamptz', { nullable: true }) ringingAt: Date | null;
  @Column('timestamptz', { nullable: true }) answeredAt: Date | null;
  @Column('timestamptz', { nullable: true }) connectedAt: Date | null;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { nullable: true }) settledAt: Date | null;
  /** How long answers were waited for; null where nothing was said, or nobody was left to write it down. */
  @Column('integer', { nullable: true }) latencyTurns: number | null;
  @Column('integer', { nullable: true }) latencyP50Ms: number | null;
  @Column('integer', { nullable: true }) latencyP95Ms: number | null;
  /** Words of danger were heard in it: it marks nothing from then on, and nothing follows it. */
  @Column('text', { nullable: true }) alarm: Alarm | null;
  /** It is not needed any more: whoever holds the line ends it. */
  @Column('timestamptz', { nullable: true }) cancelRequestedAt: Date | null;
}
