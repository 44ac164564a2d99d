import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MessageKind } from './domain/wording';

/** A push to a person, written in the transaction of its cause and sent afterwards. */
@Entity('messages')
export class Message {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  @Column('text') kind: MessageKind;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('uuid', { array: true }) occurrenceIds: string[];
  /** What it is about, once: the same cause never makes a second message. */
  @Column('text') cause: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
  @Column('timestamptz', { nullable: true }) canceledAt: Date | null;
}
