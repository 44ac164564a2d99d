import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('users')
export class User {
  @PrimaryColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text', { nullable: true }) name: string | null;
  @Column('text', { nullable: true }) avatarUrl: string | null;
  /** Null until the person has told it: nothing is planned on a guess. */
  @Column('text', { nullable: true }) timeZone: string | null;
  @Column('text') locale: string;
  @Column('boolean') onboardingCompleted: boolean;
  @Column('integer') version: number;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
