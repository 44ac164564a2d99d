import { Global, Module } from '@nestjs/common';
import { Resilience } from './resilience';

@Global()
@Module({ providers: [Resilience], exports: [Resilience] })
export class ResilienceModule {}
