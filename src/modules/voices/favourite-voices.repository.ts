import { Repository, UnitOfWork } from '../../platform/database';
import { FavouriteVoice } from './favourite-voice.entity';

@Repository('favourite-voices')
export class FavouriteVoicesRepository {
  constructor(private readonly work: UnitOfWork) {}

  of(userId: string): Promise<FavouriteVoice[]> {
    return this.work.manager.findBy(FavouriteVoice, { userId });
  }

  /** Keeps since when: marking it again changes nothing. */
  async add(userId: string, voiceId: string, now: Date): Promise<void> {
    await this.work.execute(
      `INSERT INTO favourite_voices (user_id, voice_id, created_at) SELECT id, $2, $3 FROM users WHERE id = $1
       ON CONFLICT DO NOTHING`,
      [userId, voiceId, now],
    );
  }

  async remove(userId: string, voiceId: string): Promise<void> {
    await this.work.manager.delete(FavouriteVoice, { userId, voiceId });
  }
}
