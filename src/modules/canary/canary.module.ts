import { Module } from '@nestjs/common';
import { Status } from '../../platform/status';
import { CallsModule } from '../calls';
import { HabitsModule } from '../habits';
import { UsersModule } from '../users';
import { CanaryJobs } from './canary.jobs';
import { CanaryRepository } from './canary.repository';
import { CanaryService } from './canary.service';
import { CanaryPhone } from './canary-phone';
import { PunctualityController } from './punctuality.controller';

@Module({
  imports: [UsersModule, HabitsModule, CallsModule],
  controllers: [PunctualityController],
  providers: [CanaryService, CanaryRepository, CanaryPhone, CanaryJobs],
})
export class CanaryModule {
  constructor(status: Status, canary: CanaryService) {
    status.section('canary', async () => (await canary.days()).at(-1) ?? null);
  }
}
