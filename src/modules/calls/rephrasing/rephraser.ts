import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock, DAY, plus, SECOND } from '../../../kernel/clock';
import { Config } from '../../../platform/config';
import { LanguageModel } from '../../../platform/language-model';
import type { Briefing } from '../domain/conversation/conversation';
import { allGreetings, greetingOf, mayBeSaid } from '../domain/script';
import { RephrasingsRepository } from './rephrasings.repository';

/** So many greetings are put into other words at a time, one after the other: a person who talks comes first. */
const AT_ONCE = 5;

/** Nobody waits for it. */
const TIME_LIMIT = 5 * SECOND;

/** A greeting for which nothing fit was found is tried again after so long. */
const TRIED_AGAIN_AFTER = 7 * DAY;

const INSTRUCTIONS = `You are given JSON: "greeting" is how a friendly telephone assistant begins a call, "language" is its language.
Say the same in other words, in that language, for the ear: short, plain, kind, in the same tone.
Keep every part in braces, such as {hello} and {habit}, exactly as it is and exactly once: something is filled in there. Begin with {hello} and a comma.
Keep "Callivate", that it is an AI (KI in German), and {habit} in the first sentence. Use no more words than the greeting has, at most two sentences, each ending in a full stop.
Promise nothing, demand nothing, blame nobody, give no advice, name no numbers, ask nothing, and use no exclamation mark.`;

const rephrasing = z.object({ words: z.string() });

/**
 * Finds other words for greetings, beforehand: a model is given our own with gaps where names, titles and numbers stand, so
 * that it learns nothing of anybody and nobody's title can tell it what to do. Only where an operator wants it.
 */
@Injectable()
export class Rephraser {
  private readonly greetings = allGreetings();
  private readonly ours = new Set(this.greetings.map(({ original }) => original));

  constructor(
    private readonly config: Config,
    private readonly model: LanguageModel,
    private readonly rephrasings: RephrasingsRepository,
    private readonly clock: Clock,
  ) {}

  /** Finds words for some greetings that have none. Stops while the model does not answer. */
  async rephraseSome(signal: AbortSignal): Promise<void> {
    if (!this.isWanted) return;
    const triedBefore = plus(this.clock.now(), -TRIED_AGAIN_AFTER);
    for (const original of await this.rephrasings.lacking([...this.ours], triedBefore, AT_ONCE)) {
      if (signal.aborted || this.model.isDegraded || !(await this.rephrase(original))) return;
    }
  }

  /** Other words for the greeting of a call, when there are some. */
  async rephrasedFor(briefing: Briefing): Promise<Briefing['rephrased']> {
    if (!this.isWanted) return undefined;
    const original = greetingOf(briefing);
    const words = await this.rephrasings.wordsFor(original);
    return words === null ? undefined : { original, words };
  }

  private get isWanted(): boolean {
    return this.config.AI_REPHRASES_GREETINGS && this.model.isConfigured;
  }

  /** False when the model did not answer. */
  private async rephrase(original: string): Promise<boolean> {
    const { language } = this.greetings.find((greeting) => greeting.original === original)!;
    const data = { greeting: original, language };
    const reply = await this.model.answer({
      schema: rephrasing,
      instructions: INSTRUCTIONS,
      data,
      timeLimit: TIME_LIMIT,
    });
    if ('failure' in reply && reply.failure !== 'unusable') return false;
    const words = 'answer' in reply ? reply.answer.words.trim() : '';
    const isFit = mayBeSaid(words, { language, original }) && !this.ours.has(words);
    await this.rephrasings.keep(original, isFit ? words : null, this.clock.now());
    return true;
  }
}
