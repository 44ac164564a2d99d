import { alex } from './catalogue/alex';
import { luna } from './catalogue/luna';
import { marcus } from './catalogue/marcus';
import { sarah } from './catalogue/sarah';
import type { Voice } from './voice';

/** Every voice there is, in the order in which they are shown. */
export const VOICES: readonly Voice[] = [sarah, marcus, luna, alex];

export const VOICE_IDS = VOICES.map(({ id }) => id);

export function findVoice(id: string | null): Voice | undefined {
  return VOICES.find((voice) => voice.id === id);
}

/**
 * The voice of a habit's calls: the habit's own, else the person's, else Sarah. An id may be stored that is in the catalogue
 * no more; it chooses nothing.
 */
export function voiceOf(habitVoiceId: string | null, defaultVoiceId: string | null): Voice {
  return findVoice(habitVoiceId) ?? findVoice(defaultVoiceId) ?? sarah;
}
