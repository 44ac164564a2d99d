export { BackupRefused, backUp, type Manifest, restore } from './backup';
export { dataSourceOptions } from './data-source-options';
export { DatabaseModule } from './database.module';
export { EmbeddedPostgresUnavailable } from './embedded';
export { MigrationFailed, migrate } from './migrate';
export { newId } from './new-id';
export { Postgres } from './postgres';
export { UnitOfWork } from './unit-of-work';
export { DatabaseUnreachable } from './unreachable';
