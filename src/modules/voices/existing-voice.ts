import { absent } from '../../kernel/problem';
import { findVoice } from './domain/catalogue';
import type { Voice } from './domain/voice';

/** The voice of that id. */
export function existingVoice(id: string): Voice {
  const voice = findVoice(id);
  if (!voice) throw absent('voice');
  return voice;
}
