import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { camelCase } from './snake-names';

type Act = () => Promise<void>;

interface Running {
  manager: EntityManager;
  afterwards: Act[];
}

/**
 * One transaction around everything a verb does. A verb called inside another joins its transaction, so that a check-in
 * and the calls it cancels stand or fall together. Never open one across a request to the outside world.
 */
@Injectable()
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Running>();

  constructor(private readonly dataSource: DataSource) {}

  /** The manager of the running transaction, or of plain auto-committed statements outside one. */
  get manager(): EntityManager {
    return this.running.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Whether a transaction is running around the caller. */
  get isRunning(): boolean {
    return this.running.getStore() !== undefined;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isRunning) return work();
    const afterwards: Act[] = [];
    const result = await this.dataSource.transaction((manager) => this.running.run({ manager, afterwards }, work));
    for (const act of afterwards) await act();
    return result;
  }

  /**
   * Acts once the running transaction is committed and before `run` returns; at once when none is running. For what a lost
   * act does no harm to, such as dropping from a cache: a process that dies in between never acts. The act must not fail.
   */
  async afterCommit(act: Act): Promise<void> {
    const running = this.running.getStore();
    if (running) running.afterwards.push(act);
    else await act();
  }

  /** Rows of a plain SQL statement, `snake_case` columns as camelCase properties. */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const { records } = await this.send(sql, parameters);
    return (records as Record<string, unknown>[]).map((record) => camelCased<Row>(record));
  }

  async row<Row>(sql: string, parameters: unknown[] = []): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, parameters))[0];
  }

  /** Runs a statement for its effect. Returns how many rows it touched. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    return (await this.send(sql, parameters)).affected ?? 0;
  }

  private async send(sql: string, parameters: unknown[]): Promise<{ records: unknown[]; affected?: number }> {
    const joined = this.running.getStore()?.manager.queryRunner;
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
