import type { EntitySchema, MixedList } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions.js';
import { type DatabaseLimits, LIMITS } from './limits';
import { MIGRATIONS } from './migrations';
import { readTypesPlainly } from './pg-types';
import { SnakeNames } from './snake-names';

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
    extra: { ...limits, keepAlive: true },
  };
}
