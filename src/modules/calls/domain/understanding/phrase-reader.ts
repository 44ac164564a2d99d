/** Something read from words: what it says, and the index of the first word behind it. */
export interface Read<Value> {
  value: Value;
  end: number;
}

/** The longest key of the table whose words stand at `start`, and its value. */
export function readPhrase<Value>(
  table: Readonly<Record<string, Value>>,
  words: readonly string[],
  start: number,
): Read<Value> | null {
  const found = readOneOf(Object.keys(table), words, start);
  return found && { value: table[found.value] as Value, end: found.end };
}

/** The longest of the phrases whose words stand at `start`. */
export function readOneOf(phrases: readonly string[], words: readonly string[], start: number): Read<string> | null {
  let longest: Read<string> | null = null;
  for (const phrase of phrases) {
    if (!phrase.startsWith(words[start] ?? ' ')) continue;
    const parts = phrase.split(' ');
    if (longest && start + parts.length <= longest.end) continue;
    if (parts.every((part, offset) => words[start + offset] === part)) {
      longest = { value: phrase, end: start + parts.length };
    }
  }
  return longest;
}
