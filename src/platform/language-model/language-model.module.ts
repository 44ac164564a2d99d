import { Global, Module } from '@nestjs/common';
import { Config } from '../config';
import { Resilience } from '../resilience';
import { Status } from '../status';
import { LanguageModel, NoLanguageModel } from './language-model';
import { SdkLanguageModel } from './sdk-language-model';

const model = {
  provide: LanguageModel,
  inject: [Config, Resilience, Status],
  useFactory: (config: Config, resilience: Resilience, status: Status) =>
    config.AI_PROVIDER ? new SdkLanguageModel(config, resilience, status) : new NoLanguageModel(),
};

@Global()
@Module({ providers: [model], exports: [LanguageModel] })
export class LanguageModelModule {}
