/** What the service says in a call: a sentence, or that the call is over. */
export type Heard =
  | { type: 'text'; token: string; last: boolean; lang: string; interruptible: boolean }
  | { type: 'end'; handoffData: string };

/** As much of a WebSocket as a line needs. */
export interface Socket {
  send(text: string): void;
  close(): void;
  addEventListener(name: 'open' | 'error', listener: () => void): void;
  addEventListener(name: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(name: 'close', listener: (event: { code: number; reason: string }) => void): void;
}

/** An open call in the app, speaking ConversationRelay. */
export class Line {
  private constructor(
    private readonly socket: Socket,
    onHeard: (heard: Heard) => void,
    onClosed: (code: number, reason: string) => void,
  ) {
    socket.addEventListener('message', ({ data }) => onHeard(JSON.parse(String(data)) as Heard));
    socket.addEventListener('close', ({ code, reason }) => onClosed(code, reason));
  }

  /** Opens the address a call was answered with; it opens once. @throws Error when it does not. */
  static open(
    callId: string,
    relayUrl: string,
    onHeard: (heard: Heard) => void,
    onClosed: (code: number, reason: string) => void = () => undefined,
    open: (address: string) => Socket = (address) => new WebSocket(address),
  ): Promise<Line> {
    return new Promise((resolve, reject) => {
      const line = new Line(open(relayUrl), onHeard, onClosed);
      line.socket.addEventListener('error', () => reject(new Error('The line did not open.')));
      line.socket.addEventListener('open', () => {
        line.send({ type: 'setup', callSid: callId, from: 'browser', to: 'callivate' });
        resolve(line);
      });
    });
  }

  /** Tells what the person said. */
  say(voicePrompt: string, lang = 'en-US'): void {
    this.send({ type: 'prompt', voicePrompt, lang, last: true });
  }

  press(digit: string): void {
    this.send({ type: 'dtmf', digit });
  }

  /** Tells that the person spoke while we did. */
  interrupt(utteranceUntilInterrupt: string, durationUntilInterruptMs: number): void {
    this.send({ type: 'interrupt', utteranceUntilInterrupt, durationUntilInterruptMs });
  }

  hangUp(): void {
    this.socket.close();
  }

  private send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
}
