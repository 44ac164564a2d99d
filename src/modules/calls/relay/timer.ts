import { Injectable } from '@nestjs/common';

/** The wall clock of a talk, for what is too short for a sweep. In a place of its own, so that a test can hold it. */
@Injectable()
export class Timer {
  /** Does it after so many milliseconds, unless the result is called before. */
  after(milliseconds: number, work: () => void): () => void {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  }

  /** Does it once words that take so many milliseconds have been spoken. */
  onceSpoken(milliseconds: number, work: () => void): void {
    this.after(milliseconds, work);
  }
}
