import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { ClockHealth } from './clock.health';
import { DrainingHealth } from './draining.health';
import { HealthController } from './health.controller';
import { LanguageModelHealth } from './language-model.health';
import { SchemaHealth } from './schema.health';
import { SpeechHealth } from './speech.health';
import { TelephonyHealth } from './telephony.health';
import { TickingHealth } from './ticking.health';

@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [
    ClockHealth,
    DrainingHealth,
    LanguageModelHealth,
    SchemaHealth,
    SpeechHealth,
    TelephonyHealth,
    TickingHealth,
  ],
})
export class HealthModule {}
