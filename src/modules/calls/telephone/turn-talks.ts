import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import { CallsMetrics } from '../calls.metrics';
import {
  type Brought,
  type ConversationState,
  needsNoQuestion,
  situationOf,
} from '../domain/conversation/conversation';
import { understandKey } from '../domain/understanding/understand';
import { Briefer } from '../relay/briefer';
import { isTimeUp } from '../relay/limits';
import { type Pen, Scribe } from '../relay/scribe';
import { type Beginning, Talk, type TalkParts } from '../relay/talk';
import { Understander } from '../understanding/understander';
import { TurnChannel } from './turn-channel';
import type { Said } from './twiml';

/** Nobody hears a filler between two turns. */
const NO_TIMER: TalkParts['timer'] = { after: () => () => {}, onceSpoken: () => {} };

/** What one turn came to. */
export type Heard = Beginning & { said: Said };

/** Holds talks for one turn each: from where one stands to where it stands then. */
@Injectable()
export class TurnTalks {
  constructor(
    private readonly briefer: Briefer,
    private readonly scribe: Scribe,
    private readonly understander: Understander,
    private readonly metrics: CallsMetrics,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Hears one thing. `save` keeps what came of it in the transaction in which its words are written down: a turn is heard as a
   * whole, or not at all.
   */
  async hear(
    call: Call,
    token: string,
    before: Beginning,
    brought: Brought,
    save: (heard: Heard) => Promise<void>,
  ): Promise<void> {
    const channel = new TurnChannel();
    const pen = this.pen(call, token, before.state, () => save({ ...talk.standing, said: channel.said }));
    const talk: Talk = new Talk(call, before, channel, pen, this.parts);
    const isWish = this.needsNoQuestion(brought, before.state);
    if (isWish) await talk.hear(brought);
    await talk.lookElsewhere();
    if (!isWish && channel.isUnused) await talk.hear(brought);
    if (isTimeUp(call, this.clock.now())) await talk.hear({ kind: 'time-up' });
    await talk.settled();
  }

  /** Who answers what was settled elsewhere meanwhile has answered nothing that is asked now; but these words are no answer. */
  private needsNoQuestion(brought: Brought, state: ConversationState): boolean {
    if (brought.kind === 'key') return understandKey(brought.digit)?.meaning === 'stop-calling';
    if (brought.kind !== 'said') return false;
    const { understanding } = this.understander.byRules(brought.text, situationOf(state, this.clock.now()));
    return needsNoQuestion(state, understanding);
  }

  /** How long the person waited cannot be told from single turns. */
  private pen(call: Call, token: string, { briefing }: ConversationState, save: () => Promise<void>): Pen {
    const pen = this.scribe.pen(call, token, briefing.keepsWords);
    return {
      ...pen,
      keep: (written) =>
        this.work.run(async () => {
          const isKept = await pen.keep(written);
          if (isKept) await save();
          return isKept;
        }),
      close: (ending) => pen.close(ending, null),
    };
  }

  private get parts(): TalkParts {
    const { briefer, understander, metrics, clock } = this;
    return { briefer, understander, metrics, clock, timer: NO_TIMER };
  }
}
