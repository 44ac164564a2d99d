import { getExpectedTwilioSignature } from 'twilio';
import { type RawData, WebSocket } from 'ws';
import type { Ears, Input } from '../people/line';
import { newSid } from '../sids';
import { type RelayMessage, readRelayMessage } from './relay-messages';
import type { Stage } from './stage';
import type { Verb } from './twiml';

/** How a session came to its end: by our `end`, by the person's hanging up, or by what broke. */
export interface SessionEnd {
  status: 'ended' | 'completed' | 'failed';
  handoffData?: string;
  trouble?: { code: number; text: string };
}

const CANNOT_CONNECT = 64102;
const CONNECTION_LOST = 64105;
const INVALID_MESSAGE = 64107;

/** One conversation of ConversationRelay, over a socket that Twilio opens to us. */
export class RelaySession implements Ears {
  readonly sid = newSid('VX');
  readonly over: Promise<SessionEnd>;
  private readonly socket: WebSocket;
  private settle: ((end: SessionEnd) => void) | null = null;

  constructor(
    private readonly verb: Verb,
    private readonly stage: Stage,
  ) {
    const { account, roads, hungUp } = stage;
    const { url } = verb.attributes as { url: string };
    const road = roads.to(url);
    const signature = getExpectedTwilioSignature(account.token, url, {});
    const headers = { ...road.headers, 'x-twilio-signature': signature };
    this.socket = new WebSocket(road.url, { headers, perMessageDeflate: false });
    this.over = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.attend(hungUp);
  }

  take(input: Input): boolean {
    const { transcriptionLanguage, language, dtmfDetection } = this.verb.attributes;
    if ('silent' in input) return true;
    if ('pressed' in input) {
      if (dtmfDetection !== 'true') return false;
      for (const digit of input.pressed) this.send({ type: 'dtmf', digit });
      return true;
    }
    if ('over' in input)
      this.send({ type: 'interrupt', utteranceUntilInterrupt: input.over, durationUntilInterruptMs: 460 });
    const last = !('last' in input && input.last === false);
    const lang = transcriptionLanguage ?? language ?? 'en-US';
    this.send({ type: 'prompt', voicePrompt: input.said, lang, last });
    return true;
  }

  tear(): void {
    this.socket.terminate();
  }

  private attend(hungUp: AbortSignal): void {
    const { socket } = this;
    const end = (how: SessionEnd) => this.end(how);
    hungUp.addEventListener('abort', () => end({ status: 'completed' }));
    socket.on('open', () => this.begin());
    socket.on('error', ({ message }) => end(failed(CANNOT_CONNECT, message)));
    socket.on('close', (code) => end(failed(CONNECTION_LOST, `The socket was closed with ${code}.`)));
    socket.on('message', (data: RawData) => {
      const message = readRelayMessage(data.toString());
      if (!this.settle) return;
      if (!message) return this.complain(data.toString());
      if (message.type === 'end') end({ status: 'ended', handoffData: message.handoffData });
      else this.carryOut(message);
    });
  }

  /** Once: what comes after an end is of no matter. */
  private end(how: SessionEnd): void {
    if (!this.settle) return;
    this.stage.line.listen(null);
    this.settle(how);
    this.settle = null;
    this.socket.close(1000);
  }

  private begin(): void {
    const { verb } = this;
    const { call, line, account } = this.stage;
    const parameters = verb.inside.filter(({ name }) => name === 'Parameter').map(({ attributes }) => attributes);
    this.send({
      type: 'setup',
      sessionId: this.sid,
      accountSid: account.sid,
      parentCallSid: '',
      callSid: call.sid,
      from: call.from,
      to: call.to,
      forwardedFrom: '',
      callType: 'PSTN',
      callerName: '',
      direction: call.direction,
      callStatus: call.status.toUpperCase(),
      customParameters: Object.fromEntries(parameters.map(({ name, value }) => [name, value ?? ''])),
    });
    line.listen(this);
    if (!verb.attributes.welcomeGreeting) return;
    line.speak(verb.attributes.welcomeGreeting);
    line.turn();
  }

  private carryOut(message: RelayMessage): void {
    const { line } = this.stage;
    if (message.type === 'text') {
      if (message.token.trim()) line.speak(message.token);
      if (message.last) line.turn();
    } else if (message.type === 'play') line.speak(`[${message.source}]`);
    else if (message.type === 'sendDigits') line.speak(`[${message.digits}]`);
  }

  private complain(data: string): void {
    const description = `Invalid message received: ${data}`;
    this.stage.call.notifications.push({ code: INVALID_MESSAGE, text: description });
    this.send({ type: 'error', description });
  }

  private send(message: Record<string, unknown>): void {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }
}

function failed(code: number, text: string): SessionEnd {
  return { status: 'failed', trouble: { code, text } };
}
