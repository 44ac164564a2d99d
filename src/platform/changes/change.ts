/** A place in the change log: ordered by the transaction that wrote it, then by its own number. */
export interface Position {
  transactionId: string;
  sequence: number;
}

/** Something that happened to a person's things, told after it was committed. */
export interface Change extends Position {
  userId: string;
  topic: string;
  data: Record<string, unknown>;
  createdAt: Date;
  expiresAt: Date | null;
}

/** What a writer says; the log adds the rest. */
export interface Announcement {
  userId: string;
  topic: string;
  data: Record<string, unknown>;
  /** After this moment it is of no use any more (a ring that has stopped) and is left out of a replay. */
  expiresAt?: Date;
}

/** A position as text, for `Last-Event-ID` and back. */
export function positionText({ transactionId, sequence }: Position): string {
  return `${transactionId}.${sequence}`;
}

/** Whether the one place lies behind the other in the log. */
export function isAfter(one: Position, other: Position): boolean {
  if (one.transactionId === other.transactionId) return one.sequence > other.sequence;
  return BigInt(one.transactionId) > BigInt(other.transactionId);
}

export function parsePosition(text: string | undefined): Position | null {
  const match = /^(\d{1,19})\.(\d{1,15})$/.exec(text ?? '');
  return match ? { transactionId: match[1]!, sequence: Number(match[2]) } : null;
}
