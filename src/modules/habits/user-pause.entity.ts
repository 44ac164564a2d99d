import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which nothing of a person rings or counts. It runs while it has no end, or one still to come. */
@Entity('user_pauses')
export class UserPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('timestamptz') startedAt: Date;
  /** The first local day on which is asked again; null when it has no end yet, or another than this. */
  @Column('date', { nullable: true }) resumesOn: string | null;
  /** The moment at which `resumesOn` begins for the person, or at which they resumed. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
