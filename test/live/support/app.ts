import { type ChildProcess, spawn } from 'node:child_process';
import { HttpClient } from '../../support/http-client';
import { until } from './until';

/** How an app is started: what is typed, where, and which variables are set. */
export interface Start {
  command: [program: string, ...args: string[]];
  folder: string;
  environment: Record<string, string>;
  /** Whose process it is; ours when left out. */
  account?: { uid: number; gid: number };
}

/** What is typed; the build that goes before it has been done by `npm run test:live`. */
export const NPM_START: Start['command'] = ['npm', 'start', '--ignore-scripts'];

/** How a process has ended. */
export interface End {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The built app as a process of its own, at the head of a group of its own; known by what it prints and answers alone. */
export class App {
  private readonly child: ChildProcess;
  private readonly printed: string[] = [];
  private readonly outcome: Promise<End>;
  private end: End | undefined;

  constructor({ command: [program, ...args], folder, environment, account }: Start) {
    this.child = spawn(program, args, {
      cwd: folder,
      env: { ...surroundings(), ...environment },
      ...account,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.printed.push(text));
    }
    this.outcome = new Promise((resolve) => {
      this.child.once('close', (code, signal) => {
        this.end = { code, signal };
        resolve(this.end);
      });
    });
  }

  get pid(): number {
    return this.child.pid!;
  }

  get output(): string {
    return this.printed.join('');
  }

  get hasEnded(): boolean {
    return this.end !== undefined;
  }

  /** The address that the banner prints, for instance of the `Browser phone`; waits for it. */
  async printedAddress(of = 'Browser phone'): Promise<string> {
    const [, address] = await until(`the address of "${of}"`, () => {
      if (this.hasEnded) throw new Error(`The app did not start. It printed:\n${this.output}`);
      return new RegExp(`${of} +(http\\S+)`).exec(this.output);
    });
    return address!;
  }

  async http(): Promise<HttpClient> {
    return new HttpClient((await this.printedAddress()).replace(/\/$/, ''));
  }

  /** The status of `/health/ready`; 0 when nobody answers. */
  async readiness(): Promise<number> {
    const answer = (await this.http()).raw('/health/ready', {});
    return answer.then(
      ({ status }) => status,
      () => 0,
    );
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** What a terminal does on Ctrl-C: the signal goes to all processes of the group. */
  pressCtrlC(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  /** `kill -9`: no farewell. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  ended(): Promise<End> {
    return this.outcome;
  }
}

/** Nothing of our own environment that would configure the app. */
function surroundings(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }) };
}
