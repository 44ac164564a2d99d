import { Client } from 'pg';
import { Postgres } from '../../src/platform/database';
import type { World } from './world';

/** Another session on the world's database, to stand in somebody's way for exactly as long as a test wants. */
export class Elsewhere {
  private constructor(private readonly client: Client) {}

  static async open(world: World): Promise<Elsewhere> {
    const client = new Client({ connectionString: world.app.get(Postgres).url });
    await client.connect();
    return new Elsewhere(client);
  }

  /** Takes the person's row, as any verb about them does, and keeps it. */
  async hold(userId: string): Promise<void> {
    await this.begin();
    await this.run('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [userId]);
  }

  begin(): Promise<void> {
    return this.run('BEGIN');
  }

  commit(): Promise<void> {
    return this.run('COMMIT');
  }

  rollback(): Promise<void> {
    return this.run('ROLLBACK');
  }

  async run(sql: string, parameters: unknown[] = []): Promise<void> {
    await this.client.query(sql, parameters);
  }

  /** Resolves as soon as so many sessions of this database wait for a lock: whoever was to be kept waiting, waits. */
  async keepsWaiting(sessions = 1): Promise<void> {
    const waiting = `SELECT count(*)::integer AS sessions FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    for (;;) {
      const { rows } = await this.client.query<{ sessions: number }>(waiting);
      if (rows[0]!.sessions >= sessions) return;
    }
  }

  async leave(): Promise<void> {
    await this.client.end();
  }
}
