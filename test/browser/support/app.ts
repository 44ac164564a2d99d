import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../support/free-port';

const STARTS_WITHIN_MS = 60_000;

export interface RunningApp {
  url: string;
  stop(): Promise<void>;
}

/**
 * The built app on a database of its own, or the one at `APP_URL` when somebody has it running already. `variables` are what it
 * is to know besides, given its address; then it is always one of its own.
 */
export async function startApp(variables?: (url: string) => Record<string, string>): Promise<RunningApp> {
  if (process.env.APP_URL && !variables) return { url: process.env.APP_URL, stop: async () => undefined };
  const dataDir = mkdtempSync(join(tmpdir(), 'callivate-browser-'));
  chmodSync(dataDir, 0o711);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const environment = {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    ...variables?.(url),
  };
  const app = spawn(process.execPath, ['dist/src/main.js'], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = logOf(app);
  await untilItAnswers(url, app, log);
  return { url, stop: () => stop(app, dataDir) };
}

async function untilItAnswers(url: string, app: ChildProcess, log: string[]): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (Date.now() < deadline && app.exitCode === null) {
    const answer = await fetch(`${url}health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  app.kill();
  throw new Error(`The app did not start. Its last words:\n${log.join('').slice(-4000)}`);
}

async function stop(app: ChildProcess, dataDir: string): Promise<void> {
  app.kill('SIGTERM');
  if (app.exitCode === null) await once(app, 'exit');
  rmSync(dataDir, { recursive: true, force: true });
}

function logOf(app: ChildProcess): string[] {
  const log: string[] = [];
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (piece) => log.push(String(piece)));
  return log;
}
