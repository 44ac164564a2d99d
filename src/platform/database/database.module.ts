import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Config } from '../config';
import { dataSourceOptions } from './data-source-options';
import { LIMITS } from './limits';
import { migrate } from './migrate';
import { PoolWatch } from './pool-watch';
import { Postgres } from './postgres';
import { QueryWatch } from './query-watch';
import { UnitOfWork } from './unit-of-work';
import { DatabaseUnreachable } from './unreachable';

const postgres = { provide: Postgres, inject: [Config], useFactory: (config: Config) => Postgres.reach(config) };

@Global()
@Module({ providers: [postgres], exports: [postgres] })
class PostgresModule {}

/** Reaches Postgres, brings its schema up to date, and offers the unit of work to every repository. */
@Global()
@Module({})
export class DatabaseModule {
  static with(entities: (new () => object)[]): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        PostgresModule,
        TypeOrmModule.forRootAsync({
          inject: [Postgres, Config],
          useFactory: ({ url }: Postgres, config: Config) => ({
            ...dataSourceOptions(url, entities, { poolSize: config.poolSize, limits: LIMITS[config.ROLE] }),
            retryAttempts: 3,
            retryDelay: 1000,
          }),
          dataSourceFactory: open,
        }),
      ],
      providers: [QueryWatch, PoolWatch, UnitOfWork],
      exports: [UnitOfWork],
    };
  }
}

async function open(options?: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options!).initialize().catch((error: Error) => {
    throw new DatabaseUnreachable(error);
  });
  await migrate(dataSource);
  return dataSource;
}
