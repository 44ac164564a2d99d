import { PgBoss } from 'pg-boss';

/** Brings the tables of the job queue up to date: they belong to pg-boss, which guards this by an advisory lock of its own. */
export async function migrateQueues(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    max: 1,
    schedule: false,
    supervise: false,
    registerInstance: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  await boss.stop({ graceful: false });
}
