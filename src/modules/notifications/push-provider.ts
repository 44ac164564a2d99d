import { Injectable, Logger } from '@nestjs/common';
import type { Message } from './message.entity';

/** Carries messages to devices. Asked by `Push` alone. */
export abstract class PushProvider {
  /** @throws RefusedByPart when the provider will not have them, whenever it is asked. */
  abstract send(messages: Message[], signal: AbortSignal): Promise<void>;
}

/** The default: the app in the foreground hears of a message by the event stream; the log says that it went out. */
@Injectable()
export class LogPushProvider extends PushProvider {
  private readonly logger = new Logger('Push');

  async send(messages: Message[]): Promise<void> {
    for (const { id, kind, userId } of messages) this.logger.log({ messageId: id, kind, userId }, 'A message went out');
  }
}
