import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CheckInVia } from './check-in.entity';
import type { Verdict } from './domain/quantity';

/** One change to the number of a habit's day, with what the day comes to since. All of them are kept; the last one counts. */
@Entity('day_quantities')
export class DayQuantity {
  @PrimaryColumn('uuid') habitId: string;
  @PrimaryColumn('date') day: string;
  /** Which change of the day it is, from 1 on. */
  @PrimaryColumn('integer') position: number;
  @Column('uuid') userId: string;
  @Column('text') change: 'set' | 'add' | 'take-back';
  /** What was set or added, in the unit of the habit's target. */
  @Column('numeric', { nullable: true }) amount: number | null;
  /** What the day comes to since; null when nothing said of it stands. */
  @Column('numeric', { nullable: true }) total: number | null;
  /** What that makes of the day, by the target of then. */
  @Column('text', { nullable: true }) verdict: Verdict | null;
  /** The moment of the day by which it came. */
  @Column('date') localDate: string;
  @Column('text') localTime: string;
  @Column('text') via: CheckInVia;
  /** When the server received it. */
  @Column('timestamptz') at: Date;
  /** What was heard, when it was said in a call. */
  @Column('text', { nullable: true }) quote: string | null;
  @Column('text', { nullable: true }) note: string | null;
  /** It came with a word about its moment, which tells of it. */
  @Column('boolean') withWord: boolean;
  /** When the next change came; null for the last one. */
  @Column('timestamptz', { nullable: true }) followedAt: Date | null;
}
