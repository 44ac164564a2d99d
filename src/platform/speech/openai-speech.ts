import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import type { Config } from '../config';
import { Absence, answeredBy, type Policy, type PolicyOptions, RefusedByPart, type Resilience } from '../resilience';
import type { Status } from '../status';
import { audioOf } from './audio';
import { loadSdk, type Sdk } from './sdk';
import { type Line, Speech, type Spoken } from './speech';

/** Longer than a line takes to be made; later, the browser's own voice has said it. */
const TIME_LIMIT = 8 * SECOND;

const POLICY: PolicyOptions = {
  timeLimit: TIME_LIMIT,
  inAll: TIME_LIMIT,
  repeatable: true,
  retries: 1,
  concurrent: 10,
};

/** Speech by the SDK of OpenAI: theirs, or that of any server with their protocol, which hears the language from the words. */
export class OpenAiSpeech extends Speech implements OnApplicationBootstrap {
  readonly configured = true;
  private readonly logger = new Logger('Speech');
  private readonly policy: Policy;
  private loading?: Promise<Sdk>;
  private readonly absence = new Absence(
    this.logger,
    'The provider of speech',
    'Browsers speak with their own voice meanwhile.',
  );

  constructor(
    private readonly config: Config,
    resilience: Resilience,
    status: Status,
  ) {
    super();
    this.policy = resilience.policy('speech', POLICY);
    const { SPEECH_PROVIDER: provider, SPEECH_MODEL: model } = config;
    status.section('speech', () => ({ provider, model, degraded: this.degraded }));
  }

  /** Nobody who wants to hear something waits for the library; nor does the start. */
  onApplicationBootstrap(): void {
    void this.sdk().catch((error: Error) => this.logger.error({ err: error }, 'The SDK of speech is broken'));
  }

  override get degraded(): boolean {
    return this.policy.state !== 'closed';
  }

  async speak(line: Line): Promise<Spoken | null> {
    try {
      const spoken = await this.policy.run((signal) => this.ask(line, signal));
      this.absence.ends();
      return spoken;
    } catch (error) {
      if (error instanceof RefusedByPart) this.logger.warn(error.message);
      else this.absence.begins(error);
      return null;
    }
  }

  private async ask({ text, voice }: Line, signal: AbortSignal): Promise<Spoken> {
    const { client, statusOf } = await this.sdk();
    const wanted = { model: this.config.SPEECH_MODEL, voice, input: text, response_format: 'mp3' as const };
    const answer = await client.audio.speech.create(wanted, { signal }).catch((error: unknown) => {
      throw answeredBy(error, statusOf(error), 'The provider of speech refused a line');
    });
    return audioOf(answer);
  }

  private sdk(): Promise<Sdk> {
    this.loading ??= loadSdk(this.config);
    return this.loading;
  }
}
