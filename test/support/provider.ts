import { once } from 'node:events';
import { getExpectedTwilioSignature } from 'twilio';
import { WebSocket } from 'ws';
import type { TelephoneWorld } from './telephone';

/** What was heard in a turn: words, a key, or neither. */
export type Brings = { said?: string; pressed?: string };

interface Sent {
  type: string;
  token?: string;
  last?: boolean;
  interruptible?: boolean;
  preemptible?: boolean;
}

/** The provider of one call, step by step and by hand: for what the fake one, which is well-behaved, does not do. */
export class Provider {
  private constructor(
    private readonly line: TelephoneWorld,
    readonly callId: string,
    readonly sid: string,
  ) {}

  /** Of the call that rings there; nobody has picked up yet. */
  static async of(line: TelephoneWorld, number: string): Promise<Provider> {
    const { call } = await line.twilio.ringing(number);
    const [row] = await line.world.rows<{ id: string }>('SELECT id FROM calls WHERE provider_call_id = $1', [call.sid]);
    return new Provider(line, row!.id, call.sid);
  }

  answer(): Promise<string> {
    return this.asks('answer');
  }

  /** Whatever is brought to a turn; to another process, if it is said. */
  turn(turn: number, { said, pressed }: Brings = {}, origin?: string): Promise<string> {
    const heard = { ...(said && { SpeechResult: said, Confidence: '0.2' }), ...(pressed && { Digits: pressed }) };
    return this.asks(`gather?turn=${turn}`, heard, origin);
  }

  /** The call is over, as the provider tells. */
  async hungUp(): Promise<void> {
    await this.post('status', { CallStatus: 'completed', CallDuration: '20' });
  }

  async post(what: string, fields: Record<string, string> = {}, origin = this.publicUrl): Promise<Response> {
    const path = `/twilio/calls/${this.callId}/${what}`;
    const form = { CallSid: this.sid, ...fields };
    const signature = getExpectedTwilioSignature(this.token, this.publicUrl + path, form);
    const headers = { 'x-twilio-signature': signature };
    return fetch(origin + path, { method: 'POST', headers, body: new URLSearchParams(form) });
  }

  /** Opens the relay; signed, unless another signature is given. */
  connects(signature?: string): ProviderSocket {
    const url = `${this.publicUrl.replace('http', 'ws')}/relay/calls/${this.callId}`;
    const signed = signature ?? getExpectedTwilioSignature(this.token, url, {});
    return new ProviderSocket(new WebSocket(url, signed ? { headers: { 'x-twilio-signature': signed } } : {}));
  }

  private get token(): string {
    return this.line.environment.TWILIO_AUTH_TOKEN!;
  }

  private get publicUrl(): string {
    return this.line.environment.PUBLIC_BASE_URL!;
  }

  private async asks(what: string, fields?: Record<string, string>, origin?: string): Promise<string> {
    const answer = await this.post(what, fields, origin);
    if (answer.status !== 200) throw new Error(`${what} was answered by ${answer.status}.`);
    return answer.text();
  }
}

/** The provider's end of a relay. */
export class ProviderSocket {
  readonly sent: Sent[] = [];
  /** The status of the handshake: 101 when it was taken. */
  readonly handshake: Promise<number>;
  readonly closed: Promise<number>;
  private wake = () => {};

  constructor(private readonly socket: WebSocket) {
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.sent.push(JSON.parse(String(data)));
      this.wake();
    });
    this.handshake = Promise.race([
      once(socket, 'open').then(() => 101),
      once(socket, 'unexpected-response').then(([, response]) => response.statusCode),
    ]);
    this.closed = once(socket, 'close').then(([code]) => code);
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  async setUp(callSid: string): Promise<void> {
    await this.handshake;
    this.send({ type: 'setup', sessionId: 'VX1', callSid, customParameters: { any: 'thing' } });
  }

  /** Waits until so many messages have come, one of them like this. */
  async hears(words: RegExp): Promise<void> {
    while (!words.test(this.said)) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  async ends(): Promise<void> {
    while (!this.sent.some(({ type }) => type === 'end')) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  get said(): string {
    return this.sent.map(({ token = '' }) => token).join(' ');
  }

  tear(): void {
    this.socket.terminate();
  }
}
