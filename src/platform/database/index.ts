export { dataSourceOptions } from './data-source-options';
export { DatabaseModule } from './database.module';
export { EmbeddedPostgresUnavailable } from './embedded';
export { migrate } from './migrate';
export { newId } from './new-id';
export { Postgres } from './postgres';
export { named, queryName, queryNames, Repository } from './query-names';
export { UnitOfWork } from './unit-of-work';
export { DatabaseUnreachable } from './unreachable';
