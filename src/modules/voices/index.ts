export { chosenVoice, voiceOf, voiceWith } from './domain/catalogue';
export type { TelephoneVoice, Voice } from './domain/voice';
export { existingVoice } from './existing-voice';
export { FavouriteVoice } from './favourite-voice.entity';
export { BrowserVoiceResponse } from './voices.dto';
export { VoicesModule } from './voices.module';
