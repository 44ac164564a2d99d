/**
 * A text that cannot be read: altered, moved to another place, under a key that is gone, or never encrypted. Which of them
 * is not told apart, so that nobody learns by trying; the place says where to look.
 */
export class CannotDecrypt extends Error {
  constructor({ table, column, id }: Place) {
    super(`${table}.${column} of ${id} cannot be decrypted.`);
    this.name = 'CannotDecrypt';
  }
}

/** Where an encrypted text stands. It is part of what is sealed: a text moved elsewhere does not open. */
export interface Place {
  table: string;
  column: string;
  /** Of the row. */
  id: string;
}
