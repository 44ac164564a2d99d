import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A time in which a habit neither rings nor counts. The one without an end is running. */
@Entity('habit_pauses')
export class HabitPause {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') habitId: string;
  @Column('uuid') userId: string;
  @Column('timestamptz') startedAt: Date;
  @Column('timestamptz', { nullable: true }) endedAt: Date | null;
}
