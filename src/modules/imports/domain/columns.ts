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

  /** The cell under the first of these names that there is; empty when there is none. */
  cell(cells: string[], ...names: string[]): string {
    const place = names.map((name) => this.places.get(name)).find((found) => found !== undefined);
    return (place === undefined ? undefined : cells[place])?.trim() ?? '';
  }
}

/** The head and the rows below it. */
export function withHead({ rows }: Sheet): { columns: Columns; head: string[]; rows: Sheet['rows'] } {
  const [head, ...below] = rows;
  return { columns: new Columns(head?.cells ?? []), head: head?.cells ?? [], rows: below };
}
