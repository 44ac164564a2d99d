import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { until } from '../live/support/until';

const CONFIGURATION = resolve(__dirname, '../../deploy/logging/syslog-ng.conf');

/** A line as it reaches whoever searches the log. */
export interface Collected {
  level: string;
  message: string;
  correlationId?: string;
  path?: string;
  status?: number;
}

/** What syslog-ng makes of a log by the configuration we ship; the log lies there as containerd would have written it. */
export async function collect(log: string): Promise<Collected[]> {
  const folder = mkdtempSync(join(tmpdir(), 'callivate-logs-'));
  const out = join(folder, 'out.log');
  const lines = log.split('\n').filter((line) => line.trim());
  writePod(folder, 'callivate_callivate-api-1_uid', lines);
  writePod(folder, 'other_neighbour-1_uid', ['not ours']);
  const collector = start(folder, out);
  try {
    await until(`${lines.length} collected lines`, () => read(out).length >= lines.length, 20_000);
    return read(out).map((line) => JSON.parse(line));
  } finally {
    collector.kill();
    await new Promise((ended) => collector.once('close', ended));
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(folder: string, out: string) {
  if (spawnSync('syslog-ng', ['--version']).error) throw new Error('Install syslog-ng-core: .ci/run does.');
  const own = ['persist', 'pid', 'control'].map((name) => join(folder, name)) as [string, string, string];
  const files = ['--persist-file', own[0], '--pidfile', own[1], '--control', own[2]];
  return spawn('syslog-ng', ['--foreground', '--no-caps', '--cfgfile', CONFIGURATION, ...files], {
    env: { ...process.env, LOGS: join(folder, 'pods'), OUT: out },
    stdio: 'ignore',
  });
}

function writePod(folder: string, name: string, lines: string[]): void {
  const container = join(folder, 'pods', name, 'callivate');
  mkdirSync(container, { recursive: true });
  const written = lines.map((line) => `2026-03-02T20:00:00.000000000Z stdout F ${line}\n`);
  writeFileSync(join(container, '0.log'), written.join(''));
}

function read(out: string): string[] {
  return existsSync(out) ? readFileSync(out, 'utf8').split('\n').slice(0, -1) : [];
}
