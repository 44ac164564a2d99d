import { Global, Module } from '@nestjs/common';
import { NoSpeech, Speech } from './speech';

@Global()
@Module({ providers: [{ provide: Speech, useClass: NoSpeech }], exports: [Speech] })
export class SpeechModule {}
