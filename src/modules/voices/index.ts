export { findVoice, VOICE_IDS, voiceOf } from './domain/catalogue';
export { PERSONAS, type Persona, type Voice } from './domain/voice';
