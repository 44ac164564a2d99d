import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformFileSync } from '@swc/core';

const REPOSITORY = resolve(__dirname, '../..');
const APP = 'test/live/embedded-postgres.app.ts';
const PARTS = [
  'src/kernel/for-people.ts',
  'src/platform/database/embedded',
  'test/support/postgres.ts',
  APP,
  'test/live/throw-away-postgres.app.ts',
];

/** What npm has put into a checkout: all of it; all but PostgreSQL; or PostgreSQL without its install script. */
type Installation = 'complete' | 'without-postgres' | 'without-scripts';

/** A second checkout, as far as embedded PostgreSQL is concerned: its code, compiled, and what npm installs. */
export class Checkout {
  readonly folder = mkdtempSync(join(tmpdir(), 'callivate-checkout-'));
  readonly dataDir = join(this.folder, '.data', 'postgres');
  private readonly apps: App[] = [];

  /** `mode` is that of the folder: 0700 keeps everybody else out, as the home of root does. */
  constructor({ mode = 0o755, installation = 'complete' as Installation } = {}) {
    for (const part of PARTS) this.compile(part);
    this.install(installation);
    chmodSync(this.folder, mode);
  }

  start(program = APP): App {
    const app = new App(join(this.folder, compiled(program)), this.dataDir);
    this.apps.push(app);
    return app;
  }

  /** Lines of the `postmaster.pid` in a folder of data: its first is the process, its fourth the port. */
  static postmaster(dataDir: string): { pid: number; lines: string[] } {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), lines };
  }

  async remove(): Promise<void> {
    for (const app of this.apps) await app.detach();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  private compile(part: string): void {
    if (!part.endsWith('.ts')) {
      for (const name of readdirSync(join(REPOSITORY, part))) this.compile(join(part, name));
      return;
    }
    const { code } = transformFileSync(join(REPOSITORY, part), {
      swcrc: false,
      module: { type: 'commonjs', ignoreDynamic: true },
      jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    });
    mkdirSync(dirname(join(this.folder, part)), { recursive: true });
    writeFileSync(join(this.folder, compiled(part)), code);
  }

  private install(installation: Installation): void {
    const [from, to] = [join(REPOSITORY, 'node_modules'), join(this.folder, 'node_modules')];
    if (installation === 'complete') {
      symlinkSync(from, to);
      return;
    }
    mkdirSync(to);
    symlinkSync(join(from, 'pg'), join(to, 'pg'));
    if (installation === 'without-postgres') return;
    const scope = '@embedded-postgres';
    cpSync(join(from, scope), join(to, scope), {
      recursive: true,
      filter: (path) => !lstatSync(path).isSymbolicLink(),
    });
  }
}

/** An app of the checkout in a process of its own. */
export class App {
  readonly sentences: string[] = [];
  private readonly child: ChildProcess;
  private readonly outcome: Promise<{ attached?: Attached; refused?: string }>;

  constructor(program: string, dataDir: string) {
    this.child = fork(program, [dataDir], { detached: true });
    this.outcome = new Promise((tell) => {
      this.child.on('message', (news: { attached?: Attached; refused?: string; sentence?: string }) => {
        if (news.sentence) this.sentences.push(news.sentence);
        else tell(news);
      });
      this.child.once('exit', (code, signal) => tell({ refused: `ended by ${signal ?? code}` }));
    });
  }

  async attached(): Promise<Attached> {
    const { attached, refused } = await this.outcome;
    if (!attached) throw new Error(refused);
    return attached;
  }

  async refused(): Promise<string | undefined> {
    return (await this.outcome).refused;
  }

  async detach(): Promise<void> {
    this.child.send('detach', () => undefined);
    await this.ended();
  }

  /** `kill -9`: no farewell. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  /** What a terminal does on Ctrl-C: the signal goes to all processes of the group. */
  pressCtrlC(): void {
    process.kill(-this.child.pid!, 'SIGINT');
  }

  private async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }
}

export interface Attached {
  url: string;
  port: number;
  tookMs: number;
}

function compiled(source: string): string {
  return source.replace(/\.ts$/, '.js');
}
