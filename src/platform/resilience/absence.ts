import type { Logger } from '@nestjs/common';
import { Problem } from '../../kernel/problem';

/** Says once that a part does not answer, and once that it is back, however often it is asked meanwhile. */
export class Absence {
  private isAway = false;

  constructor(
    private readonly logger: Logger,
    /** Such as "The language model". */
    private readonly part: string,
    /** What goes on without it, as a sentence. */
    private readonly meanwhile: string,
  ) {}

  /** `error` is what its policy threw. */
  begins(error: unknown): void {
    const why = error instanceof Problem && error.also?.cause instanceof Error ? error.also.cause.message : 'late';
    if (!this.isAway) this.logger.warn(`${this.part} does not answer (${why}). ${this.meanwhile}`);
    this.isAway = true;
  }

  ends(): void {
    if (this.isAway) this.logger.log(`${this.part} is back.`);
    this.isAway = false;
  }
}
