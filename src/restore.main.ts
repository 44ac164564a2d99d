import 'reflect-metadata';
import { folderAsked, onTheDatabase } from './command';
import { giveUp } from './give-up';
import { type Manifest, restore } from './platform/database';

const USAGE = 'npm run -s restore -- --from FOLDER, one that "npm run -s backup" has made.';

async function main(): Promise<void> {
  const folder = folderAsked('from', USAGE);
  await onTheDatabase(async (url) => console.log(told(await restore(url, folder))));
}

function told({ tables, createdAt }: Manifest): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${tables.length} tables with ${rows} rows are back as they were at ${createdAt}, and the schema is up to date.`;
}

main().catch(giveUp);
