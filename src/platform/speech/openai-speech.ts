import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { SECOND } from '../../kernel/clock';
import { Problem } from '../../kernel/problem';
import type { Config } from '../config';
import { type Policy, type PolicyOptions, RefusedByPart, type Resilience } from '../resilience';
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
  private isAway = false;

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
      this.noticeBack();
      return spoken;
    } catch (error) {
      if (error instanceof RefusedByPart) this.logger.warn(error.message);
      else this.noticeAway(error);
      return null;
    }
  }

  private async ask({ text, voice }: Line, signal: AbortSignal): Promise<Spoken> {
    const { client, statusOf } = await this.sdk();
    const wanted = { model: this.config.SPEECH_MODEL, voice, input: text, response_format: 'mp3' as const };
    const answer = await client.audio.speech.create(wanted, { signal }).catch((error: unknown) => {
      throw told(error, statusOf(error));
    });
    return audioOf(answer);
  }

  private sdk(): Promise<Sdk> {
    this.loading ??= loadSdk(this.config);
    return this.loading;
  }

  private noticeAway(error: unknown): void {
    const why = error instanceof Problem && error.also?.cause instanceof Error ? error.also.cause.message : 'late';
    if (!this.isAway)
      this.logger.warn(
        `The provider of speech does not answer (${why}). Browsers speak with their own voice meanwhile.`,
      );
    this.isAway = true;
  }

  private noticeBack(): void {
    if (this.isAway) this.logger.log('The provider of speech is back.');
    this.isAway = false;
  }
}

/**
 * An error without what the SDK hangs on it: the answer, which may repeat the line. A line or a voice that was not liked
 * says nothing of how the provider is; all else does, a key that is not taken included.
 */
function told(error: unknown, status: number | undefined): Error {
  if (status === 400 || status === 413 || status === 422)
    return new RefusedByPart(`The provider of speech refused a line (${status}).`);
  if (status !== undefined) return new Error(`status ${status}`);
  return new Error(error instanceof Error ? error.name : 'unknown');
}
