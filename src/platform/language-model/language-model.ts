import type { z } from 'zod';

/** What a model is asked. */
export interface Question<Answer> {
  /** What the answer must look like; the model is given it, and what does not fit is no answer. */
  schema: z.ZodType<Answer>;
  /** Ours alone: what to do with the data. Nothing that somebody said or wrote belongs in it. */
  instructions: string;
  /** What the question is about, whoever wrote it. It reaches the model as JSON, apart from the instructions. */
  data: unknown;
  /** How long the asker can wait, in milliseconds, a second attempt included: 1.5 s unless it is said. */
  timeLimit?: number;
}

/**
 * Why there is no answer: no model is configured, it answered nothing of use (other words than asked for, or that it will
 * not), or it did not answer in time, failed, or is left in peace.
 */
export type Failure = 'not-configured' | 'unusable' | 'unavailable';

export type Reply<Answer> = { answer: Answer } | { failure: Failure };

/**
 * A language model, where one is configured. It may be wrong, late, gone, or do what the data tell it to: who asks decides
 * by rules of their own what of an answer is taken, and goes on without one.
 */
export abstract class LanguageModel {
  abstract readonly isConfigured: boolean;

  /** It failed too often and is left in peace for a while: nobody waits for it meanwhile. */
  abstract readonly isDegraded: boolean;

  /** Never throws. */
  abstract answer<Answer>(question: Question<Answer>): Promise<Reply<Answer>>;
}

/** What a fresh machine has. */
export class NoLanguageModel extends LanguageModel {
  readonly isConfigured = false;
  readonly isDegraded = false;

  async answer(): Promise<{ failure: Failure }> {
    return { failure: 'not-configured' };
  }
}
