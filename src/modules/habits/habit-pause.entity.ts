import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which a habit neither rings nor counts. It runs while it has no end, or one still to come. */
@Entity('habit_pauses')
export class HabitPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') habitId: string;
  @Column('uuid') userId: string;
  @Column('timestamptz') startedAt: Date;
  /** The first local day on which it is asked again; null when it has no end yet, or another than this. */
  @Column('date', { nullable: true }) resumesOn: string | null;
  /** The moment at which `resumesOn` begins where the habit is, or at which the person resumed. */
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
