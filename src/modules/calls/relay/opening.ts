import type { Timer } from './timer';

/** So long a hello is waited for, in milliseconds, and so long after the last sound of one that goes on. */
const HELLO_WITHIN = 1500;

/**
 * The first moment on a telephone: whoever picks up says hello first, and whoever speaks into that is not heard. Who says
 * nothing is spoken to, for a silence behind a hello drives people away.
 */
export class Opening {
  private cancel: (() => void) | null = null;

  constructor(
    private readonly timer: Timer,
    private readonly speakUp: () => void,
  ) {}

  wait(): void {
    this.cancel = this.timer.after(HELLO_WITHIN, () => {
      this.cancel = null;
      this.speakUp();
    });
  }

  /** They are speaking: nobody is spoken to before they have finished. */
  putOff(): void {
    if (!this.cancel) return;
    this.cancel();
    this.wait();
  }

  /** They have spoken, or are gone. */
  end(): void {
    this.cancel?.();
    this.cancel = null;
  }
}
