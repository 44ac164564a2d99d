import { Global, Module } from '@nestjs/common';
import { Status } from './status';
import { StatusController } from './status.controller';

@Global()
@Module({ controllers: [StatusController], providers: [Status], exports: [Status] })
export class StatusModule {}
