import { Injectable, Logger } from '@nestjs/common';
import type { Message } from './message.entity';

/** Carries messages to devices. */
export abstract class PushProvider {
  abstract send(messages: Message[]): void;
}

/** The default: the app in the foreground hears of a message by the event stream; the log says that it went out. */
@Injectable()
export class LogPushProvider extends PushProvider {
  private readonly logger = new Logger('Push');

  send(messages: Message[]): void {
    for (const { id, kind, userId } of messages) this.logger.log({ messageId: id, kind, userId }, 'A message went out');
  }
}
