export { chosenVoice, voiceOf } from './domain/catalogue';
export { FavouriteVoice } from './favourite-voice.entity';
export { VoicesModule } from './voices.module';
