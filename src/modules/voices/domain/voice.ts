import type { SpokenLanguage } from '../../../kernel/languages';
import type { Persona, VoiceId } from '../../../kernel/voices';

export const GENDERS = ['female', 'male', 'neutral'] as const;
export type Gender = (typeof GENDERS)[number];

/** How a browser's speech synthesis comes near to a voice (Web Speech API). */
export interface BrowserVoice {
  /** BCP 47. */
  lang: string;
  /** 0 to 2; 1 is as the device speaks. */
  pitch: number;
  /** 0.1 to 10; 1 is as fast as the device speaks. */
  rate: number;
  /** Parts of names of the devices' own voices, the best first; where there is none, any voice of `lang` will do. */
  names: string[];
}

/**
 * `ttsProvider`, `voice` and `language` of a `<ConversationRelay>`, which spells them so.
 * @see https://www.twilio.com/docs/voice/conversationrelay/voice-configuration
 */
export interface TelephoneVoice {
  ttsProvider: 'Google' | 'Amazon';
  voice: string;
  language: string;
}

/** What a voice is in one language. */
export interface SpokenVoice {
  /** What it says for people to hear how it speaks. */
  sample: string;
  browser: BrowserVoice;
  telephone: TelephoneVoice;
}

/** One who calls people. */
export interface Voice {
  id: VoiceId;
  name: string;
  persona: Persona;
  gender: Gender;
  description: string;
  languages: Readonly<Record<SpokenLanguage, SpokenVoice>>;
  /** The voice of a speech service that comes nearest, in every language. */
  synthesis: string;
}
