/** Words of examples and habits. A secret that holds one by accident is none the worse: what is left of it counts. */
const KNOWN_WORDS = [
  ...['change', 'replace', 'insert', 'generate', 'placeholder', 'example', 'sample', 'default', 'dummy', 'todo'],
  ...['password', 'passwd', 'pass', 'secret', 'token', 'key', 'signing', 'encryption', 'blind', 'index', 'private'],
  ...['admin', 'root', 'user', 'operator', 'ops', 'jwt', 'postgres', 'redis', 'callivate', 'letmein', 'welcome'],
  ...['qwertz', 'qwerty', 'uiop', 'azerty', 'asdf', 'ghjk', 'zxcv', 'foo', 'bar', 'baz', 'xxx', 'hunter'],
  ...['test', 'demo', 'development', 'production', 'staging', 'local', 'your', 'this', 'please', 'here', 'with', 'not'],
  ...[
    'must',
    'least',
    'long',
    'characters',
    'minimum',
    'random',
    'string',
    'value',
    'super',
    'strong',
    'secure',
    'very',
  ],
];

/** How letters are dressed up. */
const DRESSED: Record<string, string> = {
  a: '[a4@]',
  e: '[e3]',
  i: '[i1!]',
  l: '[l1]',
  o: '[o0]',
  s: '[s5$]',
  t: '[t7]',
};

const WORD = new RegExp(
  KNOWN_WORDS.toSorted((one, other) => other.length - one.length)
    .map((word) => word.replace(/[a-z]/g, (letter) => DRESSED[letter] ?? letter))
    .join('|'),
  'gi',
);

/** As many neighbours that count on or stay the same are no accident. */
const SHORTEST_RUN = 4;

const WEAKNESSES: { says: string; left: (secret: string) => string }[] = [
  { says: 'is too simple: few different characters, or few at all', left: (secret) => secret },
  { says: 'is made of words that stand in examples', left: withoutWords },
  { says: 'is made of characters in a row', left: withoutRuns },
  { says: 'is a shorter text, repeated', left: withoutRepetition },
  { says: 'is made of known words and characters in a row', left: (secret) => withoutRuns(withoutWords(secret)) },
];

/**
 * Why somebody could guess a secret, to be read after its name; nothing when it has chance enough. What stands in every
 * list of guesses is taken away, and of the rest its variety counts, in bits: 32 hexadecimal digits have about 115.
 */
export function weaknessOf(secret: string, enoughBits: number): string | undefined {
  return WEAKNESSES.find(({ left }) => variety(left(secret)) < enoughBits)?.says;
}

function withoutWords(secret: string): string {
  return secret.replace(WORD, '');
}

/** Each stretch such as `aaaa`, `1234` or `fedc` is worth its first character. */
function withoutRuns(secret: string): string {
  const step = (at: number) => secret.charCodeAt(at) - secret.charCodeAt(at - 1);
  let left = '';
  for (let at = 0; at < secret.length; ) {
    left += secret[at];
    let next = at + 1;
    while (next < secret.length && Math.abs(step(next)) <= 1 && step(next) === step(at + 1)) next += 1;
    at = next - at >= SHORTEST_RUN ? next : at + 1;
  }
  return left;
}

/** Of a text that only says one thing over and over, the thing. */
function withoutRepetition(secret: string): string {
  const lengths = Array.from({ length: Math.floor(secret.length / 2) }, (_, index) => index + 1);
  const period = lengths.find((length) => secret.startsWith(secret.slice(length)));
  return secret.slice(0, period);
}

/** Shannon's measure: how many bits the characters carry by how differently often they come. */
function variety(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - count * Math.log2(count / text.length), 0);
}
