import { Injectable } from '@nestjs/common';
import { Clock, DAY } from '../../../kernel/clock';
import { UnitOfWork } from '../../../platform/database';
import { Retention } from '../../../platform/retention';
import { ConsentsService } from '../consents/consents.service';
import type { TextCommand } from '../domain/text-command';
import { Phones } from '../phone/phones';
import { PhonesRepository } from '../phone/phones.repository';
import { UsersService } from '../users.service';
import { TextsRepository } from './texts.repository';

/** A text message to us. */
export interface Text {
  /** The provider's name for it. */
  id: string;
  /** The number it came from, E.164. */
  from: string;
}

/** So long the provider might tell us of a message again. */
const TEXTS_KEPT = 30 * DAY;

/** What somebody asks for by text message is done for the number it came from, and for whoever has that number. */
@Injectable()
export class TextsService {
  constructor(
    private readonly users: UsersService,
    private readonly consents: ConsentsService,
    private readonly phones: Phones,
    private readonly rows: PhonesRepository,
    private readonly texts: TextsRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    retention: Retention,
  ) {
    retention.keep('heeded-texts', TEXTS_KEPT, (before, limit) => texts.forgetBefore(before, limit));
  }

  /** A message is heeded once: told again after another has said otherwise, it would take that back. */
  follow(command: Exclude<TextCommand, 'help'>, { id, from }: Text): Promise<void> {
    return this.work.run(async () => {
      const numberIndex = this.phones.indexOf(from);
      const owner = await this.phones.hold(numberIndex);
      if (!(await this.texts.isFirst(id, this.clock.now()))) return;
      if (command === 'stop') await this.stop(numberIndex, owner?.userId);
      else await this.start(numberIndex, owner?.userId);
    });
  }

  private async stop(numberIndex: string, userId: string | undefined): Promise<void> {
    await this.rows.suppressNumber(numberIndex, 'sms', 'Asked by text message.', this.clock.now());
    if (!userId) return;
    await this.users.suppress(userId, { via: 'sms', reason: 'Asked by text message.' });
    await this.consents.revoke(userId, 'sms');
  }

  /** What was stopped in the app or in a call stays stopped, and consent is given in the app alone. */
  private async start(numberIndex: string, userId: string | undefined): Promise<void> {
    await this.rows.allowNumber(numberIndex, ['sms']);
    if (userId) await this.users.allowCalls(userId, 'sms');
  }
}
