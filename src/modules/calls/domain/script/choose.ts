import { daysBetween, type LocalDate } from '../../../../kernel/local-time';
import type { Choice } from './language';

/** What decides which of several ways to say a thing is taken. */
export interface Luck {
  day?: LocalDate;
  /** From 0 to 1. */
  chance?: number;
}

/** Chooses one way to say a thing. A slot says which thing it is, so that one chance does not choose alike for all. */
export type Chooser = (ways: Choice, slot: number) => string;

/** The day from which days are counted. */
const FIRST_DAY: LocalDate = '2024-01-01';

/** The golden ratio: its multiples spread one chance evenly over the slots. */
const SPREAD = 0.618_033_988_749_895;

/**
 * The ways to say a thing take turns: on even days those at even places, on odd days the others, and chance chooses among
 * them. So yesterday's way is never today's, whatever chance there was, and nothing has to be remembered.
 */
export function chooser({ day = FIRST_DAY, chance = 0 }: Luck): Chooser {
  const turn = Math.abs(daysBetween(FIRST_DAY, day)) % 2;
  return (ways, slot) => {
    const mine = ways.filter((_, place) => place % 2 === turn);
    const fraction = (chance * (1 + slot * SPREAD)) % 1;
    return mine[Math.floor(fraction * mine.length)]!;
  };
}
