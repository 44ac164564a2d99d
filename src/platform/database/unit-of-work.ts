import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { ExponentialBackoff, fullJitterGenerator, handleWhen, retry } from 'cockatiel';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { translated } from './database.problems';
import { databaseErrorClass } from './database-errors';
import { QueryWatch } from './query-watch';
import { camelCase } from './snake-names';

/** After the first failure; each wait, in milliseconds, is a random part of what the two may reach at most. */
const AGAIN_AT_MOST = 2;
const WAIT = { generator: fullJitterGenerator, initialDelay: 20, maxDelay: 200 };

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
  private readonly again = retry(handleWhen(isContended), {
    maxAttempts: AGAIN_AT_MOST,
    backoff: new ExponentialBackoff(WAIT),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly watch: QueryWatch,
  ) {}

  /** The manager of the running transaction, or of plain auto-committed statements outside one. */
  get manager(): EntityManager {
    return this.running.getStore()?.manager ?? this.dataSource.manager;
  }

  /** Whether a transaction is running around the caller. */
  get isRunning(): boolean {
    return this.running.getStore() !== undefined;
  }

  /**
   * Does the work in a transaction. When it loses to another one (a deadlock, a serialization failure) nothing of it was
   * kept, and all of it is done again, three times at most: it must reach no further than the database.
   * @throws Problem when the database fails.
   */
  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.isRunning) return work();
    return translated(() => this.again.execute(() => this.transaction(work)));
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
    const records = await this.records(sql, parameters);
    return camelCased<Row>(records as Record<string, unknown>[]);
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

  private async transaction<T>(work: () => Promise<T>): Promise<T> {
    const afterwards: Act[] = [];
    const result = await this.connected((runner) =>
      runner.manager.transaction((manager) => this.running.run({ manager, afterwards }, work)),
    );
    for (const act of afterwards) await act();
    return result;
  }

  private send(sql: string, parameters: unknown[]): Promise<{ records: unknown[]; affected?: number }> {
    const joined = this.running.getStore()?.manager.queryRunner;
    if (joined) return query(joined, sql, parameters);
    return this.connected((runner) => query(runner, sql, parameters));
  }

  /** With a connection of its own, which is waited for and given back. */
  private async connected<T>(use: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect().catch((error: unknown) => {
        this.watch.failed(error);
        throw error;
      });
      return await use(runner);
    } finally {
      await runner.release();
    }
  }
}

/** A repository has translated it already: what PostgreSQL said is the cause. */
function isContended(error: unknown): boolean {
  return databaseErrorClass((error as Error).cause ?? error) === 'contended';
}

async function query(runner: QueryRunner, sql: string, parameters: unknown[]) {
  const result = await runner.query(sql, parameters, true);
  return { records: result.records ?? [], affected: result.affected };
}

/** All rows of an answer have the columns of its first. */
function camelCased<Row>(records: Record<string, unknown>[]): Row[] {
  const names = Object.keys(records[0] ?? {}).map((column) => [column, camelCase(column)] as const);
  return records.map((record) => {
    const row: Record<string, unknown> = {};
    for (const [column, name] of names) row[name] = record[column];
    return row as Row;
  });
}
