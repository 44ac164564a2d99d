import { Logger } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { type Clock, plus, SECOND } from '../../../kernel/clock';
import type { Call } from '../call.entity';
import {
  type Briefing,
  type Brought,
  begin,
  type ConversationState,
  converse,
  type Effect,
  type Heard,
  isOver,
  type Result,
  situationOf,
} from '../domain/conversation/conversation';
import { understand } from '../domain/understanding/understand';
import { LONGEST_TALK, RENEW_EVERY, SILENCE } from '../engine/timing';
import type { Turn } from '../turn.entity';
import type { Briefer } from './briefer';
import type { Outgoing } from './protocol';
import type { Scribe } from './scribe';

/** How long a word takes to be spoken, in milliseconds: about 150 words a minute. */
const SPOKEN_WORD = 400;

/** More than this unheard at once is no person. */
const MOST_UNHEARD = 50;

/** How long a connected socket may take to say `setup`. */
const SET_UP_WITHIN = 5 * SECOND;

const NOT_STORED = 'I could not note that down. Please stop the calls in the app.';

/** Close codes of the relay beyond the standard ones; the reason says it in words. */
export const CLOSED = { ticket: 4401, order: 4400, lease: 4409, silent: 4408 } as const;

/**
 * One conversation on one socket. The state machine decides; this shell speaks its sentences, writes behind what was said,
 * in order, and keeps the lease. Time is looked at in `tick`, never waited for.
 */
export class Talk {
  private readonly logger = new Logger('Talk');
  private state: ConversationState;
  private position = 0;
  private unheard = 0;
  private turn = Promise.resolve();
  private written: Promise<boolean> = Promise.resolve(true);
  private quietFrom: Date;
  private renewedAt: Date;
  private finished = false;

  constructor(
    readonly call: Call,
    private readonly token: string,
    private readonly briefing: Briefing,
    private readonly socket: WebSocket,
    private readonly scribe: Scribe,
    private readonly briefer: Briefer,
    private readonly clock: Clock,
  ) {
    this.state = begin(briefing);
    this.renewedAt = this.quietFrom = clock.now();
  }

  /** Takes in one thing heard, after everything heard before it. */
  hear(brought: Brought): Promise<void> {
    if (this.unheard >= MOST_UNHEARD) this.socket.close(1008, 'Too much at once.');
    this.unheard += 1;
    this.turn = this.turn
      .then(() => this.take(brought))
      .catch((error: Error) => this.giveUp(error))
      .finally(() => {
        this.unheard -= 1;
      });
    return this.turn;
  }

  /** Once a second: renews the lease, notices silence, and sees that no talk lasts too long. */
  async tick(): Promise<void> {
    const now = this.clock.now();
    if (this.finished) return;
    if (this.state.phase === 'ringing' && plus(this.call.connectedAt!, SET_UP_WITHIN) <= now)
      return this.hangUpUnheard();
    if (plus(this.renewedAt, RENEW_EVERY) <= now) await this.renew(now);
    if (plus(this.call.answeredAt!, LONGEST_TALK) <= now) return this.hear({ kind: 'time-up' });
    if (plus(this.quietFrom, SILENCE) <= now) return this.hear({ kind: 'silence' });
  }

  /** The socket is gone. What was understood so far counts; the rest is a line that broke. */
  async dropped(): Promise<void> {
    await this.turn;
    await this.finish('lost').catch((error: Error) => this.giveUp(error));
  }

  private async take(brought: Brought): Promise<void> {
    if (isOver(this.state)) return;
    if (!(await this.written)) return this.leave();
    const heard = this.understood(brought);
    const { state, say, effects } = converse(this.state, heard, this.clock.now());
    const told = await this.suppressed(effects, say);
    this.state = state;
    if (heard.kind !== 'closed-elsewhere') this.quietFrom = this.clock.now();
    const turns = [...this.personTurn(heard), ...told.map((text) => this.noted('callivate', text))];
    this.speak(told);
    this.written = this.write(
      turns,
      effects.filter((effect): effect is Result => effect.kind === 'result'),
    );
    if (isOver(state)) await this.hangUp();
  }

  private understood(brought: Brought): Heard {
    if (brought.kind !== 'said') return brought;
    return { ...brought, understood: understand(brought.text, situationOf(this.state, this.clock.now())) };
  }

  /** A suppression is stored before it is spoken of; if it cannot be stored, that is what is said. */
  private async suppressed(effects: Effect[], say: string[]): Promise<string[]> {
    for (const effect of effects) {
      if (effect.kind !== 'suppress') continue;
      try {
        await this.scribe.suppress(this.call, effect.quote, effect.why);
      } catch (error) {
        this.logger.error({ callId: this.call.id, err: error }, 'A suppression was not stored');
        return [NOT_STORED];
      }
    }
    return say;
  }

  /** Tokens are run together by the line: a sentence that is not the last brings its space. */
  private speak(sentences: string[]): void {
    sentences.forEach((sentence, index) => {
      const last = index === sentences.length - 1;
      const token = last ? sentence : `${sentence} `;
      this.send({ type: 'text', token, last, lang: 'en-US', interruptible: true });
    });
    if (sentences.length === 0) return;
    this.quietFrom = plus(this.clock.now(), sentences.join(' ').split(' ').length * SPOKEN_WORD);
  }

  private async write(turns: Turn[], results: Result[]): Promise<boolean> {
    const kept = await this.scribe.keep(this.call, this.token, turns, results).catch((error: Error) => {
      this.logger.error({ callId: this.call.id, err: error }, 'A turn was not written down');
      return false;
    });
    if (!kept) await this.keepLate(results);
    return kept;
  }

  private async keepLate(results: Result[]): Promise<void> {
    try {
      await this.scribe.keepLate(this.call, results);
    } catch (error) {
      this.logger.error({ callId: this.call.id, err: error }, 'A late word was not written down');
    }
  }

  private async hangUp(): Promise<void> {
    await this.written;
    await this.finish('answered');
    this.send({ type: 'end', handoffData: JSON.stringify({ callId: this.call.id }) });
    this.socket.close(1000, 'The call is over.');
  }

  private async finish(ending: 'answered' | 'lost'): Promise<void> {
    if (this.finished) return;
    this.finished = true;
    await this.written;
    await this.scribe.close(this.call, isOver(this.state) ? 'answered' : ending);
  }

  private async renew(now: Date): Promise<void> {
    this.renewedAt = now;
    if (!(await this.scribe.renew(this.call, this.token))) return this.leave();
    const asked = this.briefing.habits.flatMap(({ occurrenceId }) => occurrenceId ?? []);
    const closed = await this.briefer.closedAmong(asked);
    if (closed.length > 0) await this.hear({ kind: 'closed-elsewhere', occurrenceIds: closed });
  }

  private hangUpUnheard(): void {
    this.socket.close(CLOSED.silent, 'No "setup" came.');
  }

  /** Somebody else has settled the call: nothing is ours to write any more. */
  private leave(): void {
    this.finished = true;
    this.socket.close(CLOSED.lease, 'This call was ended elsewhere.');
  }

  private giveUp(error: Error): void {
    this.logger.error({ callId: this.call.id, err: error }, 'A talk broke off');
    this.socket.close(1011, 'Something went wrong on our side.');
  }

  private personTurn(heard: Heard): Turn[] {
    if (heard.kind === 'said') return [this.noted('person', heard.text)];
    return heard.kind === 'key' ? [this.noted('person', `[key ${heard.digit}]`)] : [];
  }

  private noted(speaker: Turn['speaker'], text: string): Turn {
    this.position += 1;
    return { callId: this.call.id, position: this.position, speaker, text, at: this.clock.now() };
  }

  private send(message: Outgoing): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(message));
  }
}
