import { DataSource } from 'typeorm';
import { ENTITIES } from './src/entities';
import { checkEnvironment } from './src/platform/config';
import { dataSourceOptions } from './src/platform/database';

const { DATABASE_URL } = checkEnvironment(process.env);
if (!DATABASE_URL) throw new Error('Set DATABASE_URL to the database the command is meant for.');

/** For TypeORM's command line: `npx typeorm migration:show -d dist/ormconfig.js`. */
export default new DataSource(dataSourceOptions(DATABASE_URL, ENTITIES));
