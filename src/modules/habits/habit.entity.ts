import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Exception, Goal } from './domain/schedule';

@Entity('habits')
export class Habit {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('text') title: string;
  @Column('text', { nullable: true }) description: string | null;
  @Column('text') kind: 'yes-no' | 'numeric';
  @Column('numeric', { nullable: true }) targetValue: number | null;
  @Column('text', { nullable: true }) targetUnit: string | null;
  @Column('text', { nullable: true }) targetDirection: 'at-least' | 'at-most' | null;
  @Column('date') startDate: string;
  @Column('date', { nullable: true }) endDate: string | null;
  @Column('text', { array: true }) times: string[];
  @Column('text', { nullable: true }) recurrence: string | null;
  /** Null follows the person. */
  @Column('text', { nullable: true }) timeZone: string | null;
  /** So many times a week or a month; null: every moment is asked for. */
  @Column('jsonb', { nullable: true }) goal: Goal | null;
  /** Single moments that were moved or canceled. */
  @Column('jsonb') exceptions: Exception[];
  @Column('text') channel: 'call' | 'push';
  /** A ring that is later than this after its due time is a message instead. */
  @Column('integer') lateMinutes: number;
  @Column('text', { nullable: true }) voiceId: string | null;
  @Column('timestamptz', { nullable: true }) archivedAt: Date | null;
  /** Up to here the occurrences are rows; null when there is nothing to plan (paused without an end, archived). */
  @Column('timestamptz', { nullable: true }) plannedUntil: Date | null;
  /** The oldest zone data by which any of its planned rows was made; empty when that is not known. */
  @Column('text') plannedBy: string;
  /** The day from which on it is wanted to be kept how far its streak was folded. */
  @Column('date') checkpointDue: string;
  @Column('integer') version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
