import { Global, Module } from '@nestjs/common';
import { Config } from '../config';
import { Resilience } from '../resilience';
import { Status } from '../status';
import { OpenAiSpeech } from './openai-speech';
import { NoSpeech, Speech } from './speech';

const speech = {
  provide: Speech,
  inject: [Config, Resilience, Status],
  useFactory: (config: Config, resilience: Resilience, status: Status) =>
    config.SPEECH_PROVIDER === 'openai' ? new OpenAiSpeech(config, resilience, status) : new NoSpeech(),
};

@Global()
@Module({ providers: [speech], exports: [Speech] })
export class SpeechModule {}
