import { findVoice, VOICES } from '../../../src/modules/voices/domain/catalogue';
import type { Voice } from '../../../src/modules/voices/domain/voice';
import type { VoiceResponse } from '../../../src/modules/voices/voices.dto';
import { refuse } from './scripted-answers';
import type { Json } from './scripted-life';

const SAMPLES_A_SECOND = 8_000;
const FALLBACK = 'Your browser says it in the voice that comes nearest.';

/** The voices of the catalogue, with what the person chose and likes. */
export class ScriptedVoices {
  /** What a preview sounds like; null leaves it to the browser. */
  audio: { mediaType: string; base64: string } | null = null;
  private defaultId: Voice['id'] = 'sarah';
  private readonly favouriteIds = new Set<string>();

  /** Of somebody who has chosen nothing. */
  begin(): void {
    this.audio = null;
    this.defaultId = 'sarah';
    this.favouriteIds.clear();
  }

  ways(json: Json): [string, (...parts: string[]) => unknown][] {
    return [
      ['GET /voices', () => ({ items: VOICES.map((voice) => this.shown(voice)) })],
      ['PUT /voices/default', () => this.choose(String(json.voiceId))],
      ['PUT /voices/([^/]+)/favourite', (id) => void this.favouriteIds.add(known(id).id)],
      ['DELETE /voices/([^/]+)/favourite', (id) => void this.favouriteIds.delete(known(id).id)],
      ['POST /voices/([^/]+)/preview', (id) => this.preview(known(id))],
    ];
  }

  private choose(id: string): VoiceResponse {
    this.defaultId = known(id).id;
    return this.shown(known(id));
  }

  private shown({ synthesis: _, languages: { en, de }, ...voice }: Voice): VoiceResponse {
    return {
      ...voice,
      isDefault: voice.id === this.defaultId,
      isFavourite: this.favouriteIds.has(voice.id),
      languages: [
        { language: 'en', ...en },
        { language: 'de', ...de },
      ],
    };
  }

  private preview({ id, languages: { en } }: Voice): Json {
    const { sample: text, browser } = en;
    const fallback = this.audio ? null : FALLBACK;
    return { voiceId: id, language: 'en', text, browser, audio: this.audio, fallback };
  }
}

function known(id: string | undefined): Voice {
  return findVoice(id ?? null) ?? refuse();
}

/** Silence of that length, as a recording. */
export function recording(seconds: number): { mediaType: string; base64: string } {
  const samples = Buffer.alloc(2 * SAMPLES_A_SECOND * seconds);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLES_A_SECOND, 24);
  head.writeUInt32LE(2 * SAMPLES_A_SECOND, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return { mediaType: 'audio/wav', base64: Buffer.concat([head, samples]).toString('base64') };
}
