import { setTimeout as pause } from 'node:timers/promises';
import { type Cluster, start, stop } from './cluster';
import { freePort } from './ports';
import { forgetDeadPostmaster, lastPort, livePostmaster } from './postmaster';
import { openSession, type Session } from './session';
import { EmbeddedPostgresUnavailable } from './unavailable';

/** Our hold on a running PostgreSQL. As long as it lasts, a PostgreSQL that dies is started again on the same port. */
export class Attachment {
  readonly #leaving = new AbortController();
  #restoring: Promise<void> | undefined;
  #left: Promise<void> | undefined;

  private constructor(
    private readonly cluster: Cluster,
    private readonly log: (sentence: string) => void,
    private session: Session,
    readonly port: number,
  ) {
    this.watch();
  }

  /** Joins the PostgreSQL that serves these data, after starting it if none does. */
  static async to(cluster: Cluster, log: (sentence: string) => void): Promise<Attachment> {
    const { session, port, isStarted } = await join(cluster, AbortSignal.timeout(PATIENCE));
    const how = isStarted ? 'has been started' : 'was running already';
    log(`PostgreSQL ${how} on port ${port}, data in ${cluster.dataDir}.`);
    return new Attachment(cluster, log, session, port);
  }

  makeDatabase(name: string): Promise<void> {
    return this.session.makeDatabase(name);
  }

  /** Ends the hold, and PostgreSQL as well when nobody else is attached. Calling it again changes nothing. */
  detach(): Promise<void> {
    this.#left ??= this.leave();
    return this.#left;
  }

  private async leave(): Promise<void> {
    this.#leaving.abort();
    await this.#restoring;
    const { isLast } = await this.session.letGo().catch(() => ({ isLast: false }));
    if (isLast) await stop(this.cluster);
    await this.session.close();
    this.log(isLast ? 'PostgreSQL has been stopped.' : 'PostgreSQL goes on running for the others attached to it.');
  }

  private watch(): void {
    this.session.onEnd(() => {
      if (!this.#leaving.signal.aborted) this.#restoring = this.restore();
    });
  }

  /** Everybody attached tries this at once; the data folder lets one of them start PostgreSQL, the others find it. */
  private async restore(): Promise<void> {
    while (!this.#leaving.signal.aborted) {
      try {
        const signal = AbortSignal.any([this.#leaving.signal, AbortSignal.timeout(PATIENCE)]);
        const { session, port, isStarted } = await join(this.cluster, signal, this.port);
        this.session = session;
        this.watch();
        if (isStarted) this.log(`PostgreSQL had ended unexpectedly and has been started again on port ${port}.`);
        if (port !== this.port) this.log(`PostgreSQL has moved to port ${port}: this process has to be started anew.`);
        return;
      } catch (error) {
        if (!this.#leaving.signal.aborted) this.log(`PostgreSQL has ended unexpectedly. ${(error as Error).message}`);
      }
    }
  }
}

/** For how long a start that fails is tried again, in ms: the children of a killed PostgreSQL need a moment to end. */
const PATIENCE = 10_000;

/** Between two tries, in ms; the first come faster. */
const LONGEST_WAIT = 400;

interface Joined {
  session: Session;
  port: number;
  isStarted: boolean;
}

/** From whatever state PostgreSQL is in (ready, starting, stopping, killed, never started) to a session or an error. */
async function join(cluster: Cluster, signal: AbortSignal, fixedPort?: number): Promise<Joined> {
  for (let isStarted = false, wait = 25; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      const running = livePostmaster(cluster.dataDir);
      if (running) return { session: await openSession(running, cluster.dataDir), port: running.port, isStarted };
      forgetDeadPostmaster(cluster.dataDir, { evenEmpty: wait === LONGEST_WAIT });
      await start(cluster, fixedPort ?? (await freePort(lastPort(cluster.dataDir))));
      isStarted = true;
    } catch (error) {
      const reason = (error as Error).message;
      if (signal.aborted) throw new EmbeddedPostgresUnavailable(`PostgreSQL neither runs nor starts: ${reason}.`);
      await pause(wait);
    }
  }
}
