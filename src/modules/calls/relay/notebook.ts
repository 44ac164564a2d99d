import { Logger } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock';
import type { Call } from '../call.entity';
import type { Brought, Effect, Result } from '../domain/conversation/conversation';
import type { Turn } from '../turn.entity';
import type { Pen } from './scribe';

/** What is said in one talk, in its order, and what comes of it: written behind, before the next thing is heard. */
export class Notebook {
  private readonly logger = new Logger('Notebook');
  private behind: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly call: Call,
    private readonly pen: Pen,
    private readonly clock: Clock,
    /** How many turns were noted before. */
    private count: number,
  ) {}

  /** Resolves when all is written; false when the call is not ours to write about any more. */
  get written(): Promise<boolean> {
    return this.behind;
  }

  /** How many turns were noted, those before it included. */
  get position(): number {
    return this.count;
  }

  heard(brought: Brought): Turn[] {
    if (brought.kind === 'said') return [this.noted('person', brought.text)];
    return brought.kind === 'key' ? [this.noted('person', `[key ${brought.digit}]`)] : [];
  }

  noted(speaker: Turn['speaker'], text: string): Turn {
    this.count += 1;
    return { callId: this.call.id, position: this.count, speaker, text, at: this.clock.now() };
  }

  /** A suppression is stored before it is spoken of. What is said: `say`, or `otherwise` if it could not be stored. */
  async suppressed(effects: Effect[], say: string[], otherwise: readonly string[]): Promise<string[]> {
    for (const effect of effects) {
      if (effect.kind !== 'suppress') continue;
      try {
        await this.pen.suppress(effect.quote, effect.why);
      } catch (error) {
        this.logger.error({ callId: this.call.id, err: error }, 'A suppression was not stored');
        return [...otherwise];
      }
    }
    return say;
  }

  write(turns: Turn[], effects: Effect[]): void {
    this.behind = this.keep(turns, effects);
  }

  private async keep(turns: Turn[], effects: Effect[]): Promise<boolean> {
    const results = effects.filter((effect) => effect.kind === 'result');
    const alarm = effects.find((effect) => effect.kind === 'alarm')?.alarm ?? null;
    const remembered = effects.filter((effect) => effect.kind === 'remember');
    const told = effects.flatMap((effect) => (effect.kind === 'memory-told' ? [effect.occurrenceId] : []));
    const has = (kind: Effect['kind']) => effects.some((effect) => effect.kind === kind);
    const proof = { disclosed: has('disclosed'), human: has('human') };
    const kept = await this.pen.keep({ turns, results, alarm, remembered, told, ...proof }).catch((error: Error) => {
      this.logger.error({ callId: this.call.id, err: error }, 'A turn was not written down');
      return false;
    });
    if (!kept) await this.keepLate(results);
    return kept;
  }

  private async keepLate(results: Result[]): Promise<void> {
    try {
      await this.pen.keepLate(results);
    } catch (error) {
      this.logger.error({ callId: this.call.id, err: error }, 'A late word was not written down');
    }
  }
}
