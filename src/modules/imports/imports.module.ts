import { Module } from '@nestjs/common';
import { Retention } from '../../platform/retention';
import { HabitsModule } from '../habits';
import { UsersModule } from '../users';
import { ImportsController } from './imports.controller';
import { ImportsRepository } from './imports.repository';
import { ImportsService, KEPT_FOR } from './imports.service';
import { Namesakes } from './namesakes';

@Module({
  imports: [UsersModule, HabitsModule],
  controllers: [ImportsController],
  providers: [ImportsService, ImportsRepository, Namesakes],
})
export class ImportsModule {
  constructor(retention: Retention, imports: ImportsRepository) {
    retention.keep('imports', KEPT_FOR, (before, limit) => imports.forgetBefore(before, limit));
  }
}
