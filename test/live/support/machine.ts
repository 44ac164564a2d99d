import { chmodSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Checkout } from '../embedded-postgres.checkout';
import { App, type Start } from './app';
import { until } from './until';

const REPOSITORY = resolve(__dirname, '../../..');

/** As `npm start` does. */
const START: Start['command'] = [process.execPath, '--enable-source-maps', 'dist/src/main.js'];

/** Plays a scene on a machine of its own, and leaves nothing of it behind, however it ends. */
export async function onAMachine(play: (machine: Machine) => Promise<void>): Promise<void> {
  const machine = new Machine();
  try {
    await play(machine);
  } catch (error) {
    machine.tellWhatWasPrinted();
    throw error;
  } finally {
    await machine.clear();
  }
}

/** A folder of data of one's own, and the processes that work on it. */
export class Machine {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'callivate-live-'));
  private readonly apps: App[] = [];

  /** Others may pass through, as through an ordinary folder: root lends PostgreSQL another account. */
  constructor() {
    chmodSync(this.dataDir, 0o755);
  }

  /** Unless `PORT` is set, the app finds a free one by itself. */
  start(environment: Record<string, string> = {}, { command = START, folder = REPOSITORY } = {}): App {
    const app = new App({ command, folder, environment: { DATA_DIR: this.dataDir, ...environment } });
    this.apps.push(app);
    return app;
  }

  /** An address of the embedded PostgreSQL, as somebody who runs one of their own would give it. */
  get databaseUrl(): string {
    const { lines } = Checkout.postmaster(this.postgresDir);
    return `postgresql://postgres@127.0.0.1:${Number(lines[3])}/callivate`;
  }

  get postgresPid(): number {
    return Checkout.postmaster(this.postgresDir).pid;
  }

  killPostgres(): void {
    process.kill(this.postgresPid, 'SIGKILL');
  }

  /** The processes on this machine: members of the apps' groups, and PostgreSQL by its data. */
  processes(): { pid: number; command: string }[] {
    const groups = new Set(this.apps.map(({ pid }) => pid));
    const places = this.places();
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => ({ pid: Number(name), ...lookAt(name) }))
      .filter(({ group, command, cwd }) => groups.has(group) || isAtWorkIn(places, `${command} ${cwd}`))
      .map(({ pid, command }) => ({ pid, command }));
  }

  tellWhatWasPrinted(): void {
    for (const { pid, output } of this.apps)
      process.stderr.write(`\n--- printed by ${pid} ---\n${output.slice(-6000)}\n`);
  }

  async clear(): Promise<void> {
    await until('the end of all processes', () => {
      for (const { pid } of this.processes()) killIfThere(pid);
      return this.processes().length === 0;
    });
    for (const place of this.places()) rmSync(place, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** Where this machine's files are: its own folder, and those outside that the apps have named. */
  private places(): string[] {
    const outside = this.apps.flatMap(({ output }) => /its files are in (\S+)\./.exec(output)?.[1] ?? []);
    return [this.dataDir, ...outside];
  }

  private get postgresDir(): string {
    return join(this.dataDir, 'postgres');
  }
}

function isAtWorkIn(places: string[], traces: string): boolean {
  return places.some((place) => traces.includes(place));
}

/** The group of a process, its command line and its folder; nothing of one that is gone or a zombie. */
function lookAt(pid: string): { group: number; command: string; cwd: string } {
  const nothing = { group: 0, command: '', cwd: '' };
  try {
    const [state, , group] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    if (state === 'Z') return nothing;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { group: Number(group), command, cwd: readlinkSync(`/proc/${pid}/cwd`) };
  } catch {
    return nothing;
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
