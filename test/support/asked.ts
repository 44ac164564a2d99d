import { Client } from 'pg';
import { type AfterQueryEvent, DataSource, type EntitySubscriberInterface } from 'typeorm';
import { queryName } from '../../src/platform/database';
import type { World } from './world';

interface Statement {
  name: string;
  sql: string;
  parameters: unknown[];
}

/** A step of a plan, as PostgreSQL's EXPLAIN tells of it. */
export interface PlanStep {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanStep[];
}

/** All that is asked by name while it listens, with the parameters it was asked with. */
export class Asked implements EntitySubscriberInterface {
  private readonly statements = new Map<string, Statement>();
  private readonly inOrder: string[] = [];

  constructor(world: World) {
    world.app.get(DataSource).subscribers.push(this);
  }

  afterQuery({ query, parameters }: AfterQueryEvent): void {
    const name = queryName();
    if (!name || /^(START|COMMIT|ROLLBACK)/.test(query)) return;
    const given = (parameters ?? []) as unknown[];
    const key = [name, query, given.map((value) => value === null)].join('\n');
    this.inOrder.push(name);
    this.statements.set(key, { name, sql: query, parameters: given });
  }

  /** How much was asked so far. */
  get soFar(): number {
    return this.inOrder.length;
  }

  /** By name, in the order of asking, what was asked since so much was. */
  since(count: number): string[] {
    return this.inOrder.slice(count);
  }

  get names(): Set<string> {
    return new Set([...this.statements.values()].map(({ name }) => name));
  }

  /** How PostgreSQL would go about each of them, step by step. */
  async plans(url: string): Promise<{ name: string; steps: PlanStep[] }[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const plans = [];
    for (const { name, sql, parameters } of this.statements.values()) {
      const { rows } = await client.query(`EXPLAIN (FORMAT JSON) ${sql}`, parameters);
      plans.push({ name, steps: stepsOf(rows[0]['QUERY PLAN'][0].Plan) });
    }
    await client.end();
    return plans;
  }
}

function stepsOf(step: PlanStep): PlanStep[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}
