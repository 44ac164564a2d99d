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
  /** After this moment it is not made any more: the latest of what it is about. */
  @Column('timestamptz', { nullable: true }) lateAfter: Date | null;
  /** By which the number that was dialed is known; the number itself is nowhere in a call. */
  @Column('text', { nullable: true }) numberIndex: string | null;
  /** How often a line was asked to ring: once, and once more where it is proven that nothing came of it. */
  @Column('integer') dials: number;
  /** Since when nobody can tell whether the provider made the call, and how often in a row it was not among those it lists. */
  @Column('timestamptz', { nullable: true }) unknownSince: Date | null;
  @Column('integer') absences: number;
  /** What the provider gave as the reason why it could not make the call. */
  @Column('text', { nullable: true }) failureCode: string | null;
  /** The consent under which it was made. */
  @Column('uuid', { nullable: true }) consentId: string | null;
  /** The person's zone at that time, and how we knew: from their profile, never from the number. */
  @Column('text', { nullable: true }) timeZone: string | null;
  @Column('text', { nullable: true }) timeZoneKnownBy: 'profile' | null;
  /** When it was said who calls and that it is an AI, and by which version of the scripts. */
  @Column('timestamptz', { nullable: true }) disclosedAt: Date | null;
  @Column('text', { nullable: true }) scriptVersion: string | null;
  /** What it cost; an estimate until the provider has told. */
  @Column('numeric', { nullable: true }) cost: number | null;
  @Column('text', { nullable: true }) costCurrency: string | null;
  @Column('boolean') costIsFinal: boolean;
  /** The person has cleared their history: it is shown to nobody any more. */
  @Column('timestamptz', { nullable: true }) clearedAt: Date | null;
  /** It is not needed any more: whoever holds the line ends it. */
  @Column('timestamptz', { nullable: true }) cancelRequestedAt: Date | null;
}
