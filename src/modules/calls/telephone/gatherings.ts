import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { newId, UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import { CallsRepository } from '../calls.repository';
import { type Brought, begin, type ConversationState, isOver, unquoted } from '../domain/conversation/conversation';
import { Settler } from '../engine/settler';
import { Briefer } from '../relay/briefer';
import type { HeardInTurn } from './forms';
import { type GatheredTalk, GatheredTalksRepository, type KeptTalk } from './gathered-talks.repository';
import { Sounds } from './sounds';
import { TURN_LASTS } from './timing';
import { type Heard, TurnTalks } from './turn-talks';
import { askAgain, gather, goOn, HELLO_SILENCE, hangUp, sayAndHangUp, TURN_SILENCE } from './twiml';
import { WebhookUrls } from './webhook-urls';

/**
 * Talks held turn by turn, each turn a request: for accounts without the relay, and for calls that it could not connect. The talk is
 * a row between two turns, so that any process can go on with it (docs/decisions/0030).
 */
@Injectable()
export class Gatherings {
  constructor(
    private readonly rows: GatheredTalksRepository,
    private readonly calls: CallsRepository,
    private readonly briefer: Briefer,
    private readonly talks: TurnTalks,
    private readonly settler: Settler,
    private readonly sounds: Sounds,
    private readonly urls: WebhookUrls,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Listens for a hello first, but to who called us. The same however often it is asked, until the first turn. */
  async begin(call: Call): Promise<string> {
    const begun = await this.rows.find(call.id);
    if (begun) return begun.answer;
    const briefing = await this.briefer.brief(call);
    const first = this.urls.turn(call.id, 0);
    const isCalled = call.purpose !== 'inbound';
    const answer = isCalled
      ? gather({ first: [], rest: [] }, first, this.sounds.in(briefing), HELLO_SILENCE)
      : goOn(first);
    const now = this.clock.now();
    const talk = { callId: call.id, turn: 0, position: 0, state: begin(briefing), answer, at: now };
    await this.work.run(() => this.rows.begin(talk, plus(now, TURN_LASTS)));
    return (await this.rows.find(call.id))!.answer;
  }

  /**
   * Hears one turn and answers it. One that was heard already is answered as it was, an older one as the latest. Nothing when we
   * know no such talk, or have not asked for that turn yet.
   */
  async turn(callId: string, providerCallId: string, turn: number, heard: HeardInTurn): Promise<string | undefined> {
    const before = await this.rows.findOf(callId, providerCallId);
    if (!before || turn > before.turn) return undefined;
    if (turn < before.turn) return before.answer;
    await this.hear(before, turn === 0 && heard.kind === 'silence' ? { kind: 'answered' } : heard);
    return this.answerTo(before);
  }

  /** The provider has told that the call is over. What was understood so far counts. False when the call was not held turn by turn. */
  async dropped(callId: string): Promise<boolean> {
    const talk = await this.rows.find(callId);
    if (!talk) return false;
    await this.settler.end(callId, isOver(talk.state) ? 'answered' : 'lost', ['talking']);
    return true;
  }

  /** Whoever comes too late for a turn leaves it to whom it has; words that come when the call was settled without us are still the person's. */
  private async hear(before: GatheredTalk, brought: Brought): Promise<void> {
    const { callId, turn } = before;
    const token = newId();
    const claimed = await this.rows.claim(callId, turn, token, plus(this.clock.now(), TURN_LASTS));
    const call = claimed ?? (await this.calls.find(callId))!;
    if (!claimed && call.status === 'talking') return;
    await this.talks.hear(call, token, before, brought, (heard) => this.rows.save(this.after(before, heard)));
  }

  /** As it was kept; otherwise somebody else is at that turn, or the call is over. */
  private async answerTo({ callId, turn }: GatheredTalk): Promise<string> {
    const now = (await this.rows.find(callId))!;
    if (now.turn > turn) return now.answer;
    return now.isLive ? askAgain(this.urls.turn(callId, turn)) : hangUp();
  }

  private after({ callId, turn }: GatheredTalk, { state, position, said }: Heard): KeptTalk {
    const sound = this.sounds.in(state.briefing);
    const next = this.urls.turn(callId, turn + 1);
    const answer = isOver(state) ? sayAndHangUp(said, sound.voice) : gather(said, next, sound, TURN_SILENCE);
    return { callId, turn: turn + 1, position, state: kept(state), answer, at: this.clock.now() };
  }
}

/** Words that are not kept do not wait in a row either. */
function kept(state: ConversationState): ConversationState {
  return state.briefing.keepsWords === false ? unquoted(state) : state;
}
