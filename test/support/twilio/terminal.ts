import type { FakeTwilio } from './fake-twilio';
import type { Happening } from './journal';
import type { Input, Line } from './people/line';
import type { Talker } from './people/people';
import type { Ring } from './people/ring';

/** Whoever is called when nobody sits at the terminal: says yes to each question, after a moment. In milliseconds. */
const WILLING: Talker = {
  after: 2000,
  thinks: 700,
  answers: (heard) => (heard.includes('?') ? 'yes' : { does: 'stays silent' }),
};

const SHOWN: Record<Happening, string> = {
  order: 'order',
  rings: 'rings',
  webhook: 'webhook',
  callivate: 'Callivate:',
  person: 'person:',
  over: 'over',
  text: 'text',
  trouble: 'TROUBLE',
};

export const COMMANDS = `  /call [number]        somebody calls Callivate
  /text [number] words  somebody texts Callivate, as in /text STOP`;

export const TALKING = `  Enter                 picks up; later it is silence
  words                 are said, 1 to 9 are pressed
  /hangup /busy /noanswer`;

/** Shows what happens, and lets somebody at a terminal have a hand in it. */
export class Terminal {
  /** The last number that was called or texted: commands are about it. */
  private number = '+14155550123';
  private ring: Ring | null = null;
  private line: Line | null = null;

  constructor(
    private readonly fake: FakeTwilio,
    /** Whether the person that is called sits at the terminal. */
    private readonly isInteractive: boolean,
    private readonly print: (line: string) => void,
  ) {
    fake.everybody(isInteractive ? 'rings' : WILLING);
    fake.watch((happening, number, text) => this.show(happening, number, text));
  }

  /** Takes what was typed. Never rejects: what goes wrong is shown. */
  async take(typed: string): Promise<void> {
    try {
      const [word = '', ...rest] = typed.trim().split(/\s+/);
      if (word.startsWith('/')) await this.command(word, rest);
      else if (this.isInteractive) await this.speak(typed.trim());
    } catch (error) {
      this.print((error as Error).message);
    }
  }

  private async command(word: string, rest: string[]): Promise<void> {
    if (rest[0]?.startsWith('+')) this.number = rest.shift()!;
    if (word === '/call') await this.call();
    else if (word === '/text') await this.text(rest.join(' '));
    else if (word === '/hangup' && this.line) await this.line.hangUp();
    else if (word === '/busy' && this.ring) await this.ring.decline();
    else if (word === '/noanswer' && this.ring) await this.ring.noAnswer();
    else this.print(`${word} is nothing that can be done now.`);
  }

  private async call(): Promise<void> {
    const behaviour = this.isInteractive ? undefined : WILLING;
    const line = await this.fake.callIn(this.number, { behaviour });
    if (this.isInteractive && !line.isOver) this.line = line;
  }

  private async text(words: string): Promise<void> {
    const { status } = await this.fake.textIn(this.number, words);
    this.print(`The text was answered ${status ?? 'not'}.`);
  }

  private async speak(words: string): Promise<void> {
    if (this.ring) await this.pickUp();
    else if (!this.line) this.print('Nobody is on the line.');
    else if (!this.line.offer(inputOf(words))) this.print('Nobody listens.');
  }

  private async pickUp(): Promise<void> {
    const { ring } = this;
    this.ring = null;
    this.line = await ring!.pickUp();
  }

  private show(happening: Happening, number: string, text: string): void {
    this.number = number;
    const time = new Date().toTimeString().slice(0, 8);
    this.print(`${time}  ${number}  ${SHOWN[happening].padEnd(10)} ${text}`.trimEnd());
    if (happening === 'over') this.ring = this.line = null;
    if (happening === 'rings' && this.isInteractive) void this.hold(number);
  }

  private async hold(number: string): Promise<void> {
    this.ring = await this.fake.ringing(number);
    this.print('Your phone rings: Enter picks up, or /busy, or /noanswer.');
  }
}

function inputOf(words: string): Input {
  if (words === '') return { silent: true };
  return /^[0-9*#]$/.test(words) ? { pressed: words } : { said: words };
}
