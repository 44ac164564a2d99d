/** What the service says in a call: a sentence, or that the call is over. */
export type Heard =
  | { type: 'text'; token: string; last: boolean; lang: string; interruptible: boolean }
  | { type: 'end'; handoffData: string };

/** An open call in the app, speaking ConversationRelay. */
export class Line {
  private constructor(
    private readonly socket: WebSocket,
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
  ): Promise<Line> {
    return new Promise((resolve, reject) => {
      const line = new Line(new WebSocket(relayUrl), onHeard, onClosed);
      line.socket.addEventListener('error', () => reject(new Error('The line did not open.')));
      line.socket.addEventListener('open', () => {
        line.send({ type: 'setup', callSid: callId, from: 'browser', to: 'callivate' });
        resolve(line);
      });
    });
  }

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
