import { Logger } from '@nestjs/common';
import { type Clock, latest, plus } from '../../../kernel/clock';
import type { Call } from '../call.entity';
import type { CallsMetrics } from '../calls.metrics';
import {
  type Brought,
  type ConversationState,
  converse,
  type Effect,
  type Heard,
  isOver,
  scriptOf,
  situationOf,
} from '../domain/conversation/conversation';
import { RENEW_EVERY, SILENCE } from '../engine/timing';
import type { Turn } from '../turn.entity';
import type { Layer, Understander } from '../understanding/understander';
import type { Briefer } from './briefer';
import type { Channel } from './channel';
import { FILLER_AFTER, isTimeUp, MOST_UNHEARD, SET_UP_WITHIN } from './limits';
import { Notebook } from './notebook';
import { Opening } from './opening';
import { CLOSED } from './protocol';
import type { Pen } from './scribe';
import { type Manner, messagesOf, spokenFor } from './speech';
import type { Timer } from './timer';
import { Waits } from './waits';

/** What a talk works with. */
export interface TalkParts {
  briefer: Briefer;
  understander: Understander;
  timer: Timer;
  metrics: CallsMetrics;
  clock: Clock;
}

/** Where a talk stands when it begins: at the start, or where it was left off. */
export interface Beginning {
  state: ConversationState;
  /** How many turns were noted before. */
  position: number;
}

/**
 * One conversation over one channel. The state machine decides; this shell speaks its sentences, has written behind what was
 * said, in order, and keeps the lease. Time is looked at in `tick`, never waited for; but a person who waits is told so.
 */
export class Talk {
  private readonly logger = new Logger('Talk');
  private readonly notebook: Notebook;
  private state: ConversationState;
  private unheard = 0;
  private turn = Promise.resolve();
  private quietFrom: Date;
  private renewedAt: Date;
  private isOpened = false;
  private finished = false;
  private readonly opening: Opening;
  private readonly waits: Waits;

  constructor(
    readonly call: Call,
    { state, position }: Beginning,
    private readonly channel: Channel,
    private readonly pen: Pen,
    private readonly parts: TalkParts,
  ) {
    this.state = state;
    this.notebook = new Notebook(call, pen, parts.clock, position);
    this.renewedAt = this.quietFrom = parts.clock.now();
    this.opening = new Opening(parts.timer, () => void this.hear({ kind: 'answered' }));
    this.waits = new Waits(parts.metrics);
  }

  /** The line is ready. Who is called on a telephone is let say hello first; whoever opened the app, or called us, waits for a word. */
  open(): void {
    this.isOpened = true;
    if (this.call.line === 'telephone' && this.call.purpose !== 'inbound') this.opening.wait();
    else void this.hear({ kind: 'answered' });
  }

  /** Takes in one thing heard, after everything heard before it. */
  hear(brought: Brought): Promise<void> {
    const heardAt = performance.now();
    if (brought.kind === 'said' || brought.kind === 'key') this.opening.end();
    if (this.unheard >= MOST_UNHEARD) this.channel.close(1008, 'Too much at once.');
    this.unheard += 1;
    this.turn = this.turn
      .then(() => this.take(brought, heardAt))
      .catch((error: Error) => this.giveUp(error))
      .finally(() => {
        this.unheard -= 1;
      });
    return this.turn;
  }

  /** Where it stands, for whoever goes on with it. */
  get standing(): Beginning {
    return { state: this.state, position: this.notebook.position };
  }

  /** Resolves when all that was heard is answered and written down. */
  async settled(): Promise<void> {
    await this.turn;
    await this.notebook.written;
  }

  /** Looks whether something was checked in by another way: who is asked hears "already done, thank you". */
  lookElsewhere(): Promise<void> {
    return this.hear({ kind: 'closed-elsewhere', occurrenceIds: [...openOf(this.state)] });
  }

  /** Somebody is in the middle of an answer, speaking or typing: that is no silence. */
  isSpokenTo(): void {
    this.opening.putOff();
    this.quietFrom = latest(this.quietFrom, this.parts.clock.now());
  }

  /** Once a second: renews the lease, notices silence, and sees that no talk lasts too long. */
  async tick(): Promise<void> {
    const now = this.parts.clock.now();
    if (this.finished) return;
    if (!this.isOpened && plus(this.call.connectedAt!, SET_UP_WITHIN) <= now) return this.hangUpUnheard();
    if (plus(this.renewedAt, RENEW_EVERY) <= now) await this.renew(now);
    if (isTimeUp(this.call, now)) return this.hear({ kind: 'time-up' });
    if (plus(this.quietFrom, SILENCE) <= now) return this.hear({ kind: 'silence' });
  }

  /** The socket is gone. What was understood so far counts; the rest is a line that broke. */
  async dropped(): Promise<void> {
    this.opening.end();
    await this.turn;
    await this.finish(isOver(this.state) ? 'answered' : 'lost').catch((error: Error) => this.giveUp(error));
  }

  private async take(brought: Brought, heardAt: number): Promise<void> {
    if (isOver(this.state)) return;
    if (!(await this.notebook.written)) return this.leave();
    if (brought.kind === 'closed-elsewhere') return this.closed(brought.occurrenceIds);
    this.waits.begin(brought.kind === 'said' ? heardAt : null);
    const turns = this.notebook.heard(brought);
    const { heard, layer } = await this.understood(brought, turns);
    await this.follow(heard, turns, layer);
  }

  /** What was settled elsewhere meanwhile, by how it was: done, paused, or something else. */
  private async closed(occurrenceIds: string[]): Promise<void> {
    const open = openOf(this.state);
    const closed = await this.parts.briefer.closedAmong(occurrenceIds.filter((id) => open.has(id)));
    for (const [as, ones] of Map.groupBy(closed, (one) => one.as)) {
      if (isOver(this.state)) return;
      await this.follow({ kind: 'closed-elsewhere', occurrenceIds: ones.map(({ id }) => id), as }, [], 'rules');
    }
  }

  private async follow(heard: Heard, turns: Turn[], layer: Layer): Promise<void> {
    const { state, say, effects } = converse(this.state, heard, this.parts.clock.now());
    const told = await this.notebook.suppressed(effects, say, scriptOf(state).stopNotStored);
    this.state = state;
    if (heard.kind !== 'closed-elsewhere') this.quietFrom = this.parts.clock.now();
    turns.push(...told.map((text) => this.notebook.noted('callivate', text)));
    this.speak(told, layer, { uninterrupted: effects.some(({ kind }) => kind === 'disclosed') ? 1 : 0 });
    this.notebook.write(turns, effects);
    if (isOver(state)) await this.hangUp(effects);
  }

  /** Words are understood by the question they answer. Who waits too long for it hears a word meanwhile, which is a turn of its own. */
  private async understood(brought: Brought, turns: Turn[]): Promise<{ heard: Heard; layer: Layer }> {
    if (brought.kind !== 'said') return { heard: brought, layer: 'rules' };
    this.quietFrom = this.parts.clock.now();
    const cancel = this.parts.timer.after(FILLER_AFTER, () => {
      if (!this.channel.isOpen) return;
      const { oneMoment } = scriptOf(this.state);
      turns.push(this.notebook.noted('callivate', oneMoment));
      this.speak([oneMoment], 'model', { preemptible: true });
    });
    try {
      const { understanding, layer } = await this.understanding(brought.text);
      return { heard: { ...brought, understood: understanding }, layer };
    } finally {
      cancel();
    }
  }

  /** Before the greeting nothing was asked that a model could help to answer; and what is remembered was agreed to in plain words. */
  private understanding(text: string) {
    const { understander } = this.parts;
    const { phase, at, briefing } = this.state;
    const situation = situationOf(this.state, this.parts.clock.now());
    if (phase === 'ringing' || phase === 'remembering') return understander.byRules(text, situation);
    return understander.understand(text, situation, briefing.habits[at]);
  }

  private speak(sentences: string[], layer: Layer, manner: Omit<Manner, 'language'>): void {
    if (sentences.length === 0) return;
    const { language } = this.state.briefing;
    for (const message of messagesOf(sentences, { language, ...manner })) this.channel.send(message);
    this.waits.end(layer);
    this.quietFrom = plus(this.parts.clock.now(), spokenFor(sentences));
  }

  private async hangUp(effects: Effect[]): Promise<void> {
    const nobody = effects.some((effect) => effect.kind === 'hang-up' && effect.voicemail);
    const lastWords = this.quietFrom.getTime() - this.parts.clock.now().getTime();
    await this.notebook.written;
    await this.finish(nobody ? 'voicemail' : 'answered');
    if (this.channel.endCutsOff && lastWords > 0) this.parts.timer.onceSpoken(lastWords, () => this.end());
    else this.end();
  }

  private end(): void {
    this.channel.send({ type: 'end', handoffData: JSON.stringify({ callId: this.call.id }) });
    this.channel.close(1000, 'The call is over.');
  }

  private async finish(ending: 'answered' | 'voicemail' | 'lost'): Promise<void> {
    if (this.finished) return;
    this.finished = true;
    await this.notebook.written;
    await this.pen.close(ending, this.waits.latency);
  }

  private async renew(now: Date): Promise<void> {
    this.renewedAt = now;
    if (!(await this.pen.renew())) return this.leave();
    await this.lookElsewhere();
  }

  private hangUpUnheard(): void {
    this.channel.close(CLOSED.silent, 'No "setup" came.');
  }

  /** Somebody else has settled the call: nothing is ours to write any more. */
  private leave(): void {
    this.finished = true;
    this.channel.close(CLOSED.lease, 'This call was ended elsewhere.');
  }

  private giveUp(error: Error): void {
    this.logger.error({ callId: this.call.id, err: error }, 'A talk broke off');
    this.channel.close(1011, 'Something went wrong on our side.');
  }
}

/** What is still asked for, as far as the talk knows. */
function openOf({ briefing }: ConversationState): Set<string> {
  return new Set(briefing.habits.flatMap(({ occurrenceId, open }) => (open && occurrenceId ? occurrenceId : [])));
}
