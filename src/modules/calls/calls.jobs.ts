import { Injectable } from '@nestjs/common';
import { DAY } from '../../kernel/clock';
import { Jobs } from '../../platform/jobs';
import { Retention } from '../../platform/retention';
import { Closer } from './engine/closer';
import { Dialer } from './engine/dialer';
import { Dispatcher } from './engine/dispatcher';
import { Rescuer } from './engine/rescuer';
import { Settler } from './engine/settler';
import { MemoriesRepository } from './memories/memories.repository';
import { Talks } from './relay/talks';
import { Rephraser } from './rephrasing/rephraser';
import { RephrasingsRepository } from './rephrasing/rephrasings.repository';
import { GatheredTalksRepository } from './telephone/gathered-talks.repository';
import { HangUps } from './telephone/hang-ups';
import { Prices } from './telephone/prices';
import { Reconciler } from './telephone/reconciler';
import { TelephoneDialer } from './telephone/telephone-dialer';

/** Then other words are found anew. */
const REPHRASINGS_KEPT = 30 * DAY;

/** What was told back is shown for so long, and then forgotten. */
const TOLD_MEMORIES_KEPT = 30 * DAY;

/** What no call came to tell in so long is no news to anybody. */
const UNTOLD_MEMORIES_KEPT = 180 * DAY;

/** A call that is held turn by turn is over long before; what its last turn was answered may be asked for again for a while. */
const GATHERED_TALKS_KEPT = DAY;

/** The engine's day, second by second. */
@Injectable()
export class CallsJobs {
  constructor(
    jobs: Jobs,
    dispatcher: Dispatcher,
    dialer: Dialer,
    settler: Settler,
    rescuer: Rescuer,
    telephone: TelephoneDialer,
    hangUps: HangUps,
    reconciler: Reconciler,
    prices: Prices,
    closer: Closer,
    talks: Talks,
    rephraser: Rephraser,
    rephrasings: RephrasingsRepository,
    memories: MemoriesRepository,
    gathered: GatheredTalksRepository,
    retention: Retention,
  ) {
    jobs.bind('calls.keep-talks', () => talks.tick());
    jobs.bind('calls.dispatch', () => dispatcher.dispatchDue((userIds) => dialer.dialFor(userIds)));
    jobs.bind('calls.dial', () => dialer.dialQueued());
    jobs.bind('calls.dial-telephone', () => telephone.dialWaiting());
    jobs.bind('calls.hang-up', () => hangUps.hangUpUnwanted());
    jobs.bind('calls.reconcile', () => reconciler.lookAfterExpired());
    jobs.bind('calls.price', (signal) => prices.learn(signal));
    jobs.bind('calls.rescue', () => rescuer.rescueExpired());
    jobs.bind('calls.settle', () => settler.settleForgotten());
    jobs.bind('calls.close', () => closer.closeOverdue());
    jobs.bind('calls.rephrase', (signal) => rephraser.rephraseSome(signal));
    retention.keep('memories', TOLD_MEMORIES_KEPT, (before, limit) => memories.forgetToldBefore(before, limit));
    retention.keep('untold-memories', UNTOLD_MEMORIES_KEPT, (before, limit) =>
      memories.forgetUntoldBefore(before, limit),
    );
    retention.keep('gathered-talks', GATHERED_TALKS_KEPT, (before, limit) => gathered.forgetBefore(before, limit));
    retention.keep('rephrasings', REPHRASINGS_KEPT, (before, limit) => rephrasings.forgetBefore(before, limit));
  }
}
