import { Bell } from '../bell';

/** What comes from the person's end. */
export type Input =
  /** Words; not the last of them when the person goes on speaking. */
  | { said: string; last?: boolean }
  /** Words into ours: how far we had come until then. */
  | { said: string; over: string }
  | { pressed: string }
  /** The person has said nothing for as long as one waits. */
  | { silent: true };

/** What listens to the person now: a relay, or a gather. */
export interface Ears {
  /** False for what it does not listen to. */
  take(input: Input): boolean;
  /** Breaks off without a word; only a connection can. */
  tear?(): void;
}

/** An open line as the person has it: what was said to them so far, and the way to say something. */
export class Line {
  /** Sentence by sentence. */
  readonly heard: string[] = [];
  /** All that was said until it was the person's turn, or the line was dead: nothing when a gather listens without a word. */
  readonly utterances: string[] = [];
  isOver = false;
  private ears: Ears | null = null;
  private said: string[] = [];
  private readonly bell = new Bell();

  constructor(
    /** Ends the call from the person's end; resolves when we have been told. */
    private readonly hang: () => Promise<void>,
    private readonly tell: (who: 'callivate' | 'person', words: string) => void,
  ) {}

  /** Says it, and waits for the answer. */
  say(words: string): Promise<this> {
    return this.answered({ said: words }, words);
  }

  /** Says it while we are still speaking: `over` is what was heard of us until then. */
  interrupt(words: string, over: string): Promise<this> {
    return this.answered({ said: words, over }, words);
  }

  /** Presses keys, and waits for the answer. */
  press(digits: string): Promise<this> {
    return this.answered({ pressed: digits }, digits);
  }

  /** Says nothing for as long as a gather waits, and waits for what is said then. A relay does not notice: silence there is ours to notice. */
  staySilent(): Promise<this> {
    return this.answered({ silent: true }, 'silence');
  }

  /** Begins to speak and has not finished. */
  begin(words: string): void {
    this.give({ said: words, last: false });
  }

  /** The last words that were said to the person. */
  get lastWords(): string {
    return this.heard.at(-1) ?? '';
  }

  /** Waits until words like these have been said to the person. */
  async hears(words: RegExp): Promise<this> {
    const isHeard = () => this.heard.some((sentence) => words.test(sentence));
    await this.bell.soon(() => isHeard() || this.isOver, `words like ${words} after "${this.heard.join(' ')}"`);
    if (!isHeard()) throw new Error(`The call ended without words like ${words}: "${this.heard.join(' ')}"`);
    return this;
  }

  /** Waits until the call is over and we have been told. */
  async ends(): Promise<void> {
    await this.bell.soon(() => this.isOver, `an end after "${this.heard.join(' ')}"`);
  }

  async hangUp(): Promise<void> {
    await this.hang();
  }

  /** The connection between Twilio and our relay breaks. The person is still there. */
  breakOff(): void {
    if (!this.ears?.tear) throw new Error('There is no connection to break off.');
    this.ears.tear();
  }

  /** Waits until somebody listens to the person, or the call is over. */
  async isListenedTo(): Promise<void> {
    await this.bell.soon(() => this.ears !== null || this.isOver, 'somebody who listens');
  }

  /** The same, however long it takes. */
  async listened(): Promise<void> {
    await this.bell.until(() => this.ears !== null || this.isOver);
  }

  /** The utterance at this place, once it is complete; nothing when the call is over before. */
  async utterance(place: number): Promise<string | undefined> {
    await this.bell.until(() => this.utterances.length > place || this.isOver);
    return this.utterances[place];
  }

  /** Gives it to who listens, without waiting for anything. @throws Error when nobody listens to such a thing. */
  give(input: Input): void {
    if (!this.offer(input)) throw new Error(`Nobody listens to ${JSON.stringify(input)}.`);
  }

  /** The same; tells whether anybody listened. */
  offer(input: Input): boolean {
    if ('said' in input) this.tell('person', input.said);
    if ('pressed' in input) this.tell('person', `[${input.pressed}]`);
    return this.ears?.take(input) ?? false;
  }

  /** For the network: this is said to the person. */
  speak(words: string): void {
    this.heard.push(words.trim());
    this.said.push(words.trim());
    this.tell('callivate', words.trim());
    this.bell.ring();
  }

  /** For the network: it is the person's turn. */
  turn(): void {
    this.utterances.push(this.said.splice(0).join(' '));
    this.bell.ring();
  }

  /** For the network: who listens from now on. */
  listen(ears: Ears | null): void {
    this.ears = ears;
    this.bell.ring();
  }

  /** For the network: the line is dead. */
  end(): void {
    this.ears = null;
    this.isOver = true;
    if (this.said.length > 0) this.turn();
    this.bell.ring();
  }

  private async answered(input: Input, what: string): Promise<this> {
    await this.isListenedTo();
    if (this.isOver) throw new Error('The call is over.');
    const { length } = this.utterances;
    this.give(input);
    await this.bell.soon(() => this.utterances.length > length || this.isOver, `an answer to "${what}"`);
    return this;
  }
}
