import { attachEmbeddedPostgres } from '../../src/platform/database/embedded';

/**
 * The smallest app on embedded PostgreSQL, run as a process of its own by the proofs beside this file. It tells its
 * parent what happens, ignores Ctrl-C as an app does that still has work to finish, and detaches when it is told to.
 */
async function main(dataDir: string): Promise<void> {
  process.on('SIGINT', () => tell({ sentence: 'Ctrl-C.' }));
  const begun = performance.now();
  const log = (sentence: string) => tell({ sentence });
  const attached = await attachEmbeddedPostgres({ dataDir, database: 'callivate', log });
  process.once('message', () => void attached.detach().then(() => process.disconnect?.()));
  tell({ attached: { url: attached.url, port: attached.port, tookMs: performance.now() - begun } });
}

function tell(news: object): void {
  process.send?.(news);
}

main(process.argv[2] ?? '').catch((error: Error) => {
  tell({ refused: `${error.name}: ${error.message}` });
  process.disconnect?.();
});
