import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { CallResponse } from '../../src/modules/calls/calls.dto';
import type { Person } from './person';

/** A person's browser phone: picks up what rings and talks ConversationRelay over a real socket. */
export class Phone {
  constructor(private readonly owner: Person) {}

  /** The call that rings now. @throws when none does. */
  async ringing(): Promise<CallResponse> {
    const ringing = (await this.owner.calls()).filter(({ status }) => status === 'ringing');
    if (ringing.length !== 1) throw new Error(`${ringing.length} calls ring, not one.`);
    return ringing[0]!;
  }

  async isSilent(): Promise<boolean> {
    return (await this.owner.calls()).every(({ status }) => status === 'ended' || status === 'queued');
  }

  async decline(): Promise<void> {
    const { id } = await this.ringing();
    await (await this.owner.fresh()).post(`/calls/${id}/decline`);
  }

  /** Picks up what rings and listens to the greeting. */
  async pickUp(): Promise<Line> {
    const { id } = await this.ringing();
    const api = await this.owner.fresh();
    const { status, body } = await api.post<{ relayUrl: string }>(`/calls/${id}/answer`);
    if (status !== 200) throw new Error(`Not answered: ${JSON.stringify(body)}`);
    return Line.open(id, body.relayUrl);
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
    readonly socket: WebSocket,
  ) {
    socket.on('message', (data) => this.take(JSON.parse(data.toString())));
    socket.on('close', (code, reason) => {
      this.closed = { code, reason: reason.toString() };
      this.wake();
    });
  }

  static async open(callId: string, relayUrl: string): Promise<Line> {
    const line = new Line(callId, new WebSocket(relayUrl));
    await once(line.socket, 'open');
    await line.send({ type: 'setup', callSid: callId, from: 'browser', to: 'callivate' });
    return line;
  }

  /** Says it, and waits for the answer. */
  say(voicePrompt: string): Promise<this> {
    return this.send({ type: 'prompt', voicePrompt, lang: 'en-US', last: true });
  }

  press(digit: string): Promise<this> {
    return this.send({ type: 'dtmf', digit });
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

  private async send(message: unknown): Promise<this> {
    const answered = this.more();
    this.socket.send(JSON.stringify(message));
    await answered;
    return this;
  }

  /** An answer is complete with the last of its sentences, or with the end that follows it. */
  private take(message: { type: string; token?: string; last?: boolean }): void {
    if (message.type === 'text') this.heard.push(message.token!.trim());
    if (message.type === 'end') this.isOver = true;
    const goodbye = message.type === 'text' && message.token === 'Goodbye.';
    if ((message.type === 'text' && message.last && !goodbye) || message.type === 'end') this.wake();
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}
