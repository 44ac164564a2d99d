import { DataSource } from 'typeorm';
import { onTheDatabase } from './command';
import { dataSourceOptions, migrate } from './platform/database';

/** Brings the schema of the service's database up to date and says what was done for it: all that `ROLE=migrate` does. */
export function bringUpToDate(): Promise<void> {
  return onTheDatabase(async (url) => {
    const names = await migrate(new DataSource(dataSourceOptions(url, [])));
    console.log(names.length === 0 ? 'The schema was up to date already.' : told(names));
  });
}

function told(names: string[]): string {
  return ['The schema is up to date. These migrations were run:', ...names.map((name) => `  ${name}`)].join('\n');
}
