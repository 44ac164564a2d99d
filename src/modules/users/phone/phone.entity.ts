import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number a person has proven to be theirs. It belongs to nobody else. */
@Entity('phones')
export class Phone {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** Encrypted. */
  @Column('text') number: string;
  @Column('text') numberIndex: string;
  @Column('text') country: string;
  @Column('text') type: string;
  @Column('timestamptz') verifiedAt: Date;
  /** When a person was last heard there: a word, a key, or the code. */
  @Column('timestamptz') humanAt: Date;
}
