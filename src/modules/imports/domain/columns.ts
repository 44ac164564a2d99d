import type { Sheet } from './found';

/** The cells of a row by the names in the head of its table, whose case does not matter. */
export class Columns {
  private readonly names: string[];
  private readonly places: Map<string, number>;

  constructor(head: string[]) {
    this.names = head.map((name) => name.trim().toLowerCase());
    this.places = new Map(this.names.map((name, place) => [name, place] as const).reverse());
  }

  has(...names: string[]): boolean {
    return names.some((name) => this.places.has(name));
  }

  /** In which columns that name stands, counted from 1. */
  numbersOf(name: string): number[] {
    return this.names.flatMap((one, place) => (one === name ? [place + 1] : []));
  }

  /** What stands where the head names no column. */
  strays(cells: string[]): string[] {
    return cells.filter((cell, place) => !this.names[place] && cell.trim() !== '');
  }

  /** The cell under the first of these names that there is; empty when there is none. */
  cell(cells: string[], ...names: string[]): string {
    const place = names.map((name) => this.places.get(name)).find((found) => found !== undefined);
    return (place === undefined ? undefined : cells[place])?.trim() ?? '';
  }
}

/** The head, with the number of its row, and the rows below it. */
export function withHead({ rows }: Sheet): { columns: Columns; head: Sheet['rows'][number]; rows: Sheet['rows'] } {
  const [head = { number: 1, cells: [] }, ...below] = rows;
  return { columns: new Columns(head.cells), head, rows: below };
}
