/** Those who call people, in the order in which they are shown. What each is like stands in the module `voices`. */
export const VOICE_IDS = ['sarah', 'marcus', 'luna', 'alex'] as const;
export type VoiceId = (typeof VOICE_IDS)[number];

/** How a voice speaks with people. */
export const PERSONAS = ['warm', 'confident', 'calm', 'energetic'] as const;
export type Persona = (typeof PERSONAS)[number];
