import { isBackfill } from './backfill';
import { isTakenBack, type QuantityChange, type Ring } from './quantity';

type Via = 'app' | 'call' | 'push' | 'sync' | 'import';

/** A word about an occurrence, as it was kept. */
interface WordFacts<Reason extends string> {
  status: 'completed' | 'skipped' | 'missed';
  via: Via;
  at: Date;
  quantity: number | null;
  quote: string | null;
  reason: Reason | null;
  note: string | null;
  backfill: boolean;
  supersededAt: Date | null;
  takenBackVia: Via | null;
}

/** A change to the number of a day, as it was kept. */
interface NumberFacts extends QuantityChange {
  total: number | null;
  via: Via;
  at: Date;
  quote: string | null;
  note: string | null;
  withWord: boolean;
}

/** One thing that was said of an occurrence or of the number of its day. */
export interface Entry<Reason extends string = string> {
  kind: 'check-in' | 'progress' | 'taken-back';
  at: Date;
  via: Via;
  /** Null where a number was said without one, and where something was taken back. */
  status: 'completed' | 'skipped' | 'missed' | null;
  quantity: number | null;
  /** What the day came to then; null when no number of it stood, or none was said. */
  total: number | null;
  quote: string | null;
  reason: Reason | null;
  note: string | null;
  backfill: boolean;
  /** When it was replaced or taken back. */
  supersededAt: Date | null;
}

const SAYS_NOTHING = { status: null, quantity: null, total: null, quote: null, reason: null, note: null };

/**
 * All that was said, the oldest first, with every taking back in its place. A number that came with a word about this very
 * moment is told once, with the word.
 */
export function historyOf<Reason extends string>(
  occurrence: Ring & { dueAt: Date },
  words: readonly WordFacts<Reason>[],
  numbers: readonly NumberFacts[],
): Entry<Reason>[] {
  const told = numbers.filter((change) => !(change.withWord && isAt(occurrence, change)));
  const entries = [
    ...words.flatMap((word) => entriesOfWord(word, numbers, occurrence)),
    ...told.map((change) => entryOfNumber<Reason>(change, numbers, occurrence)),
  ];
  return entries.sort((one, other) => one.at.getTime() - other.at.getTime());
}

function entriesOfWord<Reason extends string>(
  word: WordFacts<Reason>,
  numbers: readonly NumberFacts[],
  ring: Ring,
): Entry<Reason>[] {
  const { status, via, at, quantity, quote, reason, note, backfill, supersededAt, takenBackVia } = word;
  const totalAt = (moment: Date) => numbers.find((one) => cameWithWord(one, ring, moment))?.total ?? null;
  const said = { status, via, at, quantity, total: totalAt(at), quote, reason, note, backfill, supersededAt };
  const entry = { kind: 'check-in', ...said } as const;
  if (!supersededAt || !takenBackVia) return [entry];
  const source = { via: takenBackVia, at: supersededAt, total: totalAt(supersededAt) };
  return [entry, { kind: 'taken-back', ...SAYS_NOTHING, ...source, backfill: false, supersededAt: null }];
}

function entryOfNumber<Reason extends string>(
  change: NumberFacts,
  all: readonly NumberFacts[],
  { dueAt }: { dueAt: Date },
): Entry<Reason> {
  const { via, at, amount, total, quote, note } = change;
  const said = { ...SAYS_NOTHING, via, at, quantity: amount, total, quote, note };
  switch (change.change) {
    case 'take-back':
      return { kind: 'taken-back', ...said, backfill: false, supersededAt: null };
    case 'add':
      return { kind: 'progress', ...said, backfill: isBackfill(dueAt, at), supersededAt: takenBackAt(change, all) };
    case 'set':
      return { kind: 'check-in', ...said, backfill: isBackfill(dueAt, at), supersededAt: endOf(change, all) };
  }
}

/** When another number took its place for good, or its own was taken back. */
function endOf(set: NumberFacts, all: readonly NumberFacts[]): Date | null {
  const ends = (one: NumberFacts, place: number) =>
    one.change === 'set' ? !isTakenBack(one, all.slice(place + 1)) : one.change === 'take-back' && isAt(set, one);
  const from = all.indexOf(set) + 1;
  return all.find((one, place) => place >= from && ends(one, place))?.at ?? null;
}

/** What was added with a word goes with it; progress stays. */
function takenBackAt(add: NumberFacts, all: readonly NumberFacts[]): Date | null {
  if (!add.withWord) return null;
  return all.slice(all.indexOf(add)).find((one) => one.change === 'take-back' && isAt(add, one))?.at ?? null;
}

function cameWithWord(change: NumberFacts, ring: Ring, at: Date): boolean {
  return change.withWord && isAt(ring, change) && change.at.getTime() === at.getTime();
}

function isAt(one: Ring, other: Ring): boolean {
  return one.localDate === other.localDate && one.localTime === other.localTime;
}
