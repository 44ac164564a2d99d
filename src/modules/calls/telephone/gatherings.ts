import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { newId, UnitOfWork } from '../../../platform/database';
import type { Call } from '../call.entity';
import { CallsMetrics } from '../calls.metrics';
import { type Brought, begin, isOver } from '../domain/conversation/conversation';
import { Settler } from '../engine/settler';
import { LONGEST_TALK } from '../engine/timing';
import { Briefer } from '../relay/briefer';
import { type Pen, Scribe } from '../relay/scribe';
import { Talk, type TalkParts } from '../relay/talk';
import { Understander } from '../understanding/understander';
import type { HeardInTurn } from './forms';
import { type GatheredTalk, GatheredTalksRepository } from './gathered-talks.repository';
import { Sounds } from './sounds';
import { TURN_LASTS } from './timing';
import { TurnChannel } from './turn-channel';
import { askAgain, gather, HELLO_SILENCE, hangUp, type Sound, sayAndHangUp, TURN_SILENCE } from './twiml';
import { WebhookUrls } from './webhook-urls';

/** Nobody hears a filler between two turns. */
const NO_TIMER: TalkParts['timer'] = { after: () => () => {} };

/**
 * Talks held turn by turn, each turn a request: for accounts without the relay, and for calls that it could not connect. The talk is
 * a row between two turns, so that any process can go on with it (docs/decisions/0030).
 */
@Injectable()
export class Gatherings {
  constructor(
    private readonly rows: GatheredTalksRepository,
    private readonly briefer: Briefer,
    private readonly scribe: Scribe,
    private readonly settler: Settler,
    private readonly understander: Understander,
    private readonly metrics: CallsMetrics,
    private readonly sounds: Sounds,
    private readonly urls: WebhookUrls,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Listens for a hello first. The same however often it is asked, until the first turn. */
  async begin(call: Call): Promise<string> {
    const begun = await this.rows.find(call.id);
    if (begun) return begun.answer;
    const state = begin(await this.briefer.brief(call));
    const answer = gather([], this.urls.turn(call.id, 0), await this.sounds.of(call), HELLO_SILENCE);
    const now = this.clock.now();
    const talk = { callId: call.id, turn: 0, position: 0, state, answer };
    await this.work.run(() => this.rows.begin(talk, now, plus(now, TURN_LASTS)));
    return (await this.rows.find(call.id))!.answer;
  }

  /** Hears one turn and answers it. One that was heard already is answered as it was. Nothing when we know no such talk. */
  async turn(callId: string, providerCallId: string, turn: number, heard: HeardInTurn): Promise<string | undefined> {
    const token = newId();
    const call = await this.rows.claim(callId, providerCallId, turn, token, plus(this.clock.now(), TURN_LASTS));
    const talk = await this.rows.find(callId);
    if (!talk) return undefined;
    if (!call || talk.turn !== turn) return this.known(talk, turn);
    await this.hear(call, token, talk, heard);
    return this.known((await this.rows.find(callId))!, turn);
  }

  /** The provider has told that the call is over. False when the call was not held turn by turn. */
  async dropped(callId: string): Promise<boolean> {
    if (!(await this.rows.find(callId))) return false;
    await this.settler.end(callId, 'lost', ['talking']);
    return true;
  }

  /** What the turn was answered; if it has no answer yet, whoever has taken it on is about to give one. */
  private known({ callId, turn, answer }: GatheredTalk, asked: number): string {
    return turn === asked ? askAgain(this.urls.turn(callId, asked)) : answer;
  }

  private async hear(call: Call, token: string, before: GatheredTalk, heard: HeardInTurn): Promise<void> {
    const sound = await this.sounds.of(call);
    const channel = new TurnChannel();
    const { briefer, understander, metrics, clock } = this;
    const parts = { briefer, understander, metrics, clock, timer: NO_TIMER };
    const talk: Talk = new Talk(
      call,
      before,
      channel,
      this.pen(call, token, () => this.after(before, talk, channel, sound)),
      parts,
    );
    await talk.lookElsewhere();
    await talk.hear(this.brought(call, before, heard));
    await talk.settled();
  }

  private brought({ answeredAt }: Call, { turn }: GatheredTalk, heard: HeardInTurn): Brought {
    if (plus(answeredAt!, LONGEST_TALK) <= this.clock.now()) return { kind: 'time-up' };
    return turn === 0 && heard.kind === 'silence' ? { kind: 'answered' } : heard;
  }

  /** What is said and where the talk stands go together: a turn is heard as a whole, or not at all. */
  private pen(call: Call, token: string, after: () => GatheredTalk): Pen {
    const pen = this.scribe.pen(call, token);
    return {
      ...pen,
      keep: (written) =>
        this.work.run(async () => {
          const isKept = await pen.keep(written);
          if (isKept) await this.rows.save(after());
          return isKept;
        }),
    };
  }

  private after({ callId, turn }: GatheredTalk, talk: Talk, { said }: TurnChannel, sound: Sound): GatheredTalk {
    const { state, position } = talk.standing;
    const next = this.urls.turn(callId, turn + 1);
    const goodbye = said.length > 0 ? sayAndHangUp(said, sound.voice) : hangUp();
    const answer = isOver(state) ? goodbye : gather(said, next, sound, TURN_SILENCE);
    return { callId, turn: turn + 1, position, state, answer };
  }
}
