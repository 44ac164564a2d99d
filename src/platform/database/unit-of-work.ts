import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { camelCase } from './snake-names';

/**
 * One transaction around everything a verb does. A verb called inside another joins its transaction, so that a check-in
 * and the calls it cancels stand or fall together. Never open one across a request to the outside world.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<EntityManager>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the running transaction, or of plain auto-committed statements outside one. */
  get manager(): EntityManager {
    return this.running.getStore() ?? this.dataSource.manager;
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running.getStore()) return work();
    return this.dataSource.transaction((manager) => this.running.run(manager, work));
  }

  /** Rows of a plain SQL statement, `snake_case` columns as camelCase properties. */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const records = await this.records(sql, parameters);
    return (records as Record<string, unknown>[]).map((record) => camelCased<Row>(record));
  }

  async row<Row>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, parameters))[0];
  }

  /** Runs a statement for its effect. Returns how many rows it touched. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    return (await this.send(sql, parameters)).affected ?? 0;
  }

  /** Rows as Postgres names them, for a library that brings its own statements and joins our transaction. */
  async records(sql: string, parameters: unknown[] = []): Promise<unknown[]> {
    return (await this.send(sql, parameters)).records;
  }

  private async send(sql: string, parameters: unknown[]): Promise<{ records: unknown[]; affected?: number }> {
    const joined = this.running.getStore()?.queryRunner;
    if (joined) return query(joined, sql, parameters);
    const runner = this.dataSource.createQueryRunner();
    try {
      return await query(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }
}

async function query(runner: QueryRunner, sql: string, parameters: unknown[]) {
  const result = await runner.query(sql, parameters, true);
  return { records: result.records ?? [], affected: result.affected };
}

function camelCased<Row>(record: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [camelCase(name), value])) as Row;
}
