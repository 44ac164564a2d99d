/**
 * Phrases in which `>` may stand among alternatives: "the thought ends here, or one of these words follows". What is
 * written behind it belongs to the words alone.
 */
export function endingOr(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => variants(phrase.split(' ')).map((parts) => parts.join(' ')));
}

function variants(parts: readonly string[]): string[][] {
  const at = parts.findIndex((part) => part.startsWith('>|') || part.includes('|>'));
  if (at < 0) return [[...parts]];
  const before = parts.slice(0, at);
  const words = parts[at]!.split('|').filter((word) => word !== '>');
  return [[...before, '>'], ...variants([...before, words.join('|'), ...parts.slice(at + 1)])];
}
