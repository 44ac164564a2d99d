import { Repository, UnitOfWork } from '../../platform/database';
import { Suppression } from './suppression.entity';
import { User } from './user.entity';
import { UserSettings } from './user-settings.entity';

@Repository('users')
export class UsersRepository {
  constructor(private readonly work: UnitOfWork) {}

  findById(id: string): Promise<User | null> {
    return this.work.manager.findOneBy(User, { id });
  }

  findByEmail(email: string): Promise<User | null> {
    return this.work.manager.createQueryBuilder(User, 'u').where('lower(u.email) = lower(:email)', { email }).getOne();
  }

  /** Makes the person, unless someone with that address came first. */
  async insert(user: User): Promise<void> {
    await this.work.manager.createQueryBuilder().insert().into(User).values(user).orIgnore().execute();
    await this.work.execute(
      'INSERT INTO user_settings (user_id) SELECT id FROM users WHERE id = $1 ON CONFLICT DO NOTHING',
      [user.id],
    );
  }

  async update(id: string, change: Partial<User>): Promise<void> {
    await this.work.manager.update(User, { id }, { ...change, version: () => 'version + 1' });
  }

  async remove(id: string): Promise<void> {
    await this.work.manager.delete(User, { id });
  }

  settings(userId: string): Promise<UserSettings> {
    return this.work.manager.findOneByOrFail(UserSettings, { userId });
  }

  async updateSettings(userId: string, change: Partial<UserSettings>): Promise<void> {
    await this.work.manager.update(UserSettings, { userId }, { ...change, version: () => 'version + 1' });
  }

  /** Nothing changes where they do so already. */
  async ringInApp(userId: string): Promise<void> {
    const sql = `UPDATE user_settings SET ring_on = 'app', version = version + 1 WHERE user_id = $1 AND ring_on <> 'app'`;
    await this.work.execute(sql, [userId]);
  }

  suppression(userId: string): Promise<Suppression | null> {
    return this.work.manager.findOneBy(Suppression, { userId });
  }

  /**
   * Keeps the first word: saying it again changes neither since when nor why. But a text message can be taken back by another one,
   * which takes back nothing that was said in the app or in a call: such a word outweighs it. Returns whether anything changed.
   */
  async suppress({ userId, since, via, reason, quote }: Suppression): Promise<boolean> {
    const changed = await this.work.execute(
      `INSERT INTO suppressions AS known (user_id, since, via, reason, quote) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (user_id) DO UPDATE SET via = excluded.via, reason = excluded.reason, quote = excluded.quote
         WHERE known.via = 'sms' AND excluded.via <> 'sms'`,
      [userId, since, via, reason, quote],
    );
    return changed > 0;
  }

  /** Returns whether there was a word to take back; one that came by another way than named is none. */
  async allow(userId: string, via: Suppression['via'] | null): Promise<boolean> {
    const allowed = await this.work.execute(
      'DELETE FROM suppressions WHERE user_id = $1 AND ($2::text IS NULL OR via = $2)',
      [userId, via],
    );
    return allowed > 0;
  }
}
