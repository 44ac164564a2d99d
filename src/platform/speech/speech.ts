/** A line to be heard, in a voice by the name that its provider gives it. */
export interface Line {
  text: string;
  voice: string;
  /** For providers that do not hear it from the words. */
  language: string;
}

export interface Spoken {
  audio: Buffer;
  mediaType: string;
}

/**
 * Lines in a voice that one would like to hear, where a provider is configured. It may be slow, gone, or cost money: who
 * asks keeps what it gave, and goes on without one.
 */
export abstract class Speech {
  abstract readonly configured: boolean;

  /** It failed too often and is left in peace for a while: nobody waits for it meanwhile. */
  get degraded(): boolean {
    return false;
  }

  /**
   * Audio of a line, or null when no provider is configured or the provider fails: whoever asks falls back to the browser's
   * own voice. Never throws.
   */
  abstract speak(line: Line): Promise<Spoken | null>;
}

/** What a fresh machine has. */
export class NoSpeech extends Speech {
  readonly configured = false;

  async speak(): Promise<null> {
    return null;
  }
}
