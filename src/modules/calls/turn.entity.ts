import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that was said in a call, by us or by the person. */
@Entity('turns')
export class Turn {
  @PrimaryColumn('uuid') callId: string;
  @PrimaryColumn('integer') position: number;
  @Column('text') speaker: 'callivate' | 'person';
  @Column('text') text: string;
  @Column('timestamptz') at: Date;
}
