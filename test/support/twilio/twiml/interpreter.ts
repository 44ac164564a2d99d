import type { Input } from '../people/line';
import { RelaySession, type SessionEnd } from './relay-session';
import type { Stage } from './stage';
import { type Twiml, TwimlTrouble, type Verb } from './twiml';

/** Where a call goes on: by other TwiML, by the next verb, or not at all. */
type Step = Twiml | 'next' | 'hang up';

/** More documents than this no call goes through. */
const MOST_DOCUMENTS = 200;

/** No sentence is said more often, whatever `loop` says. */
const MOST_LOOPS = 10;

/** Carries out TwiML for real, verb by verb, until it ends or somebody hangs up. */
export class Interpreter {
  private readonly verbs: Record<string, (verb: Verb, from: Twiml) => Step | Promise<Step>> = {
    Say: (verb) => this.say(verb),
    Play: (verb) => this.play(verb),
    Pause: (verb) => this.pause(verb),
    Gather: (verb, from) => this.gather(verb, from),
    Connect: (verb, from) => this.connect(verb, from),
    Redirect: ({ text, attributes }, from) =>
      this.stage.fetch('redirect', absolute(text.trim(), from), attributes.method),
    Hangup: () => 'hang up',
    Reject: () => 'hang up',
    Message: () => 'next',
  };

  constructor(private readonly stage: Stage) {}

  /** @throws TwimlTrouble */
  async run(first: Twiml): Promise<void> {
    let step: Step = first;
    for (let documents = 0; typeof step === 'object'; documents += 1) {
      if (documents === MOST_DOCUMENTS) throw new TwimlTrouble(12110, 'There is no end to the TwiML.');
      step = await this.carryOut(step);
    }
  }

  private async carryOut(twiml: Twiml): Promise<Step> {
    for (const verb of twiml.verbs) {
      if (this.stage.hungUp.aborted) return 'hang up';
      const step = await this.verbs[verb.name]!(verb, twiml);
      if (step !== 'next') return step;
    }
    return 'hang up';
  }

  private say({ text, attributes }: Verb): Step {
    const times = Math.min(Number(attributes.loop ?? 1) || MOST_LOOPS, MOST_LOOPS);
    for (let time = 0; time < times; time += 1) this.stage.line.speak(text);
    return 'next';
  }

  private play({ text, attributes }: Verb): Step {
    this.stage.line.speak(`[${attributes.digits ?? text.trim()}]`);
    return 'next';
  }

  private async pause({ attributes }: Verb): Promise<Step> {
    await this.stage.passing.pause(Number(attributes.length ?? 1), this.stage.hungUp);
    return 'next';
  }

  private async gather(verb: Verb, from: Twiml): Promise<Step> {
    const { attributes, inside } = verb;
    for (const said of inside) await this.verbs[said.name]!(said, from);
    const input = await this.input((attributes.input ?? 'dtmf').split(/[\s,]+/));
    if (!input) return 'hang up';
    if ('silent' in input && attributes.actionOnEmptyResult !== 'true') return 'next';
    const action = attributes.action ? absolute(attributes.action, from) : from.url;
    return this.stage.fetch('gather', action, attributes.method ?? 'POST', gathered(input, attributes));
  }

  /** What the person gives of the kinds that are listened to; nothing when the call ends before. */
  private input(kinds: string[]): Promise<Input | null> {
    const { line, hungUp } = this.stage;
    return new Promise((resolve) => {
      if (hungUp.aborted) return resolve(null);
      const done = (input: Input | null) => {
        hungUp.removeEventListener('abort', gone);
        line.listen(null);
        resolve(input);
      };
      const gone = () => done(null);
      hungUp.addEventListener('abort', gone);
      line.turn();
      line.listen({
        take: (input) => {
          const isWanted = 'silent' in input || kinds.includes('pressed' in input ? 'dtmf' : 'speech');
          if (!isWanted || ('last' in input && !input.last)) return false;
          done(input);
          return true;
        },
      });
    });
  }

  private async connect({ attributes, inside }: Verb, from: Twiml): Promise<Step> {
    const [relay] = inside;
    if (!relay) throw new TwimlTrouble(12200, '<Connect> needs <ConversationRelay>.');
    const { call } = this.stage;
    const session = new RelaySession(relay, this.stage);
    const end = await session.over;
    if (end.trouble) call.notifications.push(end.trouble);
    if (!attributes.action) return 'next';
    const more = { SessionId: session.sid, ...this.sessionParameters(end) };
    return this.stage.fetch('connect', absolute(attributes.action, from), attributes.method, more);
  }

  private sessionParameters({ status, handoffData, trouble }: SessionEnd): Record<string, string> {
    const { call, account } = this.stage;
    const seconds = Math.round((account.now().getTime() - call.answeredAt!.getTime()) / 1000);
    return {
      SessionStatus: status,
      SessionDuration: String(seconds),
      ...(handoffData !== undefined && { HandoffData: handoffData }),
      ...(trouble && { ErrorCode: String(trouble.code), ErrorMessage: trouble.text }),
    };
  }
}

function gathered(input: Input, { numDigits, finishOnKey = '#' }: Record<string, string>): Record<string, string> {
  if ('said' in input) return { SpeechResult: input.said, Confidence: '0.92' };
  if ('silent' in input) return { Digits: '' };
  const [digits = ''] = finishOnKey ? input.pressed.split(new RegExp(`[${finishOnKey}]`)) : [input.pressed];
  return { Digits: digits.slice(0, Number(numDigits ?? digits.length)) };
}

function absolute(url: string, { url: base }: Twiml): string {
  return URL.canParse(url) ? url : new URL(url, base).href;
}
