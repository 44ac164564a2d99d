import { WebSocket } from 'ws';
import { Line as AppLine, type Heard, type Schemas } from '../../clients/typescript/src';
import { english } from '../../src/modules/calls/domain/script/languages/english';
import type { Person } from './person';

/** After one of these nothing more is said: the end follows. */
const GOODBYES: ReadonlySet<string> = new Set(Object.values(english.personas).flatMap(({ goodbye }) => goodbye));

/** A person's browser phone: picks up what rings and talks ConversationRelay over a real socket. */
export class Phone {
  constructor(private readonly owner: Person) {}

  /** The call that rings now. @throws when none does. */
  async ringing(): Promise<Schemas['CallResponse']> {
    const ringing = (await this.owner.calls()).filter(({ status }) => status === 'ringing');
    if (ringing.length !== 1) throw new Error(`${ringing.length} calls ring, not one.`);
    return ringing[0]!;
  }

  async isSilent(): Promise<boolean> {
    return (await this.owner.calls()).every(({ status }) => status === 'ended' || status === 'queued');
  }

  async decline(): Promise<void> {
    const { id } = await this.ringing();
    await this.owner.asks(({ POST }) => POST('/api/v1/calls/{id}/decline', { params: { path: { id } } }));
  }

  /** Picks up what rings and listens to the greeting. */
  async pickUp(): Promise<Line> {
    const { id } = await this.ringing();
    const answer = { params: { path: { id } } };
    const { relayUrl } = await this.owner.asks(({ POST }) => POST('/api/v1/calls/{id}/answer', answer));
    return Line.open(id, relayUrl);
  }
}

/** An open line: what was said so far, and the way to say something. */
export class Line {
  readonly heard: string[] = [];
  isOver = false;
  closed: { code: number; reason: string } | null = null;
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly callId: string,
    /** Its own, so that a test can tear it or send nonsense. */
    readonly socket: WebSocket,
    private readonly line: Promise<AppLine>,
  ) {}

  /** Resolves when the greeting was heard. */
  static async open(callId: string, relayUrl: string): Promise<Line> {
    const socket = new WebSocket(relayUrl);
    const heard = (message: Heard) => line.take(message);
    const closed = (code: number, reason: string) => line.close(code, reason);
    const line: Line = new Line(
      callId,
      socket,
      AppLine.open(callId, relayUrl, heard, closed, () => socket),
    );
    const greeted = line.more();
    await line.line;
    await greeted;
    return line;
  }

  /** Says it, and waits for the answer. */
  say(voicePrompt: string): Promise<this> {
    return this.answered((line) => line.say(voicePrompt));
  }

  press(digit: string): Promise<this> {
    return this.answered((line) => line.press(digit));
  }

  /** The last words that were said to us. */
  get lastWords(): string {
    return this.heard.at(-1) ?? '';
  }

  /** Hangs up without a word, as a line that breaks does. */
  async breakOff(): Promise<void> {
    this.socket.terminate();
    await this.settled();
  }

  /** Waits until words like these have been said to us. */
  async hears(words: RegExp): Promise<void> {
    while (!this.heard.some((sentence) => words.test(sentence)) && !this.closed) await this.more();
    expect(this.heard.join(' ')).toMatch(words);
  }

  /** Waits until the service says that the talk is over. */
  async ends(): Promise<void> {
    while (!this.isOver && !this.closed) await this.more();
  }

  /** Resolves when the service has closed the line or nothing more comes. */
  async settled(): Promise<void> {
    if (!this.closed) await this.more();
  }

  private more(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async answered(speak: (line: AppLine) => void): Promise<this> {
    const answered = this.more();
    speak(await this.line);
    await answered;
    return this;
  }

  /** An answer is complete with the last of its sentences, or with the end that follows it. */
  private take(message: Heard): void {
    if (message.type === 'text') this.heard.push(message.token.trim());
    if (message.type === 'end') this.isOver = true;
    const goodbye = message.type === 'text' && GOODBYES.has(message.token);
    if ((message.type === 'text' && message.last && !goodbye) || message.type === 'end') this.wake();
  }

  private close(code: number, reason: string): void {
    this.closed = { code, reason };
    this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
