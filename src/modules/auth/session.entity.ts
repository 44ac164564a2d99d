import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One sign-in on one device, and the family of refresh tokens that keeps it alive. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') userId: string;
  /** When the person proved who they are; refreshing does not move it. */
  @Column('timestamptz') authenticatedAt: Date;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastUsedAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}
