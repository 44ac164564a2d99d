import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from '../../src/platform/database/embedded/ports';
import { App, type End } from '../live/support/app';
import { until } from '../live/support/until';
import { buildImage, type Image } from './build';
import { copyContext } from './build-context';
import { stagesOf } from './dockerfile';

const REPOSITORY = resolve(__dirname, '../..');

/** Our image, built and run as Docker would, as near as it comes without one. */
export class Rehearsal {
  private readonly home = mkdtempSync(join(tmpdir(), 'callivate-image-'));
  private readonly programs = this.folder('programs');
  readonly context = this.folder('context');
  /** The one place where the process may write: `--tmpfs /tmp`. */
  readonly scratch = this.folder('tmp');
  readonly image: Image;
  private readonly apps: App[] = [];

  constructor(args: Record<string, string>) {
    try {
      this.image = this.build(args);
    } catch (error) {
      rmSync(this.home, { recursive: true, force: true });
      throw error;
    }
    chmodSync(this.scratch, 0o1777);
    for (const path of this.paths()) chmodSync(path, statSync(path).mode & 0o555);
  }

  /** Runs the image's command with these variables besides its own. */
  async run(environment: Record<string, string>): Promise<Container> {
    const PORT = String(await freePort());
    const { command } = this.image;
    if (!command) throw new Error('The image has no CMD.');
    const container = new Container(this.start(command, { ...environment, HOST: '127.0.0.1', PORT }), PORT, this);
    return container;
  }

  /** A process in the image: its folder, its user, its variables, and nothing of ours. */
  start(command: [string, ...string[]], environment: Record<string, string>): App {
    const app = new App({
      command,
      folder: join(this.image.root, this.image.folder),
      environment: { ...this.image.environment, ...environment, PATH: this.programs, HOME: '/', TMPDIR: this.scratch },
      account: process.getuid?.() === 0 ? this.image.user : undefined,
    });
    this.apps.push(app);
    return app;
  }

  /** Every file and folder of the image with the time of its last change. */
  fingerprint(): string[] {
    return this.paths().map((path) => `${path} ${statSync(path).mtimeMs}`);
  }

  async clear(): Promise<void> {
    await Promise.all(this.apps.filter(({ hasEnded }) => !hasEnded).map((app) => app.kill()));
    for (const path of this.paths()) if (statSync(path).isDirectory()) chmodSync(path, 0o755);
    rmSync(this.home, { recursive: true, force: true });
  }

  private build(args: Record<string, string>): Image {
    chmodSync(this.home, 0o755);
    copyFileSync(process.execPath, join(this.programs, 'node'));
    copyContext(REPOSITORY, this.context);
    const stages = stagesOf(readFileSync(join(REPOSITORY, 'Dockerfile'), 'utf8'));
    const { context, programs } = this;
    return buildImage(stages, { args, context, programs, stages: this.folder('stages') });
  }

  private paths(): string[] {
    return readdirSync(this.image.root, { recursive: true, encoding: 'utf8' })
      .map((path) => join(this.image.root, path))
      .filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
  }

  private folder(name: string): string {
    const path = join(this.home, name);
    mkdirSync(path);
    return path;
  }
}

/** The image at work. */
export class Container {
  constructor(
    readonly process: App,
    private readonly port: string,
    private readonly rehearsal: Rehearsal,
  ) {}

  /** Waits until HEALTHCHECK says that it is well, as often as Docker would ask, only sooner. */
  async healthy(): Promise<void> {
    await until('a healthy container', async () => {
      if (this.process.hasEnded) throw new Error(`It has ended. It printed:\n${this.process.output}`);
      return (await this.checkHealth()) === 0;
    });
  }

  async checkHealth(): Promise<number | null> {
    const { health } = this.rehearsal.image;
    if (!health) throw new Error('The image has no HEALTHCHECK.');
    return (await this.rehearsal.start(health, { PORT: this.port }).ended()).code;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`, { headers });
  }

  /** As `docker stop` does. */
  stop(): Promise<End> {
    this.process.signal(this.rehearsal.image.stopSignal);
    return this.process.ended();
  }
}
