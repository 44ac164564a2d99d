import { Global, Module } from '@nestjs/common';
import { LocalSecrets } from './local-secrets';

@Global()
@Module({ providers: [LocalSecrets], exports: [LocalSecrets] })
export class SecretsModule {}
