import { IsIn } from 'class-validator';
import { SPOKEN_LANGUAGES, type SpokenLanguage } from '../../kernel/languages';
import { PERSONAS, type Persona, VOICE_IDS, type VoiceId } from '../../kernel/voices';
import { IfGiven } from '../../platform/http';
import { GENDERS, type Gender, type Voice } from './domain/voice';

export class ListVoicesQuery {
  /** Only voices that speak this language. */
  @IfGiven()
  @IsIn(SPOKEN_LANGUAGES)
  language?: SpokenLanguage;

  /** Only voices that sound like this. */
  @IfGiven()
  @IsIn(GENDERS)
  gender?: Gender;

  /** Only voices that speak with people in this way. */
  @IfGiven()
  @IsIn(PERSONAS)
  persona?: Persona;

  /** Only your favourites, or only the others. */
  @IfGiven()
  @IsIn(['true', 'false'])
  favourite?: 'true' | 'false';
}

/** The choice of a voice. */
export class DefaultVoiceRequest {
  /** The voice that speaks about habits that name none; null leaves it to us. */
  @IsIn([...VOICE_IDS, null])
  voiceId: VoiceId | null;
}

/** How a browser comes near to a voice by speech synthesis of its own (Web Speech API). */
export class BrowserVoiceResponse {
  /** Language to speak in (BCP 47), such as `en-US`. */
  lang: string;
  /** How high, from 0 to 2; 1 is as the device speaks. */
  pitch: number;
  /** How fast, from 0.1 to 10; 1 is as the device speaks. */
  rate: number;
  /** Parts of names of the devices' own voices, the best first; where a device has none of them, any voice of `lang` will do. */
  names: string[];
}

/** How a telephone line is told to speak: the attributes of a ConversationRelay. */
export class TelephoneVoiceResponse {
  /** Whose speech it is. */
  ttsProvider: 'Google' | 'Amazon';
  /** Their name for the voice. */
  voice: string;
  /** Language to speak in (BCP 47), such as `en-US`. */
  language: string;
}

/** What a voice is in one language. */
export class SpokenVoiceResponse {
  /** The language, such as `en`. */
  language: SpokenLanguage;
  /** What it says to be heard. */
  sample: string;
  /** How a browser comes near to it. */
  browser: BrowserVoiceResponse;
  /** How it sounds on the telephone. */
  telephone: TelephoneVoiceResponse;
}

/** Which voices a person has chosen, and likes. */
export interface Choices {
  defaultId: VoiceId;
  favouriteIds: ReadonlySet<string>;
}

/** One who calls people. */
export class VoiceResponse {
  /** Id of the voice, for `voiceId` of a habit and `defaultVoiceId` of the settings. */
  id: VoiceId;
  /** What it calls itself. */
  name: string;
  /** How it speaks with people; the words of a call go by it. */
  persona: Persona;
  /** How it sounds. */
  gender: Gender;
  /** What to expect of it, in a sentence to show. */
  description: string;
  /** Whether it speaks about your habits that name no voice: the one you chose, else Sarah. One voice is it at any time. */
  isDefault: boolean;
  /** Whether you marked it as a favourite. */
  isFavourite: boolean;
  /** The languages it speaks. */
  languages: SpokenVoiceResponse[];

  static of({ id, name, persona, gender, description, languages }: Voice, choices: Choices): VoiceResponse {
    return {
      id,
      name,
      persona,
      gender,
      description,
      isDefault: id === choices.defaultId,
      isFavourite: choices.favouriteIds.has(id),
      languages: SPOKEN_LANGUAGES.map((language) => ({ language, ...languages[language] })),
    };
  }
}

/** The voices there are. */
export class VoicesResponse {
  /** In the order to show them in; all of them, for they are few. */
  items: VoiceResponse[];
}
