import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { plus } from '../kernel/clock';
import type { HeldClock } from '../kernel/held-clock';
import { ChangeFeed } from '../platform/changes';
import { named, UnitOfWork } from '../platform/database';
import { Jobs } from '../platform/jobs';
import { Queues } from '../platform/queues';

/** Every moment at which some row wants to be looked at: the engine's time lives in rows, so they can be asked. */
const NEXT_MOMENT = `
  SELECT min(moment) AS moment FROM (
    SELECT min(due_at) AS moment FROM occurrences WHERE status = 'planned' AND due_at > $1
    UNION ALL SELECT min(closes_at) FROM occurrences WHERE status = 'due' AND closes_at > $1
    UNION ALL SELECT min(not_before) FROM calls WHERE status = 'queued' AND not_before > $1
    UNION ALL SELECT $1::timestamptz + interval '1 second'
      WHERE EXISTS (SELECT FROM calls WHERE status = 'queued' AND line = 'telephone' AND not_before <= $1)
    UNION ALL SELECT min(lease_until) FROM calls WHERE ending IS NULL AND lease_until > $1
    UNION ALL SELECT min(look_at) FROM freeze_watches WHERE look_at > $1
    UNION ALL SELECT min(planned_until) - interval '24 hours' + interval '1 second' FROM habits
      WHERE planned_until - interval '24 hours' > $1
  ) AS moments
`;

const NEXT_TRANSACTION = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next';
const OLDER_ONES_RUN = 'SELECT pg_snapshot_xmin(pg_current_snapshot()) < $1::xid8 AS run';

/** So often, and so long in all, news wait for older transactions to end; in milliseconds. */
const LOOK_EVERY = 5;
const PATIENCE = 1000;

/** What one round of work makes ready (a message, a call that is free now) the next one carries out. */
const ROUNDS = 3;

/** Lets time pass: from one moment that matters to the next, doing at each what the service would have done by itself. */
export class TimeMachine {
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: HeldClock,
  ) {}

  /**
   * Goes on to the moment, stopping wherever something happens. `onStop` is told each time the clock has been moved, and
   * may let some time pass itself.
   */
  async reach(moment: Date, onStop: (now: Date) => Promise<void> = async () => {}): Promise<void> {
    for (let next = await this.next(); next && next < moment; next = await this.next()) await this.stopAt(next, onStop);
    if (moment >= this.clock.now()) await this.stopAt(moment, onStop);
  }

  async pass(milliseconds: number): Promise<void> {
    await this.reach(plus(this.clock.now(), milliseconds));
  }

  /** Does what is to be done at this moment, without moving on. */
  async work(): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      await this.app.get(Jobs).runAll();
      await this.app.get(Queues).runAll();
    }
    await this.app.get(ChangeFeed).read();
  }

  /**
   * Tells whoever listens all that is committed by now, also what `work` could not tell yet: news are told once no older
   * transaction runs, those of other databases on the same server included. Their end is waited for, but not for ever.
   */
  async hearNews(): Promise<void> {
    const work = this.app.get(UnitOfWork);
    const now = await named('time-machine.news', () => work.row<{ next: string }>(NEXT_TRANSACTION));
    for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
      const older = await named('time-machine.older', () => work.row<{ run: boolean }>(OLDER_ONES_RUN, [now!.next]));
      if (!older!.run) break;
      await wait(LOOK_EVERY);
    }
    await this.app.get(ChangeFeed).read();
  }

  private async stopAt(moment: Date, onStop: (now: Date) => Promise<void>): Promise<void> {
    this.clock.moveTo(moment);
    await this.work();
    await onStop(moment);
  }

  private async next(): Promise<Date | null> {
    const work = this.app.get(UnitOfWork);
    const row = await named('time-machine.next', () =>
      work.row<{ moment: Date | null }>(NEXT_MOMENT, [this.clock.now()]),
    );
    return row?.moment ?? null;
  }
}
