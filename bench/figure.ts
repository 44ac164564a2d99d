/** Something measured twice in one run: in the product, and in the least that could be done instead. */
export interface Figure {
  name: string;
  unit: string;
  product: number;
  floor: number;
  /** Of 1: how near the product comes to its floor, whether much or little of the unit is good. */
  ratio: number;
  /** What the ratio should be at least; absent where the figure is told for its own sake. */
  aim?: number;
  /** What the product promises whatever the floor says, in the unit. */
  atMost?: number;
}

/** More of it is better: requests in a second. */
export function muchIsGood(figure: Omit<Figure, 'ratio'>): Figure {
  return { ...figure, ratio: figure.product / figure.floor };
}

/** Less of it is better: milliseconds, megabytes. */
export function littleIsGood(figure: Omit<Figure, 'ratio'>): Figure {
  return { ...figure, ratio: figure.floor / figure.product };
}

/** The table that a run ends with. */
export function table(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${rounded(figure.product)} ${figure.unit}`,
    `${rounded(figure.floor)} ${figure.unit}`,
    figure.ratio.toFixed(2),
    aimOf(figure),
  ]);
  const all = [['figure', 'product', 'floor', 'ratio', 'aim'], ...rows];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

function aimOf({ aim, ratio, atMost, product, unit }: Figure): string {
  if (atMost !== undefined) return `≤ ${atMost} ${unit} ${product <= atMost ? 'met' : 'missed'}`;
  return aim === undefined ? '' : `${aim.toFixed(2)} ${ratio >= aim ? 'met' : 'missed'}`;
}

function rounded(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toFixed(1);
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Of so much of 1 the values are no greater. */
export function percentile(values: number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))]!;
}
