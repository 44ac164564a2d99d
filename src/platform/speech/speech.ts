/** A line to be heard, in a voice by the name that its provider gives it. */
export interface Line {
  text: string;
  voice: string;
  language: string;
}

export interface Spoken {
  audio: Buffer;
  mediaType: string;
}

/** Lines spoken by a voice that somebody would like to hear, where a provider is configured. It may be slow, gone, or cost money. */
export abstract class Speech {
  abstract readonly configured: boolean;

  /** Audio of a line, or null when no provider is configured or the provider fails: whoever asks falls back to the browser's own voice. Never throws. */
  abstract speak(line: Line): Promise<Spoken | null>;
}

/** What a fresh machine has. */
export class NoSpeech extends Speech {
  readonly configured = false;

  async speak(): Promise<null> {
    return null;
  }
}
