import type { EntitySchema, MixedList } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { type DatabaseLimits, LIMITS } from './limits';
import { MIGRATIONS } from './migrations';
import { readTypesPlainly } from './pg-types';
import { SnakeNames } from './snake-names';

/**
 * A page anywhere costs hardly more than the next one: on solid state, and in memory all the more. With the 4 that PostgreSQL
 * assumes of turning disks it reads the settings or habits of everybody rather than look up those of a batch of 500.
 */
const PLANNER = '-c random_page_cost=1.1';

type Entities = MixedList<string | (new () => object) | EntitySchema>;

/** The one description of the database, for the application, the tests and TypeORM's command line alike. */
export function dataSourceOptions(
  url: string,
  entities: Entities,
  { poolSize = 10, limits = LIMITS.all }: { poolSize?: number; limits?: DatabaseLimits } = {},
): PostgresDataSourceOptions {
  readTypesPlainly();
  return {
    type: 'postgres',
    url,
    entities,
    migrations: MIGRATIONS,
    migrationsTableName: 'migrations',
    namingStrategy: new SnakeNames(),
    poolSize,
    applicationName: 'callivate',
    synchronize: false,
    extra: { ...limits, options: PLANNER, keepAlive: true },
  };
}
