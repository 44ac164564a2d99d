import { IsIn, IsString, MaxLength } from 'class-validator';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../../kernel/languages';
import type { VoiceId } from '../../../kernel/voices';
import { Example, IfGiven, IsNotBlank, IsPlainText } from '../../../platform/http';
import { BrowserVoiceResponse } from '../../voices';

/** What to hear a voice say. */
export class VoicePreviewRequest {
  /** The language to say it in; left out, that of your calls. */
  @IfGiven()
  @IsIn(SPOKEN_LANGUAGES)
  language?: SpokenLanguage;

  /** What to say, cleaned as the titles of habits are; left out, the voice's own sample. */
  @IfGiven()
  @IsString()
  @IsNotBlank()
  @MaxLength(200)
  @IsPlainText()
  @Example('Time to read, Ada')
  text?: string;
}

/** A line that was spoken. */
export class AudioResponse {
  /** Such as `audio/mpeg`. */
  mediaType: string;
  /** The audio, in base64: play `data:«mediaType»;base64,«base64»`. */
  base64: string;
}

/** A line to be heard in a voice. */
export class VoicePreviewResponse {
  /** The voice that says it. */
  voiceId: VoiceId;
  /** The language it is said in. */
  language: SpokenLanguage;
  /** What is said: of a text of your own, what may be spoken. */
  text: string;
  /** How a browser says it where there is no audio. */
  browser: BrowserVoiceResponse;
  /** The line in the voice itself; null when it is left to the browser. */
  audio: AudioResponse | null;
  /** Why there is no audio, as a sentence to show; null when there is. */
  fallback: string | null;
}
