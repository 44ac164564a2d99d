import { Global, Module } from '@nestjs/common';
import { ServiceReport } from './service.report';
import { Status } from './status';
import { StatusController } from './status.controller';

@Global()
@Module({ controllers: [StatusController], providers: [Status, ServiceReport], exports: [Status] })
export class StatusModule {}
