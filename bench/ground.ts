import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions, migrate } from '../src/platform/database';
import { type AttachedPostgres, attachEmbeddedPostgres } from '../src/platform/database/embedded';

/** A PostgreSQL of its own for one run, on disk and synced as in production; gone when the run is over. */
export class Ground {
  private constructor(
    private readonly folder: string,
    private readonly postgres: AttachedPostgres,
  ) {}

  static async prepare(): Promise<Ground> {
    const folder = mkdtempSync(join(tmpdir(), 'callivate-bench-'));
    chmodSync(folder, 0o755);
    const settings = { max_connections: '200', shared_buffers: '256MB', max_wal_size: '4GB' };
    const dataDir = join(folder, 'postgres');
    return new Ground(folder, await attachEmbeddedPostgres({ dataDir, database: 'bench', log: () => {}, settings }));
  }

  /** A migrated database, or a copy of another one. Returns its address. */
  async database(name: string, { copyOf }: { copyOf?: string } = {}): Promise<string> {
    await this.run(this.postgres.url, `CREATE DATABASE ${name}${copyOf ? ` TEMPLATE ${copyOf}` : ''}`);
    const url = new URL(this.postgres.url);
    url.pathname = name;
    if (!copyOf) await migrate(new DataSource(dataSourceOptions(url.href, [])));
    return url.href;
  }

  /** Statements one after the other. Returns the rows of the last one, and how long all took, in ms. */
  async run<Row>(url: string, ...statements: string[]): Promise<{ rows: Row[]; ms: number }> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      let rows: Row[] = [];
      const begun = performance.now();
      for (const statement of statements) rows = (await client.query(statement)).rows as Row[];
      return { rows, ms: performance.now() - begun };
    } finally {
      await client.end();
    }
  }

  /** What was seeded is counted, tidied and on disk: neither side pays for it. */
  async settle(url: string): Promise<void> {
    await this.run(url, 'VACUUM ANALYZE', 'CHECKPOINT');
  }

  async clear(): Promise<void> {
    await this.postgres.detach();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
