import { Injectable } from '@nestjs/common';
import { HabitsService } from '../habits';
import { voiceOf } from '../voices';
import type { ScriptQuery, ScriptResponse } from './calls.dto';
import { readOut } from './domain/script/read-out';
import { inSituation } from './domain/script/sample';
import { Briefer } from './relay/briefer';

/** Shows what calls will say before they say it. */
@Injectable()
export class ScriptsService {
  constructor(
    private readonly habits: HabitsService,
    private readonly briefer: Briefer,
  ) {}

  /** What a habit's next call will say, or would say with another voice or in another situation. */
  async of(userId: string, habitId: string, { voiceId: otherVoice, situation }: ScriptQuery): Promise<ScriptResponse> {
    const { nextDueAt } = await this.habits.get(userId, habitId);
    const { briefing: next, voiceId: own } = await this.briefer.briefNext(userId, habitId);
    const voiceId = otherVoice ?? own;
    const { persona } = voiceOf(voiceId, null);
    const briefing = { ...next, persona };
    return {
      habitId,
      voiceId,
      persona,
      nextDueAt,
      ...readOut(situation ? inSituation(briefing, situation) : briefing),
    };
  }
}
