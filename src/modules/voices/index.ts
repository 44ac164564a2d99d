export { chosenVoice, voiceOf } from './domain/catalogue';
