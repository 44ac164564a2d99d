import type { RememberedFact } from './memory.entity';

/** Something you said in a call and agreed that we remember. */
export class RememberedResponse {
  /** Why the habit was not done, or when you wanted to do it. */
  kind: 'reason' | 'commitment';
  /** Your words, as they were heard. */
  text: string;
  /** When you said it. */
  saidAt: Date;
  /** The call you said it in. */
  callId: string;
  /** When a later call told it back to you; null until then. It is told once. */
  toldAt: Date | null;
}

/** What calls keep in mind about a habit: at most one thing. */
export class MemoryResponse {
  /** The habit. */
  habitId: string;
  /** What is remembered; null when nothing is. */
  memory: RememberedResponse | null;

  static of(habitId: string, fact: RememberedFact | null): MemoryResponse {
    if (!fact) return { habitId, memory: null };
    const { kind, text, saidAt, callId, toldAt } = fact;
    return { habitId, memory: { kind, text, saidAt, callId, toldAt } };
  }
}

/** One page of what calls keep in mind. */
export class MemoryPage {
  /** The latest first; each has a `memory`. */
  items: MemoryResponse[];
  /** Send it as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}
