export { BackupRefused, backUp, type Manifest, restore } from './backup';
export { dataSourceOptions } from './data-source-options';
export { DatabaseModule } from './database.module';
export { MigrationFailed, migrate } from './migrate';
export { newId } from './new-id';
export { Postgres } from './postgres';
export { named, queryName, queryNames, Repository } from './query-names';
export { UnitOfWork } from './unit-of-work';
