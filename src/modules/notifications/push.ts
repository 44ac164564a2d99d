import { Injectable, Logger } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { type Policy, Resilience } from '../../platform/resilience';
import type { Message } from './message.entity';
import { PushProvider } from './push-provider';

/** Asks the provider to carry messages, each once: nobody's phone buzzes twice because an answer was lost. */
@Injectable()
export class Push {
  private readonly logger = new Logger('Push');
  private readonly policy: Policy;

  constructor(
    private readonly provider: PushProvider,
    resilience: Resilience,
  ) {
    this.policy = resilience.policy('push', { timeLimit: 5 * SECOND, repeatable: false, concurrent: 4 });
  }

  /** What the provider does not take is told in the log. The person finds it in the app, where it is already. */
  async send(messages: Message[]): Promise<void> {
    if (messages.length === 0) return;
    try {
      await this.policy.run((signal) => this.provider.send(messages, signal));
    } catch (error) {
      this.logger.error({ err: error, messageIds: messages.map(({ id }) => id) }, 'Messages did not reach the devices');
    }
  }
}
