import type { Grammar } from './grammar';
import { Sign, SignKind } from './signs';
import { Said, saidIn, Thought, Wording } from './thought';
import { TimeSaid } from './times';

export type { Said };

export interface Clause {
  said: Said;
  time?: TimeSaid;
  quantity?: number;
  /** The number was said with the habit's unit. */
  ownUnit?: boolean;
  /** So short that it names nothing: "I haven't". */
  brief?: boolean;
  /** A no to what was offered: "no need". */
  polite?: boolean;
  /** A yes that is said for politeness as well. */
  light?: boolean;
  /** It is told of something else than the person: "the bedroom isn't". */
  ofAnother?: boolean;
  /** A denial stands in it. */
  denies?: boolean;
  /** A condition, or a time nobody can reckon: "when the rain stops". */
  conditional?: boolean;
  /** Denied, planned, doubted or told of another day: it explains no yes. */
  open?: boolean;
  /** What it stands behind: what came before is conceded, or the reason for it. */
  joined?: 'but' | 'so';
}

/** Words that are a thought of their own, wherever they stand: "yeah no I have not". */
const ALONE: ReadonlySet<SignKind> = new Set(['yes', 'no', 'correction', 'greeting']);

const OPEN: ReadonlySet<SignKind> = new Set(['not', 'doubt', 'intent', 'plan', 'past-intent', 'other-day']);

/** Cuts what was said into thoughts at pauses, conjunctions and words that stand alone, and judges each. */
export function clausesOf(signs: readonly Sign[], wording: Wording): Clause[] {
  const { words, grammar } = wording;
  const known = signs.map((sign, index) =>
    withoutForeignCount(
      withoutCountingNo(sign, signs[index + 1], words, grammar),
      signs[index - 1],
      signs[index + 1],
      wording,
    ),
  );
  const clauses: Clause[] = [];
  let thought: Sign[] = [];
  let joined: Clause['joined'];
  const add = (clause: Clause) => {
    clauses.push(joined ? { ...clause, joined } : clause);
    joined = undefined;
  };
  const close = (question = false) => {
    if (thought.length > 0) add(judge(thought, question, wording));
    thought = [];
  };
  for (const sign of known) {
    if (sign.kind === 'pause') {
      if (sign.question && thought.length === 0) asQuestion(clauses);
      close(sign.question);
      joined = joinedBy(words[sign.from], grammar) ?? joined;
    } else if (ALONE.has(sign.kind)) {
      close();
      add({ said: sign.kind as Said, ...(grammar.lightYes.has(words[sign.from] ?? '') && { light: true }) });
    } else thought.push(sign);
  }
  close();
  return clauses;
}

function joinedBy(word = '', { turning, concluding }: Grammar): Clause['joined'] {
  if (turning.has(word)) return 'but';
  return concluding.has(word) ? 'so' : undefined;
}

/** "Yes?" wants to know what the call is about. */
function asQuestion(clauses: Clause[]): void {
  if (clauses.at(-1)?.said === 'yes') clauses[clauses.length - 1] = { said: 'guess' };
}

/** In "no kids today" the no is not an answer. */
function withoutCountingNo(sign: Sign, next: Sign | undefined, words: readonly string[], grammar: Grammar): Sign {
  const counts = sign.kind === 'no' && words[sign.from] === 'no' && next?.kind === 'unknown';
  return counts && !grammar.afterNo.has(words[next.from] ?? '') ? { ...sign, kind: 'unknown' } : sign;
}

/** In "my two feet" two is no number of pages; an answer to "how many?" may go on: "seventeen according to my watch". */
function withoutForeignCount(
  sign: Sign,
  previous: Sign | undefined,
  next: Sign | undefined,
  { words, grammar, counted }: Wording,
): Sign {
  const following = words[next?.from ?? -1] ?? '';
  if (sign.kind !== 'quantity' || sign.ownUnit || next?.kind !== 'unknown') return sign;
  const isAnswer = counted && (previous === undefined || previous.kind === 'pause') && sign.quantity !== 1;
  if (grammar.circumstances.has(following) || (isAnswer && !following.startsWith('('))) return sign;
  return { ...sign, kind: 'unknown', quantity: undefined };
}

function judge(thought: readonly Sign[], question: boolean, wording: Wording): Clause {
  const time = thought.findLast((sign) => sign.kind === 'time')?.time;
  const quantity = quantityOf(thought);
  const said = saidIn(new Thought(thought, question, wording));
  const ownUnit = thought.some((sign) => sign.ownUnit);
  return {
    said,
    ...(time && { time }),
    ...(quantity !== undefined && { quantity }),
    ...(ownUnit && { ownUnit }),
    ...(thought.some(({ kind }) => OPEN.has(kind)) && { open: true }),
    ...(thought.at(-1)!.to - thought[0]!.from < 4 && { brief: true }),
    ...(thought.some(({ kind }) => kind === 'not' || kind === 'not-done') && { denies: true }),
    ...(isOfAnother(thought, wording) && { ofAnother: true }),
    ...(thought.some(({ kind }) => kind === 'doubt' || kind === 'adjunct') && { conditional: true }),
  };
}

function isOfAnother(thought: readonly Sign[], { words, grammar }: Wording): boolean {
  const denial = thought.findIndex(({ kind }) => kind === 'not' || kind === 'not-done');
  const subject = thought.slice(0, Math.max(denial, 0));
  const isPerson = subject.some(({ from }) => grammar.persons.has(words[from] ?? ''));
  return subject.length > 0 && !isPerson && subject.every(({ kind }) => kind === 'unknown');
}

/** Behind these a number is not what was done: "almost five". */
const LESSENING: ReadonlySet<SignKind> = new Set(['partly', 'hedge']);

/** A number that was denied, hedged or is still to come counts for nothing; of several the one with its unit does. */
function quantityOf(thought: readonly Sign[]): number | undefined {
  const voided = thought.some(
    ({ kind }) => kind === 'remaining' || kind === 'not' || kind === 'intent' || kind === 'plan',
  );
  const numbers = thought.filter(
    (sign, index) => sign.quantity !== undefined && !LESSENING.has(thought[index - 1]?.kind ?? 'pause'),
  );
  if (voided || numbers.length === 0) return undefined;
  return numbers.reduce((best, sign) => (sign.to - sign.from > best.to - best.from ? sign : best)).quantity;
}
