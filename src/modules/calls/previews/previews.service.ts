import { Injectable } from '@nestjs/common';
import { spokenLanguage } from '../../../kernel/languages';
import { invalidFields } from '../../../kernel/problem';
import { Speech } from '../../../platform/speech';
import { People } from '../../users';
import { existingVoice } from '../../voices';
import { type Length, spoken } from '../domain/script/spoken';
import { Clips } from './clips';
import type { AudioResponse, VoicePreviewRequest, VoicePreviewResponse } from './previews.dto';

const LONGEST_PREVIEW: Length = { characters: 200, words: 40 };

const NONE_CONFIGURED = 'This service has no speech of its own: your browser says it in the voice that comes nearest.';
const FAILED = 'The voice cannot be reached just now: your browser says it in the voice that comes nearest.';

/** Lets people hear a voice before they choose it. */
@Injectable()
export class PreviewsService {
  constructor(
    private readonly people: People,
    private readonly speech: Speech,
    private readonly clips: Clips,
  ) {}

  async preview(
    userId: string,
    id: string,
    { language: asked, text }: VoicePreviewRequest = {},
  ): Promise<VoicePreviewResponse> {
    const voice = existingVoice(id);
    const language = asked ?? spokenLanguage((await this.people.profile(userId)).language);
    const { sample, browser } = voice.languages[language];
    const line = text === undefined ? sample : cleaned(text);
    const audio = await this.audioOf(line, voice.synthesis, language);
    return { voiceId: voice.id, language, text: line, browser, audio, fallback: audio ? null : this.fallback };
  }

  private async audioOf(text: string, voice: string, language: string): Promise<AudioResponse | null> {
    const clip = await this.clips.of({ text, voice, language });
    return clip && { mediaType: clip.mediaType, base64: clip.audio.toString('base64') };
  }

  private get fallback(): string {
    return this.speech.configured ? FAILED : NONE_CONFIGURED;
  }
}

function cleaned(text: string): string {
  const line = spoken(text, LONGEST_PREVIEW);
  if (line) return line;
  const message = 'Nothing of "text" may be spoken: give it as decent words, such as "Time to read".';
  throw invalidFields([{ pointer: '/text', message }]);
}
