/**
 * Phrases in which `>` may stand among alternatives: "the thought ends here, or one of these words follows". What is
 * written behind it belongs to the words alone. Frightened people make no pauses, so that a word which begins the next
 * sentence ends the thought too.
 */
export function endingOr(phrases: readonly string[], beginnings: string): string[] {
  return phrases.flatMap((phrase) => variants(phrase.split(' '), beginnings).map((parts) => parts.join(' ')));
}

function variants(parts: readonly string[], beginnings: string): string[][] {
  const at = parts.findIndex((part) => part.split('|').length > 1 && part.split('|').includes('>'));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const words = parts[at]!.split('|').filter((word) => word !== '>');
  return [
    [...before, '>'],
    [...before, beginnings],
    ...variants([...before, words.join('|'), ...parts.slice(at + 1)], beginnings),
  ];
}
