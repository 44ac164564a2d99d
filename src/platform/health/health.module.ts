import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { ClockHealth } from './clock.health';
import { DrainingHealth } from './draining.health';
import { HealthController } from './health.controller';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [ClockHealth, DrainingHealth],
})
export class HealthModule {}
