import 'reflect-metadata';
import { folderAsked, onTheDatabase } from './command';
import { giveUp } from './give-up';
import { backUp, type Manifest } from './platform/database';

const USAGE = 'npm run -s backup -- --to FOLDER, a folder that is not there yet.';

async function main(): Promise<void> {
  const folder = folderAsked('to', USAGE);
  await onTheDatabase(async (url) => console.log(told(await backUp(url, folder), folder)));
}

function told({ tables, createdAt }: Manifest, folder: string): string {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${tables.length} tables with ${rows} rows, as they were at ${createdAt}, are in ${folder}.`;
}

main().catch(giveUp);
