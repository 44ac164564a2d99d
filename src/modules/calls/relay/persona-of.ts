import type { Persona } from '../domain/script/persona';

const PERSONAS: Readonly<Record<string, Persona>> = {
  sarah: 'warm',
  marcus: 'confident',
  luna: 'calm',
  alex: 'energetic',
};

/** How a voice speaks; warm when there is no such voice. */
export function personaOf(voiceId: string | null): Persona {
  return PERSONAS[voiceId ?? ''] ?? 'warm';
}
