import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../src/platform/database/embedded/ports';
import { KEY } from './people';

const PRODUCT = ['--enable-source-maps', 'dist/src/main.js'];
const FLOOR = ['--require', './bench/register.cjs', 'bench/floor/server.ts'];

/** Between two looks whether a server is ready, in ms. */
const LOOK_EVERY = 5;
const READY_WITHIN = 30_000;

/** One of the two servers, as a process of its own. */
export class Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly origin: string,
    /** From its spawning until its readiness, in ms. */
    readonly readyAfter: number,
  ) {}

  /** The built product as in production; its log goes nowhere. @param profile folder for a CPU profile of it */
  static product(databaseUrl: string, profile?: string, also: Record<string, string> = {}): Promise<Server> {
    const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [];
    return Server.start([...profiling, ...PRODUCT], databaseUrl, also);
  }

  static floor(databaseUrl: string): Promise<Server> {
    return Server.start(FLOOR, databaseUrl, {});
  }

  private static async start(args: string[], databaseUrl: string, also: Record<string, string>): Promise<Server> {
    const port = await freePort();
    const environment = { ...productionOn(databaseUrl, port), ...also };
    const begun = performance.now();
    const child = spawn(process.execPath, args, { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
    const origin = `http://127.0.0.1:${port}`;
    try {
      await untilReady(child, origin);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    }
    return new Server(child, origin, performance.now() - begun);
  }

  /** Memory in use, in megabytes. */
  get megabytes(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.child.pid)], { encoding: 'utf8' })) / 1024;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

/** Where the outside would reach it. */
export const PUBLIC_BASE_URL = 'https://bench.example';

function productionOn(databaseUrl: string, port: number): Record<string, string> {
  const secret = () => randomBytes(32).toString('hex');
  return {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'production',
    ROLE: 'api',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    JWT_KEYS: `${KEY.id}:${KEY.secret}`,
    ENCRYPTION_KEYS: `bench:${secret()}`,
    BLIND_INDEX_KEY: secret(),
    OPS_TOKEN: secret(),
    PUBLIC_BASE_URL,
    AUTH_DEV_ENABLED: 'false',
  };
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  const deadline = performance.now() + READY_WITHIN;
  while (performance.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    await pause(LOOK_EVERY);
  }
  throw new Error(`The server on ${origin} did not become ready.`);
}
