import { type Persona, VOICE_IDS, type VoiceId } from '../../../kernel/voices';
import { alex } from './catalogue/alex';
import { luna } from './catalogue/luna';
import { marcus } from './catalogue/marcus';
import { sarah } from './catalogue/sarah';
import type { Voice } from './voice';

const BY_ID: Readonly<Record<VoiceId, Voice>> = { sarah, marcus, luna, alex };

/** Every voice there is, in the order in which they are shown. */
export const VOICES: readonly Voice[] = VOICE_IDS.map((id) => BY_ID[id]);

export function findVoice(id: string | null): Voice | undefined {
  return VOICES.find((voice) => voice.id === id);
}

/**
 * The voice somebody chose for a habit's calls: the habit's own, else the person's; undefined when there is none. An id may be
 * stored that is in the catalogue no more; it chooses nothing.
 */
export function chosenVoice(habitVoiceId: string | null, defaultVoiceId: string | null): Voice | undefined {
  return findVoice(habitVoiceId) ?? findVoice(defaultVoiceId);
}

/** The voice of a habit's calls: the one that was chosen, else Sarah. */
export function voiceOf(habitVoiceId: string | null, defaultVoiceId: string | null): Voice {
  return chosenVoice(habitVoiceId, defaultVoiceId) ?? sarah;
}

/** The voice that speaks so: there is one for each persona. */
export function voiceWith(persona: Persona): Voice {
  return VOICES.find((voice) => voice.persona === persona)!;
}
