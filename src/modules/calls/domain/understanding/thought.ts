import type { Grammar } from './grammar';
import { ALARMS } from './meaning';
import { Sign, SignKind } from './signs';

/** What one thought says by itself. */
export type Said =
  | 'agreed'
  | 'declined'
  | 'stop'
  | 'wrong-person'
  | 'who'
  | 'repeat'
  | 'help'
  | 'order'
  | 'later'
  | 'busy'
  | 'away'
  | 'lapse'
  | 'indulged'
  | 'omitted'
  | 'skip'
  | 'yes'
  | 'no'
  | 'done'
  | 'likely-done'
  | 'told'
  | 'guess'
  | 'partly'
  | 'not-done'
  | 'unsure'
  | 'quantity'
  | 'correction'
  | 'greeting'
  | 'harmless'
  | 'other';

/** What signs were read from. */
export interface Wording {
  words: readonly string[];
  grammar: Grammar;
  /** A number was asked for. */
  counted: boolean;
}

/** The signs of one thought, and the questions the rules ask about them. */
export class Thought {
  private readonly words: readonly string[];
  private readonly grammar: Grammar;

  constructor(
    private readonly signs: readonly Sign[],
    readonly question: boolean,
    { words, grammar }: Wording,
  ) {
    this.words = words;
    this.grammar = grammar;
  }

  has(...kinds: SignKind[]): boolean {
    return this.signs.some((sign) => kinds.includes(sign.kind));
  }

  count(kind: SignKind): number {
    return this.signs.filter((sign) => sign.kind === kind).length;
  }

  isBefore(first: SignKind, second: SignKind): boolean {
    const from = this.signs.findIndex((sign) => sign.kind === first);
    return from >= 0 && from < this.signs.findLastIndex((sign) => sign.kind === second);
  }

  /** Whether the one is heard before the other is heard at all. */
  opensWith(first: SignKind, second: SignKind): boolean {
    const opening = this.signs.find((sign) => sign.kind === first || sign.kind === second);
    return opening?.kind === first && this.has(second);
  }

  isOnly(...kinds: SignKind[]): boolean {
    return this.signs.every((sign) => kinds.includes(sign.kind));
  }

  /** Whether something is to be done by a time: "done by six". "At six" may tell when it was. */
  namesTime(): boolean {
    return this.signs.some(({ time }) => time && (time.in === 'minutes' || time.days > 0 || time.until));
  }

  /** "I'm at work"; not "I was at work" or "I got stuck at work". */
  isWhere(): boolean {
    const before = this.signs[this.signs.findIndex(({ kind }) => kind === 'busy') - 1];
    return before === undefined || before.kind === 'harmless';
  }

  /** "Call at nine", "give me a ring in an hour"; "I will call her in an hour" is a plan. */
  isCallAt(): boolean {
    return (
      this.has('call') &&
      this.has('time') &&
      !this.isBefore('not', 'call') &&
      (!this.has('intent', 'plan') || this.names(this.grammar.you))
    );
  }

  /** "I'm biting one right now" */
  isInProgress(): boolean {
    const opening = this.signs[0]!;
    const isOwn = this.grammar.iAm.has(this.wordsOf(opening).join(' ')) || this.isGoingOn(opening);
    return isOwn && this.names(this.grammar.now) && this.signs.some((sign) => this.isGoingOn(sign));
  }

  private isGoingOn(sign: Sign): boolean {
    return sign.kind === 'unknown' && (this.grammar.progressive?.test(this.words[sign.from] ?? '') ?? false);
  }

  /** "I'm going to listen on the train", "I was about to get the bottle": a plan of one's own, whatever it is called. */
  isPlan(): boolean {
    const opening = this.signs.find(({ kind }) => kind !== 'harmless');
    return (
      opening?.kind === 'plan' &&
      !this.question &&
      !this.has('not', 'call', 'busy', 'doubt', 'other-day') &&
      this.count('unknown') < 8
    );
  }

  /** Whether the habit is named, in whatever words. */
  namesHabit(): boolean {
    return this.spoken.some((word) => word.startsWith('('));
  }

  private names(some: ReadonlySet<string>): boolean {
    return this.spoken.some((word) => some.has(word));
  }

  private get spoken(): readonly string[] {
    return this.words.slice(this.signs[0]?.from, this.signs.at(-1)?.to);
  }

  private wordsOf({ from, to }: Sign): readonly string[] {
    return this.words.slice(from, to);
  }

  /** Whether it was done, and nothing strange was said before or right behind it. */
  tells(what: 'done' | 'deed'): boolean {
    const deed = this.signs.findIndex(({ kind }) => kind === what);
    const before = this.signs.slice(0, Math.max(deed, 0));
    const strange = this.signs.slice(deed + 1).filter(({ kind }) => kind === 'unknown').length;
    return deed >= 0 && !before.some(({ kind }) => kind === 'unknown') && !this.isObject(deed + 1) && strange < 4;
  }

  /** Whether a strange word follows that makes another deed of it: "I ran *into* a friend", but not "I ran *before* work". */
  private isObject(index: number): boolean {
    const next = this.signs[index];
    if (next?.kind !== 'unknown') return false;
    const { circumstances } = this.grammar;
    return !circumstances.has(this.words[next.from] ?? '') && !circumstances.has(this.words[next.from - 1] ?? '');
  }

  /** "Checked it already", "they are all boxed up": a deed that names nothing else, in words that are not the habit's. */
  isTold(): boolean {
    const { aroundPast, circumstances } = this.grammar;
    const strange = this.signs.filter(({ kind, past }) => kind === 'unknown' && !past);
    return (
      this.signs.some(({ past }) => past) &&
      this.isOnly('unknown', 'harmless', 'adjunct') &&
      strange.every(({ from }) => aroundPast.has(this.words[from] ?? '') || circumstances.has(this.words[from] ?? ''))
    );
  }

  /** "Two books and a song", "fifteen minutes with the app": how much of it, where no number was asked for. */
  isAmount(): boolean {
    const opening = this.signs.find(({ kind }) => kind !== 'harmless');
    return (
      opening?.kind === 'amount' && this.isOnly('amount', 'harmless', 'adjunct', 'unknown') && this.count('unknown') < 5
    );
  }

  isFuture(): boolean {
    return this.signs.some((sign) => sign.time?.in === 'minutes' || (sign.time?.in === 'days' && sign.time.days > 0));
  }
}

/** What is said of a deed, done or to do. */
const DEEDS = ['done', 'deed', 'likely-done', 'task'] as const;

type Rule = readonly [said: Said, when: (thought: Thought) => boolean];

/**
 * The grammar of one thought: the first rule that holds decides. The order is the caution of the product: a wish to be
 * left alone is heard in any company, and "done" stands only where nothing denies, doubts, plans or asks.
 */
const RULES: readonly Rule[] = [
  ['other', (said) => said.has('not-stop')],
  ['unsure', (said) => said.has('stop') && said.has('busy', 'time', 'other-day')],
  ['stop', (said) => said.has('stop')],
  ['not-done', (said) => said.isBefore('not', 'order')],
  ['order', (said) => said.has('order')],
  ['wrong-person', (said) => said.has('wrong-person')],
  ['other', (said) => said.has(...ALARMS)],
  ['away', (said) => said.has('away')],
  ['who', (said) => said.has('who')],
  ['repeat', (said) => said.has('repeat') && said.count('unknown') < 3],
  ['help', (said) => said.has('help')],
  ['other', (said) => said.has('asking')],
  ['unsure', (said) => said.has('taken-back', 'unsure')],
  ['unsure', (said) => said.count('not') > 1 || said.isBefore('not', 'not-done') || said.isBefore('not', 'skip')],
  ['unsure', (said) => said.isBefore('not', 'later')],
  ['later', (said) => said.has('later') || said.isCallAt()],
  ['busy', (said) => said.has('busy') && !said.has('not', 'done', 'deed', 'skip') && said.isWhere()],
  ['lapse', (said) => said.has('lapse') && !said.has('not')],
  ['skip', (said) => said.has('skip') && said.count('unknown') < 4],
  ['unsure', (said) => said.has('other-day') && said.has('not', 'not-done')],
  ['omitted', (said) => said.has('omitted')],
  ['not-done', (said) => said.has('not-done')],
  ['not-done', (said) => DEEDS.some((deed) => said.isBefore('not', deed))],
  ['not-done', (said) => said.has('not') && said.isOnly('not', 'harmless', 'perhaps', 'plan')],
  ['not-done', (said) => said.isInProgress()],
  ['not-done', (said) => said.has('not') && said.namesHabit() && !said.has('done', 'deed', 'likely-done', 'doubt')],
  ['unsure', (said) => said.has('not') && said.has('done', 'deed', 'likely-done')],
  ['unsure', (said) => said.has('doubt') && said.has('done', 'deed', 'likely-done', 'yes')],
  [
    'not-done',
    (said) =>
      said.has('intent', 'plan', 'past-intent') &&
      (said.has(...DEEDS) || !said.has('unknown') || (said.namesHabit() && !said.has('doubt'))),
  ],
  ['not-done', (said) => said.isPlan()],
  ['unsure', (said) => said.has('other-day') && said.has('done', 'deed', 'likely-done', 'partly', 'quantity')],
  ['other', (said) => said.has('not', 'doubt', 'intent', 'plan', 'past-intent', 'other-day')],
  ['partly', (said) => said.has('partly', 'remaining') || (said.has('hedge') && said.has('quantity', ...DEEDS))],
  ['unsure', (said) => said.isBefore('unknown', 'done') || said.isBefore('task', 'done')],
  ['unsure', (said) => said.has('done', 'deed', 'likely-done') && said.isFuture() && !said.has('quantity')],
  [
    'guess',
    (said) => said.has('done', 'deed', 'likely-done') && (said.question || said.has('perhaps') || said.namesTime()),
  ],
  ['done', (said) => said.tells('deed') || said.tells('done')],
  ['likely-done', (said) => said.has('deed')],
  ['likely-done', (said) => said.has('done') && said.has('unknown')],
  ['done', (said) => said.has('done')],
  ['likely-done', (said) => said.has('likely-done') && !said.has('unknown')],
  ['told', (said) => (said.isTold() || said.isAmount()) && !said.question],
  ['unsure', (said) => said.opensWith('unknown', 'quantity')],
  ['quantity', (said) => said.has('quantity')],
  ['later', (said) => said.has('time') && !said.has('unknown')],
  ['indulged', (said) => said.has('indulged') && !said.has('not')],
  ['guess', (said) => said.isOnly('perhaps', 'harmless') && said.has('perhaps')],
  ['declined', (said) => said.has('declined') && !said.has('unknown')],
  ['agreed', (said) => said.has('agreed') && said.isOnly('agreed', 'harmless', 'time', 'adjunct')],
  ['harmless', (said) => said.isOnly('harmless', 'agreed', 'declined', 'adjunct')],
];

/** What a thought says, by the first rule that holds. */
export function saidIn(thought: Thought): Said {
  return RULES.find(([, holds]) => holds(thought))?.[0] ?? 'other';
}
