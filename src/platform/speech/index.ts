export { Speech } from './speech';
export { SpeechModule } from './speech.module';
