import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A single-use token, known here only by its hash. */
@Entity('refresh_tokens')
export class RefreshToken {
  @PrimaryColumn('bytea') hash: Buffer;
  @Column('uuid') sessionId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') expiresAt: Date;
  @Column('timestamptz', { nullable: true }) usedAt: Date | null;
}
