import { spoken } from '../script/spoken';
import type { Grammar } from '../understanding/grammar';
import { grammarFor } from '../understanding/languages';
import { Sign, SignKind, signsOf } from '../understanding/signs';
import { readTime } from '../understanding/times';
import { Token, tokensOf } from '../understanding/tokens';
import { LONGEST_MEMORY, Memory, MemoryKind } from './memory';

/** Words between two pauses, by the indexes of the first and of the one behind the last. */
interface Thought {
  from: number;
  to: number;
  signs: readonly Sign[];
}

/** What was heard, read as the understanding reads it. */
interface Reading {
  heard: string;
  tokens: readonly Token[];
  words: readonly string[];
  thoughts: readonly Thought[];
  grammar: Grammar;
}

/** A thought of nothing else that names a time is a plan too: "no, tomorrow before work". */
const BESIDE_A_TIME: ReadonlySet<SignKind> = new Set(['time', 'harmless', 'adjunct']);

/** What a thought has in it that belongs to a reason no more. */
const BEHIND_A_REASON: ReadonlySet<SignKind> = new Set([
  'intent',
  'plan',
  'yes',
  'no',
  'correction',
  'greeting',
  'skip',
  'later',
  'stop',
]);

/**
 * What is worth asking whether to remember it, in an answer that is no "done": when the person will do it, or else what
 * followed "because". By rules alone: what a model would make of it are not the person's words. Null when there is
 * nothing, or nothing short and decent.
 */
export function worthRemembering(heard: string, language?: string): Memory | null {
  const reading = readingOf(heard, grammarFor(language));
  return asMemory('commitment', planIn(reading)) ?? asMemory('reason', reasonIn(reading));
}

function readingOf(heard: string, grammar: Grammar): Reading {
  const tokens = tokensOf(heard, grammar);
  const words = tokens.map(({ word }) => word);
  const signs = signsOf(words, { numeric: false, bareTimes: false, replies: false, unit: [] }, grammar);
  return { heard, tokens, words, thoughts: thoughtsOf(signs), grammar };
}

/** Words that stand alone are thoughts of their own, as in "no I will". */
function thoughtsOf(signs: readonly Sign[]): Thought[] {
  const thoughts: Thought[] = [];
  let open: Sign[] = [];
  const close = () => {
    if (open.length > 0) thoughts.push({ from: open[0]!.from, to: open.at(-1)!.to, signs: open });
    open = [];
  };
  for (const sign of signs) {
    if (sign.kind === 'pause' || sign.kind === 'no' || sign.kind === 'yes') close();
    if (sign.kind !== 'pause') open.push(sign);
    if (sign.kind === 'no' || sign.kind === 'yes') close();
  }
  close();
  return thoughts;
}

function planIn(reading: Reading): string | null {
  for (const thought of reading.thoughts) {
    const time = isPlan(thought) ? timeIn(thought, reading) : null;
    if (time) return time;
  }
  return null;
}

function isPlan({ signs }: Thought): boolean {
  const isDenied = signs.some(({ kind }) => kind === 'not' || kind === 'not-done');
  const isIntent = signs.some(({ kind }) => kind === 'intent' || (kind === 'plan' && !isDenied));
  return isIntent || signs.every(({ kind }) => BESIDE_A_TIME.has(kind));
}

/** The first time that is named. What is minutes away is over by the next call. */
function timeIn({ from, to }: Thought, reading: Reading): string | null {
  for (let at = from; at < to; at += 1) {
    const end = timeEnd(at, reading);
    if (end !== null) return wordsBetween(at, Math.min(end, to), reading);
  }
  return null;
}

/** A day of the week counts without being asked for; a bare number does not. */
function timeEnd(at: number, { words, grammar }: Reading): number | null {
  const plain = readTime(words, at, { bare: false }, grammar);
  if (plain) return plain.value.in === 'days' ? plain.end : null;
  const bare = readTime(words, at, { bare: true }, grammar);
  return bare?.value.in === 'days' && bare.value.weekday !== undefined ? bare.end : null;
}

/** As many whole thoughts behind "because" as belong to it and are not too long together, up to a full stop. */
function reasonIn(reading: Reading): string | null {
  const because = reading.words.indexOf(reading.grammar.because);
  const [first, ...more] = because < 0 ? [] : reading.thoughts.filter(({ from }) => from > because);
  if (!first) return null;
  let { to } = first;
  for (const thought of more) {
    if (endsBefore(thought, to, reading) || isTooLong(wordsBetween(first.from, thought.to, reading))) break;
    to = thought.to;
  }
  const reason = wordsBetween(first.from, to, reading);
  return isTooLong(reason) ? null : reason;
}

/** Whether a reason that reaches so far is over before the next thought. */
function endsBefore({ from, signs }: Thought, to: number, { words }: Reading): boolean {
  const pauses = words.slice(to, from);
  return pauses.some((word) => word === '.' || word === '?') || signs.some(({ kind }) => BEHIND_A_REASON.has(kind));
}

/** The words as they were heard, from the first to the one before the last index. */
function wordsBetween(from: number, to: number, { heard, tokens }: Reading): string {
  const last = tokens[to - 1]!.at;
  const word = /^(?:\d[\d:.,]*|[ap]\.\s?m\b|['’‘`´]?[\p{L}\p{M}\d'’‘`´-]+)/iu.exec(heard.slice(last))?.[0] ?? '';
  return heard.slice(tokens[from]!.at, last + word.length);
}

function asMemory(kind: MemoryKind, words: string | null): Memory | null {
  const text = words && spoken(words, LONGEST_MEMORY);
  return text ? { kind, text } : null;
}

function isTooLong(text: string): boolean {
  return text.split(/\s+/u).filter(Boolean).length > LONGEST_MEMORY.words;
}
