/** How much of a person's own text is spoken. */
export interface Length {
  characters: number;
  words: number;
}

export const LONGEST_TITLE: Length = { characters: 80, words: 12 };
export const LONGEST_NAME: Length = { characters: 40, words: 3 };

/** Text of a person's own as it may be spoken: without control characters, markup and addresses, and not too long. */
export function spoken(text: string, longest: Length): string {
  const plain = text
    .replace(/<[^<>]*>|\b(?:https?:\/\/|www\.)\S*/giu, ' ')
    .replace(/[\p{C}<>{}[\]|\\^`*_#~]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .slice(0, longest.words)
    .join(' ');
  return [...plain]
    .slice(0, longest.characters)
    .join('')
    .replace(/[\s.!?,;:]+$/u, '');
}
