import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A voice somebody likes. */
@Entity('favourite_voices')
export class FavouriteVoice {
  @PrimaryColumn('uuid') userId: string;
  /** Of the catalogue when it was marked; it may have left since. */
  @PrimaryColumn('text') voiceId: string;
  @Column('timestamptz') createdAt: Date;
}
