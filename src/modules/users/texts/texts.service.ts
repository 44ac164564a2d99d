import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { UnitOfWork } from '../../../platform/database';
import { ConsentsService } from '../consents/consents.service';
import type { TextCommand } from '../domain/text-command';
import { Phones } from '../phone/phones';
import { PhonesRepository } from '../phone/phones.repository';
import { UsersService } from '../users.service';

/** What somebody asks for by text message is done for the number it came from, and for whoever has that number. */
@Injectable()
export class TextsService {
  constructor(
    private readonly users: UsersService,
    private readonly consents: ConsentsService,
    private readonly phones: Phones,
    private readonly rows: PhonesRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Doing it again changes nothing. */
  async follow(command: Exclude<TextCommand, 'help'>, from: string): Promise<void> {
    const userId = await this.phones.findByNumber(from);
    await this.work.run(() => (command === 'stop' ? this.stop(from, userId) : this.start(from, userId)));
  }

  private async stop(from: string, userId: string | undefined): Promise<void> {
    await this.rows.suppressNumber(this.phones.indexOf(from), 'sms', 'Asked by text message.', this.clock.now());
    if (!userId) return;
    await this.users.suppress(userId, { via: 'sms', reason: 'Asked by text message.' });
    await this.consents.revoke(userId, 'sms');
  }

  /** What was stopped in the app or in a call stays stopped, and consent is given in the app alone. */
  private async start(from: string, userId: string | undefined): Promise<void> {
    await this.rows.allowNumber(this.phones.indexOf(from), ['sms']);
    if (userId) await this.users.allowCalls(userId, 'sms');
  }
}
