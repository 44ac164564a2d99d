import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Account } from './account';

/** Runs a program of PostgreSQL to its end, as the account; a failure is an error that says what the program said. */
export function run(program: string, args: string[], account?: Account): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...surroundings(account), stdio: ['ignore', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(complaint.trim()))));
  });
}

/** The same for a program that leaves a server behind; nothing is read from it, the server would keep the pipe open. */
export function launch(program: string, args: string[], account?: Account): Promise<{ succeeded: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...surroundings(account), stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => resolve({ succeeded: code === 0 }));
  });
}

/**
 * A session of its own, so that Ctrl-C in the terminal reaches us and not PostgreSQL; the root folder, because ours may
 * be closed to the account; a fixed environment, so that a PGPORT or TZ lying about changes nothing.
 */
function surroundings(account?: Account): SpawnOptions {
  return { ...account, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, detached: true, windowsHide: true };
}

export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What a process was started with: program and arguments, each followed by a space; empty when it cannot be told. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    const [program, ...args] = process.platform === 'win32' ? taskList(pid) : processList(pid);
    return `${execFileSync(program, args, { encoding: 'utf8' }).trim()} `;
  } catch {
    return '';
  }
}

function taskList(pid: number): [string, ...string[]] {
  return ['tasklist', '/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'];
}

function processList(pid: number): [string, ...string[]] {
  return ['ps', '-ww', '-o', 'args=', '-p', String(pid)];
}
