import { startThrowAwayPostgres } from '../support/postgres';

/** A run of the tests that hangs once its PostgreSQL is there: to be killed by the proof beside this file. */
async function main(): Promise<void> {
  const postgres = await startThrowAwayPostgres();
  process.once('message', () => void postgres.stop().then(() => process.disconnect?.()));
  process.send?.({ attached: { url: postgres.url('postgres') } });
}

void main();
