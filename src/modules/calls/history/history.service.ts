import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../../kernel/clock';
import { Audit } from '../../../platform/audit';
import { UnitOfWork } from '../../../platform/database';
import { Retention } from '../../../platform/retention';
import { CheckInsService } from '../../habits';
import { People } from '../../users';
import { HistoryRepository } from './history.repository';

/** What was said in calls is of use for a season, and can tell of illness: then it goes by itself. */
const WORDS_KEPT = 90 * DAY;

/** Longer than any limit counts calls, or an occurrence waits for one. */
const CLEARED_KEPT = 2 * DAY;

/** How long what was said is kept, and who can have it forgotten before. Consents and suppressions are kept elsewhere. */
@Injectable()
export class HistoryService {
  constructor(
    private readonly history: HistoryRepository,
    private readonly checkIns: CheckInsService,
    private readonly people: People,
    private readonly audit: Audit,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    retention: Retention,
  ) {
    retention.keep('turns', WORDS_KEPT, (before, limit) => history.forgetTurnsBefore(before, limit));
    retention.keep('quotes-of-calls', WORDS_KEPT, (before, limit) => history.forgetQuotesBefore(before, limit));
    retention.keep('quotes-of-check-ins', WORDS_KEPT, (before, limit) => checkIns.forgetQuotesBefore(before, limit));
    retention.keep('cleared-calls', CLEARED_KEPT, (before, limit) => history.forgetClearedBefore(before, limit));
  }

  /** Forgets what was said in all calls that are over, and shows them no more; what they marked stays marked. */
  clear(userId: string): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      const cleared = await this.history.clear(userId, this.clock.now());
      await this.checkIns.forgetQuotesOf(userId);
      if (cleared > 0) await this.audit.record({ userId, action: 'call-history-cleared' });
    });
  }
}
