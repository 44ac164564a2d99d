import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import type { Config } from '../config';
import { Absence, answeredBy, type Policy, type PolicyOptions, RefusedByPart, type Resilience } from '../resilience';
import type { Status } from '../status';
import { LanguageModel, type Question, type Reply } from './language-model';
import { loadSdk, type Sdk } from './sdk';

/** Somebody holds a telephone and waits. */
const USUAL_TIME_LIMIT = 1.5 * SECOND;

/** No single attempt takes longer, however long the asker could wait. */
const ATTEMPT = 10 * SECOND;

const POLICY: PolicyOptions = {
  timeLimit: ATTEMPT,
  inAll: USUAL_TIME_LIMIT,
  repeatable: true,
  retries: 1,
  concurrent: 20,
};

/** An answer is a small object. Who writes more has lost the thread, and would cost money. */
const LONGEST_ANSWER_TOKENS = 400;

/** A model by the Vercel AI SDK: Google's, or any server that speaks as OpenAI's does. */
export class SdkLanguageModel extends LanguageModel implements OnApplicationBootstrap {
  readonly isConfigured = true;
  private readonly logger = new Logger('LanguageModel');
  private readonly policy: Policy;
  private loading?: Promise<Sdk>;
  private readonly absence = new Absence(this.logger, 'The language model', 'Rules alone understand meanwhile.');

  constructor(
    private readonly config: Config,
    resilience: Resilience,
    status: Status,
  ) {
    super();
    this.policy = resilience.policy('language-model', POLICY);
    const { AI_PROVIDER: provider, AI_MODEL: model } = config;
    status.section('languageModel', () => ({ provider, model, degraded: this.isDegraded }));
  }

  /** Nobody on the telephone waits for the libraries; nor does the start. */
  onApplicationBootstrap(): void {
    void this.sdk().catch((error: Error) =>
      this.logger.error({ err: error }, 'The SDK of the language model is broken'),
    );
  }

  get isDegraded(): boolean {
    return this.policy.state !== 'closed';
  }

  async answer<Answer>(question: Question<Answer>): Promise<Reply<Answer>> {
    try {
      const answer = await this.policy.run((signal) => this.ask(question, signal), question.timeLimit);
      this.absence.ends();
      return { answer };
    } catch (error) {
      if (error instanceof RefusedByPart) return this.refused(error);
      this.absence.begins(error);
      return { failure: 'unavailable' };
    }
  }

  private async ask<Answer>({ schema, instructions, data }: Question<Answer>, abortSignal: AbortSignal) {
    const sdk = await this.sdk();
    try {
      const { output } = await sdk.generateText({
        model: sdk.model,
        output: sdk.Output.object({ schema }),
        instructions,
        prompt: JSON.stringify(data),
        temperature: 0,
        maxOutputTokens: LONGEST_ANSWER_TOKENS,
        // Only Google's models are told not to think first: other servers do not all know the word.
        ...(this.config.AI_PROVIDER === 'google' && { reasoning: 'none' as const }),
        maxRetries: 0,
        abortSignal,
      });
      return output as Answer;
    } catch (error) {
      throw told(error, sdk);
    }
  }

  private sdk(): Promise<Sdk> {
    this.loading ??= loadSdk(this.config);
    return this.loading;
  }

  private refused({ message }: RefusedByPart): Reply<never> {
    this.logger.warn(message);
    return { failure: 'unusable' };
  }
}

/** What cannot be used says nothing of how the model is. */
function told(error: unknown, { isUnusable, statusOf }: Sdk): Error {
  if (isUnusable(error)) return new RefusedByPart('The language model gave an answer of another shape than asked for.');
  return answeredBy(error, statusOf(error), 'The language model refused a question');
}
