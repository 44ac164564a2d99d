import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../src/application';
import { TimeMachine } from '../../src/demo/time-machine';
import { HeldClock } from '../../src/kernel/held-clock';
import { addDays, instantOf } from '../../src/kernel/local-time';
import { UnitOfWork } from '../../src/platform/database';
import { createTestDatabase, type TestDatabase } from './database';
import { HttpClient } from './http-client';
import { LogReader } from './log';
import { Person } from './person';

const SECRET = 'test-key:0123456789abcdef0123456789abcdef';

/** The logging library has one logger for each process: what a second world logs goes where the first one's reader is. */
const log = new LogReader();

/** The whole service on a database of its own, with its clock in the test's hand. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: HeldClock,
    readonly time: TimeMachine,
    readonly http: HttpClient,
    readonly log: LogReader,
    private readonly database: TestDatabase,
  ) {}

  /** `now` is where the clock stands at first. The database is a new one, unless one is given. */
  static async begin(now: string, environment: Record<string, string> = {}, given?: TestDatabase): Promise<World> {
    const database = given ?? (await createTestDatabase());
    const clock = new HeldClock(new Date(now));
    const app = await startOn(database.url, clock, log, environment);
    return new World(
      app,
      clock,
      new TimeMachine(app, clock),
      new HttpClient(await originOf(app, environment)),
      log,
      database,
    );
  }

  /** Another replica on the same database, with the same clock. */
  async replica(environment: Record<string, string> = {}): Promise<NestFastifyApplication> {
    const app = await startOn(this.database.url, this.clock, this.log, environment);
    await originOf(app);
    return app;
  }

  /** Whatever happened in it, nothing of it that is secret may stand in the log. */
  async end(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    this.log.expectNoSecrets();
  }

  /** Somebody who has just signed in. */
  async person(name: string, timeZone: string | undefined = 'Europe/Lisbon'): Promise<Person> {
    return Person.signIn(this, name, timeZone);
  }

  /** Lets time pass until a wall clock in the zone shows this. */
  async reaches(wallTime: string, zone: string): Promise<void> {
    const [date, time] = wallTime.split('T') as [string, string];
    await this.time.reach(instantOf({ date, time }, zone));
  }

  async passes({ hours = 0, minutes = 0, seconds = 0 }): Promise<void> {
    await this.time.pass(((hours * 60 + minutes) * 60 + seconds) * 1000);
  }

  /** Lets the night pass: it is noon, UTC, of the next day, whose date is returned. */
  async nextNoon(): Promise<string> {
    const date = addDays(this.clock.now().toISOString().slice(0, 10), 1);
    await this.time.reach(instantOf({ date, time: '12:00' }, 'UTC'));
    return date;
  }

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.app.get(UnitOfWork).rows<Row>(sql, parameters);
  }
}

async function startOn(
  url: string,
  clock: HeldClock,
  logReader: LogReader,
  environment: Record<string, string>,
): Promise<NestFastifyApplication> {
  return createApplication({
    clock,
    logReader,
    environment: {
      NODE_ENV: 'test',
      DATABASE_URL: url,
      JWT_KEYS: SECRET,
      ENCRYPTION_KEYS: SECRET,
      BLIND_INDEX_KEY: SECRET,
      LOG_LEVEL: 'debug',
      CANARY_ENABLED: 'false',
      DATABASE_POOL_SIZE: '5',
      ...environment,
    },
  });
}

/** A service that is reached from outside listens where it says. */
async function originOf(app: NestFastifyApplication, { PUBLIC_BASE_URL: own = '' } = {}): Promise<string> {
  await app.listen(own.startsWith('http://127.0.0.1:') ? Number(new URL(own).port) : 0, '127.0.0.1');
  return (await app.getUrl()).replace('[::1]', '127.0.0.1');
}
