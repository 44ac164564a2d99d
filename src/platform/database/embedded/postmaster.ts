import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, isAlive } from './processes';

/** The leading process of a running PostgreSQL, as its `postmaster.pid` has it. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The postmaster of these data if one is alive; it may still be starting, stopping or dying. */
export function livePostmaster(dataDir: string): Postmaster | undefined {
  const recorded = recordedPostmaster(dataDir);
  return recorded && isAlive(recorded.pid) && serves(recorded.pid, dataDir) ? recorded : undefined;
}

/**
 * Removes a `postmaster.pid` that only keeps PostgreSQL from starting: its process is gone and the number has gone to
 * somebody else, as happens after a reboot. An empty one is a start in its first microseconds, or one that was killed
 * there: `evenEmpty` for whoever has waited. Should another process have started PostgreSQL in this very moment, the
 * shared memory of the data folder still keeps a second one out.
 */
export function forgetDeadPostmaster(dataDir: string, { evenEmpty }: { evenEmpty: boolean }): void {
  const recorded = recordedPostmaster(dataDir);
  const isDead = recorded ? isAlive(recorded.pid) && !serves(recorded.pid, dataDir) : evenEmpty;
  if (isDead) rmSync(join(dataDir, PID_FILE), { force: true });
}

/** The port of the last start: keeping it lets those who were connected find PostgreSQL again. */
export function lastPort(dataDir: string): number | undefined {
  const [, port] = /"-p" "(\d+)"/.exec(textOf(join(dataDir, 'postmaster.opts'))) ?? [];
  return port === undefined ? undefined : Number(port);
}

const PID_FILE = 'postmaster.pid';

/** Line 1 is the process id, line 4 the port; see `miscadmin.h` of PostgreSQL. */
function recordedPostmaster(dataDir: string): Postmaster | undefined {
  const lines = textOf(join(dataDir, PID_FILE)).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port } : undefined;
}

/** A number alone proves nothing; the command line names the data. Windows tells only the program's name. */
function serves(pid: number, dataDir: string): boolean {
  const command = commandOf(pid);
  return command.includes(` ${dataDir} `) || (process.platform === 'win32' && command.includes('postgres.exe'));
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
