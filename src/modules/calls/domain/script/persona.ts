/** How a voice speaks with people. */
export type Persona = 'warm' | 'confident' | 'calm' | 'energetic';
