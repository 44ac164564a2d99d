import { Column, Entity, PrimaryColumn } from 'typeorm';

export type CheckInStatus = 'completed' | 'skipped' | 'missed';
export type CheckInVia = 'app' | 'call' | 'push' | 'sync' | 'import';

export const SKIP_REASONS = ['sick', 'travelling', 'rest-day', 'other'] as const;

/** Why something was skipped. What one has to say beyond that is a note. */
export type SkipReason = (typeof SKIP_REASONS)[number];

/** A person's word about an occurrence. A new word supersedes the old one, which is kept. */
@Entity('check_ins')
export class CheckIn {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') occurrenceId: string;
  @Column('uuid') userId: string;
  @Column('text') status: CheckInStatus;
  @Column('text') via: CheckInVia;
  /** When the server received it. */
  @Column('timestamptz') at: Date;
  @Column('numeric', { nullable: true }) quantity: number | null;
  /** What was heard, when it was said in a call. */
  @Column('text', { nullable: true }) quote: string | null;
  @Column('text', { nullable: true }) reason: SkipReason | null;
  @Column('text', { nullable: true }) note: string | null;
  /** Told so long after its time that it is history, not a repair. */
  @Column('boolean') backfill: boolean;
  @Column('timestamptz', { nullable: true }) supersededAt: Date | null;
  /** By which way it was taken back; null while it stands, and when another word replaced it. */
  @Column('text', { nullable: true }) takenBackVia: CheckInVia | null;
}
