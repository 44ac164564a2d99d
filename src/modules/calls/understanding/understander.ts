import { Injectable } from '@nestjs/common';
import { LanguageModel } from '../../../platform/language-model';
import type { BriefedHabit } from '../domain/conversation/conversation';
import type { Understanding } from '../domain/understanding/meaning';
import { isWorthAsking, reconcile } from '../domain/understanding/second-opinion';
import { type Situation, understand } from '../domain/understanding/understand';
import { modelQuestion } from './model-question';

/** Which layer an answer was understood by: the model's, as soon as it was asked, whatever was taken of what it said. */
export type Layer = 'rules' | 'model';

export interface Understood {
  understanding: Understanding;
  layer: Layer;
}

/**
 * Understands what a person said, in two layers: rules, at once; and, where they are lost and a language model is
 * configured, its opinion, for which the person waits 1.5 s at most. Without it the rules' answer stands.
 */
@Injectable()
export class Understander {
  constructor(private readonly model: LanguageModel) {}

  async understand(heard: string, situation: Situation, habit: BriefedHabit | undefined): Promise<Understood> {
    const { understanding: rules, layer } = this.byRules(heard, situation);
    if (!this.model.isConfigured || !isWorthAsking(rules)) return { understanding: rules, layer };
    const reply = await this.model.answer(modelQuestion(rules.quote, situation, habit));
    const opinion = 'answer' in reply ? reply.answer : null;
    return { understanding: reconcile(rules, opinion, situation), layer: 'model' };
  }

  /** At once, whatever is configured. */
  byRules(heard: string, situation: Situation): Understood {
    return { understanding: understand(heard, situation), layer: 'rules' };
  }
}
