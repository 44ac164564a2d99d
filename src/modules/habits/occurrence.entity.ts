import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OccurrenceStatus } from './domain/day-status';
import type { Goal } from './domain/schedule';
import type { ClosedBecause } from './domain/standing';

/** One due moment of a habit. Known by the rule's own local date and time, so that travel never rings twice for it. */
@Entity('occurrences')
export class Occurrence {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') habitId: string;
  @Column('uuid') userId: string;
  @Column('date') localDate: string;
  @Column('text') localTime: string;
  @Column('text') timeZone: string;
  /** The time that has taken the place of its own on this date, where it rang before: that one is not asked as well. */
  @Column('text', { nullable: true }) standsFor: string | null;
  /** The day it counts for: frozen at planning. */
  @Column('date') day: string;
  @Column('timestamptz') dueAt: Date;
  @Column('text') status: OccurrenceStatus;
  /** What its habit aimed at, of which it is a part: frozen at planning, as the day is. */
  @Column('jsonb', { nullable: true }) goal: Goal | null;
  /** When its time is over. */
  @Column('timestamptz') closesAt: Date;
  /** When the first call or message really went out. */
  @Column('timestamptz', { nullable: true }) reachedAt: Date | null;
  /** The time the person named last. */
  @Column('timestamptz', { nullable: true }) callbackAt: Date | null;
  @Column('timestamptz') plannedAt: Date;
  @Column('timestamptz', { nullable: true }) dispatchedAt: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** Kept where the habit rested, also under a later word. */
  @Column('text', { nullable: true }) closedBecause: ClosedBecause | null;
}
