import { setTimeout as pause } from 'node:timers/promises';
import type { LiveCall } from '../live-call';
import type { Line } from './line';

/** What somebody does about what they hear. */
export type Reply = string | { press: string } | { does: 'hangs up' | 'stays silent' };

/** Somebody who picks up and talks. */
export interface Talker {
  /** Said when somebody listens and has not spoken first; `Hello?` unless something else, or nothing, is given. */
  greets?: string | null;
  /** One for each question heard, silence after the last; or what comes of anything heard, a question or not. */
  answers?: Reply[] | ((heard: string) => Reply | Promise<Reply>);
  /** Hangs up when so much was said to them; at once after 0. */
  hangsUpAfter?: number;
  /** Milliseconds until the phone is picked up, and until a reply. */
  after?: number;
  thinks?: number;
}

/** What happens at a number that is called. */
export type Behaviour =
  /** It rings until a test does something about it. */
  | 'rings'
  | 'no-answer'
  | 'busy'
  | 'declines'
  | 'unreachable'
  | Talker
  /** A machine speaks its greeting, and then is silent. */
  | { voicemail: string }
  /** A robot asks who is calling and why, and lets through what follows. */
  | { screens: string; person: Talker | 'declines' };

const SILENT: Reply = { does: 'stays silent' };

/** How each number behaves when it is called. */
export class People {
  private readonly behaviours = new Map<string, Behaviour>();

  constructor(private usual: Behaviour) {}

  behave(number: string, behaviour: Behaviour): void {
    this.behaviours.set(number, behaviour);
  }

  behaveAll(behaviour: Behaviour): void {
    this.usual = behaviour;
  }

  of(number: string): Behaviour {
    return this.behaviours.get(number) ?? this.usual;
  }
}

/** Plays somebody whose phone rings, until the call is over. */
export async function play(behaviour: Behaviour, live: LiveCall): Promise<void> {
  if (behaviour === 'rings') return;
  if (behaviour === 'no-answer') return live.end('no-answer');
  if (behaviour === 'busy' || behaviour === 'declines') return live.end('busy');
  if (behaviour === 'unreachable') return live.end('failed');
  if ('after' in behaviour) await pause(behaviour.after);
  if (live.isRinging) await talk(await live.pickUp(), behaviour);
}

/** Plays somebody who is on the line, until the call is over. */
export async function talk(line: Line, behaviour: Exclude<Behaviour, string>): Promise<void> {
  if ('voicemail' in behaviour) return converse(line, {}, await speakUp(line, behaviour.voicemail));
  if ('screens' in behaviour) return screen(line, behaviour);
  if (behaviour.hangsUpAfter === 0) return line.hangUp();
  await line.listened();
  const wasSpokenTo = line.heard.length > 0;
  await converse(line, behaviour, wasSpokenTo ? 0 : await speakUp(line, greetingOf(behaviour)));
}

async function screen(
  line: Line,
  { screens, person }: { screens: string; person: Talker | 'declines' },
): Promise<void> {
  await line.utterance(await speakUp(line, screens));
  if (person === 'declines') return line.hangUp();
  await converse(line, person, await speakUp(line, greetingOf(person)));
}

/** Hears one utterance after the other, from this place on, and does something about each. */
async function converse(line: Line, talker: Talker, from: number): Promise<void> {
  const { answers = [], hangsUpAfter = Number.POSITIVE_INFINITY, thinks } = talker;
  const reply = replies(answers);
  for (let place = from; ; place += 1) {
    const heard = await line.utterance(place);
    if (heard === undefined) return;
    if (place - from + 1 >= hangsUpAfter) return line.hangUp();
    const what = await reply(heard);
    if (thinks) await pause(thinks);
    await line.listened();
    if (line.isOver) return;
    await act(line, what);
  }
}

/** Says it as soon as somebody listens, or nothing; tells the place of the utterance that comes of it. */
async function speakUp(line: Line, words: string | null): Promise<number> {
  await line.listened();
  const place = line.utterances.length;
  if (!line.isOver) await act(line, words ?? SILENT);
  return place;
}

function greetingOf({ greets = 'Hello?' }: Talker): string | null {
  return greets;
}

function replies(answers: NonNullable<Talker['answers']>): (heard: string) => Reply | Promise<Reply> {
  if (typeof answers === 'function') return answers;
  const left = [...answers];
  return (heard) => (heard.includes('?') && left.shift()) || SILENT;
}

/** What nobody listens to was not said. */
async function act(line: Line, reply: Reply): Promise<void> {
  if (typeof reply === 'object' && 'does' in reply && reply.does === 'hangs up') return line.hangUp();
  const isHeard =
    typeof reply === 'string' ? line.offer({ said: reply }) : 'press' in reply && line.offer({ pressed: reply.press });
  if (!isHeard) line.offer({ silent: true });
}
